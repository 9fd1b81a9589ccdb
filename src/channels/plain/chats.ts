import type { Pool } from 'pg';
import { asLocale, type Locale } from '../../i18n.ts';
import type { Menus } from './choose.ts';
import type { LiveMenu } from './menu.ts';

/** What is remembered of one chat without buttons. */
export interface PlainChat extends Menus {
  /** The standing question wants a number: menus use letters. */
  letters: boolean;
  /** Nobody knows whether the last message arrived. */
  unsure: boolean;
}

/** Where it is remembered: the store that the plain layer needs, of one channel. */
export interface PlainChats {
  load(chatId: number): Promise<PlainChat>;
  save(chatId: number, chat: PlainChat): Promise<void>;
  /** The language of whoever writes there; Vietnamese for strangers. */
  localeOf(chatId: number): Promise<Locale>;
}

/** In PostgreSQL, one row per chat. */
export function plainChats(pool: Pool, channel: string): PlainChats {
  return {
    async load(chatId) {
      const { rows } = await pool.query<{
        menu: LiveMenu | null;
        previous: LiveMenu | null;
        letters: boolean;
        unsure: boolean;
      }>('SELECT menu, previous, letters, unsure FROM plain_chat WHERE channel = $1 AND chat_id = $2', [
        channel,
        chatId,
      ]);
      const row = rows[0];
      return {
        menu: row?.menu ?? undefined,
        previous: row?.previous ?? undefined,
        letters: row?.letters ?? false,
        unsure: row?.unsure ?? false,
      };
    },
    async save(chatId, { menu, previous, letters, unsure }) {
      const json = (value: LiveMenu | undefined) => (value ? JSON.stringify(value) : null);
      await pool.query(
        `INSERT INTO plain_chat (channel, chat_id, menu, previous, letters, unsure) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (channel, chat_id) DO UPDATE SET menu = excluded.menu, previous = excluded.previous,
           letters = excluded.letters, unsure = excluded.unsure`,
        [channel, chatId, json(menu), json(previous), letters, unsure],
      );
    },
    async localeOf(chatId) {
      const { rows } = await pool.query<{ locale: string | null }>(
        `SELECT coalesce(p.locale, a.locale) AS locale FROM account a LEFT JOIN person p ON p.id = a.person_id
         WHERE a.channel = $1 AND a.chat_id = $2`,
        [channel, chatId],
      );
      return asLocale(rows[0]?.locale);
    },
  };
}
