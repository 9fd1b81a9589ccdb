import pg from 'pg';
import pino from 'pino';
import { inject } from 'vitest';
import { connect, type Database } from '../../src/store/database.ts';
import { templateName } from './template.ts';

/** A database for one test: empty, with all tables. `drop` closes it and removes it. */
export type TestDatabase = Database & { drop(): Promise<void> };

/**
 * Copies the migrated database of the run (about 0.1 s). A database that is not dropped is removed
 * when the run ends.
 */
export async function freshDatabase(options: { poolSize?: number } = {}): Promise<TestDatabase> {
  const { url, drop } = await makeDatabase(templateName);
  const database = connect({ url, log: pino({ level: 'silent' }), poolSize: options.poolSize ?? 4 });
  return {
    ...database,
    drop: async () => {
      await database.close();
      await drop();
    },
  };
}

/** Creates a database without our tables, for tests of how they are made. */
export function emptyDatabase(): Promise<{ url: string; drop(): Promise<void> }> {
  return makeDatabase('template1');
}

async function makeDatabase(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const serverUrl = inject('serverUrl');
  const name = `test_${crypto.randomUUID().replaceAll('-', '')}`;
  await administer(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${template} STRATEGY FILE_COPY`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    drop: () => administer(serverUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
