import { createHash } from 'node:crypto';
import type { Pool } from 'pg';

/**
 * Where the numbers begin. Telegram's ids have at most 52 bits (below 4.5 × 10^15) and the web chat
 * counts from 1: from here to 2^53 none of them can be met, and JSON still holds the number
 * exactly.
 */
export const firstNumber = 5_000_000_000_000_000;

/**
 * Zalo's ids of chats and persons (20 hex digits; the bot's own go beyond 2^53) as the numbers that
 * grammY wants, and back.
 */
export interface ZaloIds {
  /** The number of this id, the same for ever. */
  numberOf(external: string): Promise<number>;
  /** The id behind a number; undefined when it is none of ours. */
  externalOf(number: number): Promise<string | undefined>;
}

/** Both ways in one table, with the latest in memory. */
export function zaloIds(pool: Pool): ZaloIds {
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
 * The number of a message, 1 to 2^48: derived from its id and kept nowhere, for nothing is ever
 * asked of Zalo about a message that was sent.
 */
export function messageNumber(external: string): number {
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
  // Somebody else was faster: theirs is committed, so it can be read.
  const id = rows[0]?.id ?? (await idOf(pool, external));
  if (id === undefined) throw new Error('an id of Zalo got no number');
  return id;
}
