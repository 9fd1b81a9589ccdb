import { z } from 'zod';
import { violation } from './refusal.ts';

const inlineButton = z.looseObject({ text: z.string(), callback_data: z.string().optional() });
const inlineKeyboard = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });
const keyboardButton = z.looseObject({ text: z.string(), request_contact: z.boolean().optional() });
const replyKeyboard = z.looseObject({
  keyboard: z.array(z.array(keyboardButton)),
  one_time_keyboard: z.boolean().optional(),
});

/** `reply_markup` of an edit. */
export const inlineMarkup = inlineKeyboard.optional();
/** `reply_markup` of a new message. */
export const anyMarkup = z
  .union([
    inlineKeyboard,
    replyKeyboard,
    z.looseObject({ remove_keyboard: z.literal(true) }),
    z.looseObject({ force_reply: z.literal(true) }),
  ])
  .optional();

export type InlineButton = z.infer<typeof inlineButton>;
export type KeyboardButton = z.infer<typeof keyboardButton>;

/** The buttons under a message, and its effect on the keyboard below the input field. */
export interface Markup {
  inline: InlineButton[][];
  keyboard?: { rows: KeyboardButton[][]; oneTime: boolean };
  removesKeyboard: boolean;
}

/** Fields of an inline button that define its action; exactly one must be there. */
const actions = [
  'url',
  'callback_data',
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'callback_game',
  'pay',
];

/**
 * Reads the `reply_markup` of a new message or (`edit`) of a changed one, where an empty inline
 * keyboard removes the buttons. Throws a 400 for keyboards that Telegram refuses or silently
 * corrects, such as empty rows.
 */
export function readMarkup(given: z.infer<typeof anyMarkup>, options: { edit?: boolean } = {}): Markup {
  if (given === undefined) return { inline: [], removesKeyboard: false };
  if ('inline_keyboard' in given && Array.isArray(given.inline_keyboard)) {
    const parsed = inlineKeyboard.parse(given);
    checkInline(parsed.inline_keyboard, options.edit ?? false);
    return { inline: parsed.inline_keyboard, removesKeyboard: false };
  }
  if ('keyboard' in given && Array.isArray(given.keyboard)) {
    const parsed = replyKeyboard.parse(given);
    checkRows(parsed.keyboard, 300);
    return {
      inline: [],
      keyboard: { rows: parsed.keyboard, oneTime: parsed.one_time_keyboard ?? false },
      removesKeyboard: false,
    };
  }
  return { inline: [], removesKeyboard: 'remove_keyboard' in given };
}

function checkInline(rows: InlineButton[][], edit: boolean): void {
  if (edit && rows.length === 0) return;
  checkRows(rows, 100);
  for (const button of rows.flat()) {
    const does = actions.filter((action) => button[action] !== undefined);
    if (does.length === 0) throw violation('Text buttons are unallowed in the inline keyboard');
    if (does.length > 1) {
      throw violation(`inline button "${button.text}" does several things: ${does.join(', ')}`);
    }
    if (button.callback_data !== undefined) {
      const size = Buffer.byteLength(button.callback_data);
      if (size < 1 || size > 64) throw violation('BUTTON_DATA_INVALID');
    }
    if (typeof button.url === 'string' && !/^(https?|tg):\/\/\S+$/.test(button.url)) {
      throw violation(`inline keyboard button URL '${button.url}' is invalid`);
    }
  }
}

function checkRows(rows: { text: string }[][], most: number): void {
  if (rows.length === 0 || rows.some((row) => row.length === 0)) {
    throw violation('the keyboard is empty or has an empty row');
  }
  const buttons = rows.flat();
  if (buttons.length > most) throw violation('reply markup is too long');
  if (buttons.some(({ text }) => text.trim() === '')) throw violation("can't parse keyboard button: no text");
}
