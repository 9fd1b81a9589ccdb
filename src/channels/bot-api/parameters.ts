import type { InlineKeyboardButton, KeyboardButton, MessageEntity } from 'grammy/types';
import { z } from 'zod';
import type { Markup } from '../../page/wire.ts';
import { buildBadRequest } from './api-error.ts';
import { addFoundEntities } from './found-entities.ts';
import { type FormattedText, parseHtml, sortEntities, trimText } from './html-text.ts';

/** In a multipart call every value except a plain string is JSON text. */
const json = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? fromJson(value) : value), schema);

/** The parameter `chat_id`. */
export const chatIdParameter = json(z.int());
/** The parameter `message_id`. */
export const messageIdParameter = json(z.int());
/** A parameter that is true or false. */
export const flagParameter = json(z.boolean());

const place = z.looseObject({ type: z.string(), offset: z.int().min(0), length: z.int().min(1) });
/** The place is checked; a kind that the page does not know is shown as plain text. */
const entity = z.custom<MessageEntity>((value) => place.safeParse(value).success, 'ENTITY_INVALID');
/** A parameter with entities. */
export const entitiesParameter = json(z.array(entity));
/** The parameter `parse_mode`. */
export const parseModeParameter = z.string().optional();

const style = z.enum(['danger', 'success', 'primary']).optional();
const inlineButton = z
  .strictObject({
    text: z.string().min(1),
    callback_data: z.string().optional(),
    url: z.string().optional(),
    style,
  })
  .transform(({ text, callback_data, url, style }, context): InlineKeyboardButton => {
    const refuse = (message: string) => {
      context.addIssue({ code: 'custom', message });
      return z.NEVER;
    };
    const look = { text, ...(style && { style }) };
    if (callback_data !== undefined && url === undefined) {
      const bytes = Buffer.byteLength(callback_data);
      return bytes >= 1 && bytes <= 64 ? { ...look, callback_data } : refuse('BUTTON_DATA_INVALID');
    }
    if (url !== undefined && callback_data === undefined) {
      return /^(https?|mailto|tel):/i.test(url) ? { ...look, url } : refuse('BUTTON_URL_INVALID');
    }
    return refuse('BUTTON_TYPE_INVALID');
  });

const keyboardButton = z
  .union([
    z.string().min(1),
    z.strictObject({ text: z.string().min(1), request_contact: z.boolean().optional(), style }),
  ])
  .transform((button): KeyboardButton => {
    if (typeof button === 'string') return { text: button };
    const { text, request_contact, style } = button;
    const look = { text, ...(style && { style }) };
    return request_contact ? { ...look, request_contact: true } : look;
  });

const inlineMarkup = z.strictObject({ inline_keyboard: z.array(z.array(inlineButton)) });
const keyboardMarkup = z.strictObject({
  keyboard: z.array(z.array(keyboardButton)),
  is_persistent: z.boolean().optional(),
  resize_keyboard: z.boolean().optional(),
  one_time_keyboard: z.boolean().optional(),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: z.boolean().optional(),
});
const removeMarkup = z.strictObject({ remove_keyboard: z.literal(true), selective: z.boolean().optional() });
const forceMarkup = z.strictObject({
  force_reply: z.literal(true),
  input_field_placeholder: z.string().min(1).max(64).optional(),
  selective: z.boolean().optional(),
});

/** Any keyboard that the page can show; others are refused, so that a test finds them. */
export const anyMarkup = json(z.union([inlineMarkup, keyboardMarkup, removeMarkup, forceMarkup]).optional());
/** The keyboards that an edit can set. */
export const editMarkup = json(inlineMarkup.optional());

/** Parses parameters with `schema`, or throws 400 in the words of the Bot API. */
export function readParameters<T extends z.ZodType>(schema: T, given: unknown): z.infer<T> {
  const read = schema.safeParse(given);
  if (read.success) return read.data;
  throw buildBadRequest(read.error.issues.map(sayIssue).join('; '));
}

/**
 * Reads a text or caption as it will be shown. 400 when its markup is broken or it is longer than
 * `longest` UTF-16 units.
 */
export function readFormatted(
  given: string,
  options: { parse_mode?: string | undefined; entities?: z.infer<typeof entitiesParameter> | undefined },
  longest: number,
  what: 'message text' | 'message caption',
): FormattedText {
  if (options.parse_mode !== undefined && options.parse_mode !== 'HTML') {
    throw buildBadRequest(`unsupported parse_mode "${options.parse_mode}"`);
  }
  const source = given.replaceAll('\0', '').toWellFormed();
  const marked = options.parse_mode
    ? parseHtml(source)
    : { text: source, entities: sortEntities(options.entities ?? []) };
  const text = addFoundEntities(trimText(marked));
  if (text.text.length > longest) {
    throw buildBadRequest(what === 'message text' ? 'message is too long' : 'message caption is too long');
  }
  return text;
}

/**
 * Returns the markup to store with a message: an inline keyboard without buttons counts as none.
 */
export function readMarkup(markup: Markup | undefined): Markup | undefined {
  if (markup && 'inline_keyboard' in markup && markup.inline_keyboard.every((row) => row.length === 0)) {
    return undefined;
  }
  return markup;
}

function sayIssue(issue: z.core.$ZodIssue): string {
  // A union says only "invalid input"; the branch that read the furthest gives the best reason.
  if (issue.code === 'invalid_union') {
    const deepest = issue.errors.flat().toSorted((a, b) => b.path.length - a.path.length)[0];
    if (deepest) return sayIssue({ ...deepest, path: [...issue.path, ...deepest.path] });
  }
  if (/^[A-Z_]+$/.test(issue.message)) return issue.message;
  return `${issue.path.join('.')}: ${issue.message}`;
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
