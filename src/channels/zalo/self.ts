import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readSetting, writeSetting } from '../../store/setting.ts';

/** The bot as Zalo's `getMe` shows it. */
export const self = z.looseObject({
  id: z.union([z.string(), z.number()]).transform(String),
  account_name: z.string().optional(),
  display_name: z.string().optional(),
});

type Self = z.infer<typeof self>;

/** The bot of this token as it was known the last time; undefined when it never was. */
export async function keptSelf(pool: Pool, token: string): Promise<Self | undefined> {
  return self.safeParse(await readSetting(pool, keyOf(token))).data;
}

/** Remembers who the bot of this token is. */
export async function keepSelf(pool: Pool, token: string, bot: Self): Promise<void> {
  await writeSetting(pool, keyOf(token), bot);
}

/** Another token may be another bot; the token itself is kept nowhere. */
function keyOf(token: string): string {
  return `zalo-bot-${createHash('sha256').update(token).digest('hex').slice(0, 16)}`;
}
