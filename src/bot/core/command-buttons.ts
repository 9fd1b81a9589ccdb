import type { InlineKeyboardButton } from 'grammy/types';
import type { Args } from '../../i18n.ts';
import { fold } from '../../text/fold.ts';
import { press } from './press.ts';
import type { MeantCommand } from './read-command.ts';

/** A button that runs a command. */
export const runNamed = press('cmd', 'text');

/** A button that runs a command with what was typed behind it, folded, `+` for a space. */
export const runWithArgs = press('cmd.with', 'text', 'text');

/**
 * Builds buttons that run commands, one a row. Their labels are the texts `do-<command>` unless
 * `labels` names another.
 */
export function commandButtons(
  by: { t(key: string, args?: Args): string },
  names: string[],
  labels: Record<string, string> = {},
): InlineKeyboardButton[][] {
  return names.map((name) => [
    { text: by.t(labels[name] ?? `do-${name}`), callback_data: runNamed.data(name) },
  ]);
}

/** Buttons for commands that words may mean, each with what was typed behind it. */
export function meantButtons(
  by: { t(key: string, args?: Args): string },
  meant: MeantCommand[],
): InlineKeyboardButton[][] {
  return meant.map(({ name, args }) => {
    const carried = fold(args)
      .replaceAll(/[^!-~]+/g, '+')
      .slice(0, 40);
    return [
      {
        text: by.t(`command-${name}`),
        callback_data: carried ? runWithArgs.data(name, carried) : runNamed.data(name),
      },
    ];
  });
}
