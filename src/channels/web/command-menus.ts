import type { BotCommand } from 'grammy/types';
import type { Pool } from 'pg';
import { z } from 'zod';
import { readSetting } from '../../store/setting.ts';
import type { WebChat } from './web-chats.ts';

/** The setting with the menus that all chats share: language code (or empty) → commands. */
const settingKey = 'web-commands';

const common = z.record(z.string(), z.array(z.object({ command: z.string(), description: z.string() })));

/** Sets one chat's own menu; an empty list removes it. False: no such chat. */
export async function setChatMenu(pool: Pool, chatId: number, commands: BotCommand[]): Promise<boolean> {
  const { rowCount } = await pool.query(
    `WITH menu AS (UPDATE web_chat SET commands = $2::jsonb WHERE chat_id = $1 RETURNING chat_id)
     SELECT pg_notify('web_chat', json_build_object('chat', chat_id, 'commands', true)::text) FROM menu`,
    [chatId, JSON.stringify(commands)],
  );
  return rowCount === 1;
}

/** Sets the menu for all chats without their own, for one language ('' for all others). */
export async function setCommonMenu(pool: Pool, language: string, commands: BotCommand[]): Promise<void> {
  await pool.query(
    `INSERT INTO setting (key, value) VALUES ($1, jsonb_build_object($2::text, $3::jsonb))
     ON CONFLICT (key) DO UPDATE SET value = setting.value || excluded.value`,
    [settingKey, language, JSON.stringify(commands)],
  );
}

/**
 * Returns the menu that a person sees: their own, else the common one in their language, else the
 * common one.
 */
export async function readCommandMenu(pool: Pool, chat: WebChat, language: string): Promise<BotCommand[]> {
  if (chat.commands.length > 0) return chat.commands;
  const menus = common.safeParse(await readSetting(pool, settingKey)).data ?? {};
  return menus[language]?.length ? menus[language] : (menus[''] ?? []);
}
