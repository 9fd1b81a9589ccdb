import type { InlineKeyboardButton } from 'grammy/types';
import { commandButtons } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';
import { likelyCommands } from '../core/likely-commands.ts';

/** Makes a button each for the commands that words most likely meant; none before joining. */
export function likelyButtons(ctx: BotContext, text: string): InlineKeyboardButton[][] {
  if (!ctx.person) return [];
  const names = likelyCommands(text, ctx.commands, ctx).map(({ name }) => name);
  return commandButtons(ctx, names, Object.fromEntries(names.map((name) => [name, `command-${name}`])));
}
