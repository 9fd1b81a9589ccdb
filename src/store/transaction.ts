import type { Database } from './database.ts';
import type { Prisma } from './generated/client.ts';
import { repeatConflicts } from './repeat-conflicts.ts';
import { type Borrowed, noteConnection } from './shared-connection.ts';
import type { Sql } from './sql.ts';

/**
 * A transaction in both styles: typed calls of the Prisma client and statements of hand-written SQL
 * on one connection. Each sees what the other has written, and one lock serves both.
 */
export interface Transaction {
  prisma: Prisma.TransactionClient;
  sql: Sql;
}

/**
 * How long a transaction waits for a connection, and how long it may take with its waits for
 * locks, in milliseconds. Prisma's defaults of 2 s and 5 s are too short on a busy morning.
 */
const patience = { maxWait: 20_000, timeout: 20_000 };

/**
 * Runs `work` in one transaction: everything is committed, or nothing. Use only the given
 * transaction inside. One that takes longer than 20 s is rolled back. One that PostgreSQL ended
 * because of a deadlock is run again from its start.
 */
export function transact<T>(
  db: Pick<Database, 'prisma'>,
  work: (tx: Transaction) => Promise<T>,
  limits: { timeout?: number } = {},
): Promise<T> {
  return repeatConflicts(() => transactOnce(db, work, limits));
}

async function transactOnce<T>(
  { prisma }: Pick<Database, 'prisma'>,
  work: (tx: Transaction) => Promise<T>,
  limits: { timeout?: number },
): Promise<T> {
  const options = { ...patience, ...limits };
  const borrowed: Borrowed = { since: 0 };
  return noteConnection(borrowed, () =>
    prisma.$transaction(
      (typed) =>
        noteConnection(undefined, async () => {
          try {
            return await work({ prisma: typed, sql: statementsOn(borrowed, options.timeout) });
          } finally {
            delete borrowed.client;
          }
        }),
      options,
    ),
  );
}

/**
 * Runs SQL on the transaction's connection while the transaction is open; afterwards the connection
 * belongs to others. The time is counted from before Prisma counts it, so that this ends first.
 */
function statementsOn(borrowed: Borrowed, timeout: number): Sql {
  return {
    async query(statement, values) {
      const { client, since } = borrowed;
      if (!client || performance.now() >= since + timeout) throw new Error('the transaction has ended');
      return client.query(statement, values);
    },
  };
}
