import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/**
 * The first number. Telegram's ids have at most 52 bits (below 4.5 × 10^15) and the web chat counts
 * from 1: from here to 2^53 there is no conflict, and JSON still holds the number exactly.
 */
export const firstNumber = 5_000_000_000_000_000;

/**
 * Maps Zalo's ids of chats and persons to the numbers that grammY needs, and back. The ids have 20
 * hex digits; the bot's own exceed 2^53.
 */
export interface ZaloIds {
  /** Returns the number of this id, which never changes. */
  numberOf(external: string): Promise<number>;
  /** Returns the id behind a number; undefined when it is not one of ours. */
  externalOf(number: number): Promise<string | undefined>;
}

/** Creates the mapping: both directions in one table, with the latest in memory. */
export function openZaloIds(pool: Pool): ZaloIds {
  const numbers = new Map<string, number>();
  const remember = (external: string, number: number) => {
    if (numbers.size > 10_000) numbers.clear();
    numbers.set(external, number);
    return number;
  };
  return {
    async numberOf(external) {
      const known = numbers.get(external);
      if (known !== undefined) return known;
      const found = await idOf(pool, external);
      return remember(external, firstNumber + (found ?? (await add(pool, external))));
    },
    async externalOf(number) {
      const { rows } = await pool.query<{ external: string }>('SELECT external FROM zalo_id WHERE id = $1', [
        number - firstNumber,
      ]);
      return rows[0]?.external;
    },
  };
}

/**
 * Derives the number of a message, 1 to 2^48, from its id. It is not stored, because Zalo is never
 * asked about a sent message.
 */
export function deriveMessageNumber(external: string): number {
  return createHash('sha256').update(external).digest().readUIntBE(0, 6) + 1;
}

async function idOf(pool: Pool, external: string): Promise<number | undefined> {
  const { rows } = await pool.query<{ id: number }>({
    name: 'zalo-id',
    text: 'SELECT id FROM zalo_id WHERE external = $1',
    values: [external],
  });
  return rows[0]?.id;
}

async function add(pool: Pool, external: string): Promise<number> {
  const { rows } = await pool.query<{ id: number }>(
    'INSERT INTO zalo_id (external) VALUES ($1) ON CONFLICT (external) DO NOTHING RETURNING id',
    [external],
  );
  // Another process was faster: its row is committed, so it can be read.
  const id = rows[0]?.id ?? (await idOf(pool, external));
  if (id === undefined) throw new Error('an id of Zalo got no number');
  return id;
}
