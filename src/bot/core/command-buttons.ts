import type { InlineKeyboardButton } from 'grammy/types';
import type { Args } from '../../i18n.ts';
import { press } from './press.ts';

/** A button that runs a command. */
export const runNamed = press('cmd', 'text');

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
