import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';

/** The Prisma client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

/**
 * How long a transaction waits for a connection and for locks, in milliseconds. Prisma's defaults
 * of 2 s and 5 s are too short on a busy morning.
 */
const patience = { maxWait: 20_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction of the Prisma client: everything is committed, or nothing. Use
 * only the given client inside.
 */
export function transact<T>(db: Database, work: (tx: Transaction) => Promise<T>): Promise<T> {
  return db.prisma.$transaction(work, patience);
}
