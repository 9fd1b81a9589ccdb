import type { InlineKeyboardButton } from 'grammy/types';

/** What a button of a form does. One letter each: Telegram gives a button 64 bytes. */
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
  /** Takes something back that was sent or typed: which, says the value; without one it asks which. */
  remove: 'r',
  /** Files came by the upload page; the value names the upload. */
  arrived: 'u',
} as const;
export type Op = (typeof ops)[keyof typeof ops];

export interface FormPress {
  draftId: number;
  question: string;
  op: Op;
  value: string;
}

const opSet = new Set<string>(Object.values(ops));

/** Data of a form's button: `f:<draft>:<question>:<op>[:<value>]`, at most 64 bytes. */
export function formData(draftId: number, question: string, op: Op, value = ''): string {
  const data = `f:${draftId.toString(36)}:${question}:${op}${value && `:${value}`}`;
  if (Buffer.byteLength(data) > 64) throw new Error(`button data too long: ${data}`);
  return data;
}

/** The press in a button's data; undefined when it is not a form's. */
export function readFormData(data: string | undefined): FormPress | undefined {
  const match = data?.match(/^f:([0-9a-z]+):([\w@-]+):(\w)(?::(.*))?$/);
  if (!match) return undefined;
  const [, draft = '', question = '', op = '', value = ''] = match;
  if (!opSet.has(op)) return undefined;
  return { draftId: Number.parseInt(draft, 36), question, op: op as Op, value };
}

/** Rows of buttons: short labels two to a row, long ones alone. */
export function rowsOf(buttons: InlineKeyboardButton[]): InlineKeyboardButton[][] {
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
