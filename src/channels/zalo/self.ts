import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';

/** The bot as Zalo's `getMe` shows it. */
export const self = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
});

type Self = z.infer<typeof self>;

/** The bot of this token as it was known the last time; undefined when it never was. */
export async function keptSelf(pool: Pool, token: string): Promise<Self | undefined> {
  const { rows } = await pool.query('SELECT value FROM setting WHERE key = $1', [keyOf(token)]);
  return self.safeParse(rows[0]?.value).data;
}

/** Remembers who the bot of this token is. */
export async function keepSelf(pool: Pool, token: string, bot: Self): Promise<void> {
  await pool.query(
    `INSERT INTO setting (key, value) VALUES ($1, $2)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [keyOf(token), JSON.stringify(bot)],
  );
}

/** Another token may be another bot; the token itself is kept nowhere. */
function keyOf(token: string): string {
  return `zalo-bot-${createHash('sha256').update(token).digest('hex').slice(0, 16)}`;
}
