import { z } from 'zod';
import { violation } from '../refusal.ts';
import type { World } from '../world.ts';
import type { Handler } from './handler.ts';

const scope = z
  .object({ type: z.string(), chat_id: z.union([z.number(), z.string()]).optional() })
  .default({ type: 'default' });
const place = z.object({ scope, language_code: z.string().default('') });
const list = z.array(z.object({ command: z.string(), description: z.string() }));

export const setMyCommands: Handler = (world, { params }) => {
  const given = place.extend({ commands: list }).parse(params);
  if (given.commands.length > 100) throw violation('BOT_COMMANDS_TOO_MUCH');
  for (const { command, description } of given.commands) {
    if (!/^[a-z0-9_]{1,32}$/.test(command)) throw violation(`BOT_COMMAND_INVALID: ${command}`);
    if (description.length < 1 || description.length > 256) {
      throw violation(`BOT_COMMAND_DESCRIPTION_INVALID: ${command}`);
    }
  }
  const at = placeOf(world, given);
  forget(world, at);
  if (given.commands.length > 0) world.commands.push({ ...at, commands: given.commands });
  return true;
};

export const deleteMyCommands: Handler = (world, { params }) => {
  forget(world, placeOf(world, place.parse(params)));
  return true;
};

export const getMyCommands: Handler = (world, { params }) => {
  const at = placeOf(world, place.parse(params));
  return find(world, at.scope, at.language)?.commands ?? [];
};

/**
 * The command menu that Telegram shows this person: the narrowest scope wins, then the language.
 */
export function commandsFor(world: World, chatId: number, language: string) {
  for (const at of [`chat/${chatId}`, 'all_private_chats', 'default']) {
    const found = find(world, at, language) ?? find(world, at, '');
    if (found) return found.commands;
  }
  return [];
}

function placeOf(world: World, given: z.infer<typeof place>) {
  if (given.language_code !== '' && !/^[a-z]{2}$/.test(given.language_code)) {
    throw violation('BOT_COMMANDS language code is invalid');
  }
  const { type, chat_id } = given.scope;
  if (chat_id !== undefined) world.chat(chat_id);
  return { scope: chat_id === undefined ? type : `${type}/${chat_id}`, language: given.language_code };
}

function find(world: World, scope: string, language: string) {
  return world.commands.find((one) => one.scope === scope && one.language === language);
}

function forget(world: World, { scope, language }: { scope: string; language: string }): void {
  const known = find(world, scope, language);
  if (known) world.commands.splice(world.commands.indexOf(known), 1);
}
