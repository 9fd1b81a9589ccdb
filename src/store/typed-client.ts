import { PrismaPg } from '@prisma/adapter-pg';
import type pg from 'pg';
import { PrismaClient } from './generated/client.ts';
import { nameStatement } from './statement-names.ts';

/** Creates the typed client over `pool`. This file is loaded late: see `loadTypedClient`. */
export function createTypedClient(pool: pg.Pool): PrismaClient {
  return new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: nameStatement }) });
}
