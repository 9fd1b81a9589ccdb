import type { InlineKeyboardButton } from 'grammy/types';
import { parseShortId } from '../core/press-numbers.ts';

/** Actions of a form's button. One letter each: Telegram allows 64 bytes. */
export const ops = {
  choose: 'c',
  tick: 't',
  page: 'p',
  done: 'd',
  back: 'b',
  skip: 'k',
  keep: 'o',
  save: 's',
  cancel: 'x',
  edit: 'e',
  goto: 'g',
  again: 'a',
  /** Removes a sent or typed part: the value says which; without one the bot asks. */
  remove: 'r',
  /** Files came by the upload page; the value names the upload. */
  arrived: 'u',
} as const;
/** An action of a form's button. */
export type Op = (typeof ops)[keyof typeof ops];

/** The data of a form's button. */
export interface FormPress {
  draftId: number;
  question: string;
  op: Op;
  value: string;
}

const allOps: readonly Op[] = Object.values(ops);

/** Writes the data of a form's button: `f:<draft>:<question>:<op>[:<value>]`, at most 64 bytes. */
export function formData(draftId: number, question: string, op: Op, value = ''): string {
  const data = `f:${draftId.toString(36)}:${question}:${op}${value && `:${value}`}`;
  if (Buffer.byteLength(data) > 64) throw new Error(`button data too long: ${data}`);
  return data;
}

/**
 * Reads a form's press from a button's data. Undefined when it is not a form's, or damaged: a draft
 * beyond 2³¹−1, an unknown letter, a value that is not of printable ASCII signs.
 */
export function readFormData(data: string | undefined): FormPress | undefined {
  const match = data?.match(/^f:([0-9a-z]+):([\w@-]+):(\w)(?::([\x21-\x7e]*))?$/);
  if (!match) return undefined;
  const [, draft = '', question = '', letter = '', value = ''] = match;
  const draftId = parseShortId(draft);
  const op = allOps.find((one) => one === letter);
  return draftId !== undefined && op ? { draftId, question, op, value } : undefined;
}

/** Arranges buttons in rows: short labels two to a row, long ones alone. */
export function arrangeRows(buttons: InlineKeyboardButton[]): InlineKeyboardButton[][] {
  const rows: InlineKeyboardButton[][] = [];
  const short = (button: InlineKeyboardButton | undefined) =>
    button !== undefined && [...button.text].length <= 16;
  for (const button of buttons) {
    const last = rows.at(-1);
    if (last?.length === 1 && short(last[0]) && short(button)) last.push(button);
    else rows.push([button]);
  }
  return rows;
}
