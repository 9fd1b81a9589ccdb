import type { ShownButton } from '../../jobs/shown-buttons.ts';
import { ops, readFormData } from './buttons.ts';

/**
 * Lists the buttons of a message whose labels may be typed. They are those outside forms, and those
 * that turn a form's pages: a form finds its other labels by its question. Undefined: the message
 * has no buttons that press anything.
 */
export function listShownButtons(markup: unknown): ShownButton[] | undefined {
  const rows =
    typeof markup === 'object' && markup !== null && 'inline_keyboard' in markup
      ? markup.inline_keyboard
      : undefined;
  const all = (Array.isArray(rows) ? rows.flat() : []).flatMap(readButton);
  if (all.length === 0) return undefined;
  return all.filter(({ data }) => (readFormData(data)?.op ?? ops.page) === ops.page);
}

function readButton(button: unknown): ShownButton[] {
  if (typeof button !== 'object' || button === null) return [];
  if (!('text' in button) || !('callback_data' in button)) return [];
  const { text, callback_data: data } = button;
  return typeof text === 'string' && typeof data === 'string' ? [{ label: text, data }] : [];
}
