import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import { asLocale, type Locale } from '../../i18n.ts';
import type { Menus } from './choose.ts';
import type { LiveMenu } from './menu.ts';

/** The stored state of one chat without buttons. */
export interface PlainChat extends Menus {
  /** Whether the current question expects a number: menus then use letters. */
  letters: boolean;
  /** Whether it is unknown if the last message arrived. */
  unsure: boolean;
}

/** The store of chats without buttons, for one channel. */
export interface PlainChats {
  load(chatId: number): Promise<PlainChat>;
  /**
   * Loads the state for a text that a person has just typed. It may answer a menu that another
   * process is still sending, so this waits for that message, at most `mostMs` (default 5 s).
   */
  loadSettled(chatId: number, mostMs?: number): Promise<PlainChat>;
  /**
   * Stores the state. To change the menu, call `begin` first, so that no other process does at the
   * same time; with the `mark` of that sending, it ends in the same moment.
   */
  save(chatId: number, chat: PlainChat, mark?: string): Promise<void>;
  /** Stores whether it is unknown if the last message arrived; the menu stays unchanged. */
  saveUnsure(chatId: number, unsure: boolean): Promise<void>;
  /** Disables the menu of this message, if it is still the live one. */
  forget(chatId: number, messageId: number): Promise<void>;
  /**
   * Begins to send a message with a menu. Resolves, with a mark for this sending, when no other
   * process is sending one.
   */
  begin(chatId: number): Promise<string>;
  /** Ends a sending, successful or not. A mark that has expired ends no other sending. */
  end(chatId: number, mark: string): Promise<void>;
  /** Returns the language of the person in the chat; Vietnamese for strangers. */
  localeOf(chatId: number): Promise<Locale>;
}

/**
 * A process that died while it was sending blocks others no longer than this. By the database's
 * clock, because the app's may be moved. An end that is twice as far away was noted before that
 * clock went back; one that is a little later is that of a sender who began at the same moment.
 */
const longestSend = '20 seconds';
const lookAgainMs = 20;

/** Creates the store in PostgreSQL, one row per chat. */
export function openPlainChats(pool: Pool, channel: string): PlainChats {
  const read = async (chatId: number): Promise<{ chat: PlainChat; sending: boolean }> => {
    const { rows } = await pool.query<{
      menu: LiveMenu | null;
      previous: LiveMenu | null;
      letters: boolean;
      unsure: boolean;
      sending: boolean | null;
    }>(
      `SELECT menu, previous, letters, unsure,
              sending_until > now() AND sending_until <= now() + 2 * $3::interval AS sending
       FROM plain_chat WHERE channel = $1 AND chat_id = $2`,
      [channel, chatId, longestSend],
    );
    const row = rows[0];
    const chat = {
      menu: row?.menu ?? undefined,
      previous: row?.previous ?? undefined,
      letters: row?.letters ?? false,
      unsure: row?.unsure ?? false,
    };
    return { chat, sending: row?.sending ?? false };
  };

  return {
    load: async (chatId) => (await read(chatId)).chat,
    async loadSettled(chatId, mostMs = 5000) {
      for (let waited = 0; ; waited += lookAgainMs) {
        const { chat, sending } = await read(chatId);
        if (!sending || waited >= mostMs) return chat;
        await sleep(lookAgainMs);
      }
    },
    async begin(chatId) {
      for (;;) {
        const { rows } = await pool.query<{ mark: string }>(
          `INSERT INTO plain_chat (channel, chat_id, sending_until) VALUES ($1, $2, now() + $3::interval)
           ON CONFLICT (channel, chat_id) DO UPDATE
             SET sending_until = excluded.sending_until, changed_at = excluded.changed_at
             WHERE plain_chat.sending_until IS NULL OR plain_chat.sending_until <= now()
               OR plain_chat.sending_until > excluded.sending_until + $3::interval
           RETURNING sending_until::text AS mark`,
          [channel, chatId, longestSend],
        );
        if (rows[0]) return rows[0].mark;
        await sleep(lookAgainMs);
      }
    },
    async end(chatId, mark) {
      await pool.query(
        `UPDATE plain_chat SET sending_until = NULL
         WHERE channel = $1 AND chat_id = $2 AND sending_until = $3::timestamptz`,
        [channel, chatId, mark],
      );
    },
    async saveUnsure(chatId, unsure) {
      await pool.query(
        `INSERT INTO plain_chat (channel, chat_id, unsure) VALUES ($1, $2, $3)
         ON CONFLICT (channel, chat_id) DO UPDATE SET unsure = excluded.unsure`,
        [channel, chatId, unsure],
      );
    },
    async forget(chatId, messageId) {
      await pool.query(
        `UPDATE plain_chat SET previous = menu, menu = NULL, changed_at = now()
         WHERE channel = $1 AND chat_id = $2 AND menu ->> 'messageId' = $3`,
        [channel, chatId, String(messageId)],
      );
    },
    async save(chatId, { menu, previous, letters, unsure }, mark) {
      const json = (value: LiveMenu | undefined) => (value ? JSON.stringify(value) : null);
      await pool.query(
        `INSERT INTO plain_chat (channel, chat_id, menu, previous, letters, unsure) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (channel, chat_id) DO UPDATE SET menu = excluded.menu, previous = excluded.previous,
           letters = excluded.letters, unsure = excluded.unsure, changed_at = excluded.changed_at,
           sending_until = nullif(plain_chat.sending_until, $7::timestamptz)`,
        [channel, chatId, json(menu), json(previous), letters, unsure, mark ?? null],
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
