import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readSetting, writeSetting } from '../../store/setting.ts';

/** The bot's user in Zalo's `getMe`. */
export const self = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
});

type Self = z.infer<typeof self>;

/** Returns the stored user of this token's bot; undefined when there is none. */
export async function readSelf(pool: Pool, token: string): Promise<Self | undefined> {
  return self.safeParse(await readSetting(pool, keyOf(token))).data;
}

/** Stores the user of this token's bot. */
export async function keepSelf(pool: Pool, token: string, bot: Self): Promise<void> {
  await writeSetting(pool, keyOf(token), bot);
}

/** Another token may be another bot; the token itself is not stored. */
function keyOf(token: string): string {
  return `zalo-bot-${createHash('sha256').update(token).digest('hex').slice(0, 16)}`;
}
