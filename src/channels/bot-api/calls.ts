import { z } from 'zod';
import { badRequest } from './api-error.ts';
import type { FormattedText } from './html-text.ts';
import {
  anyMarkup,
  chatId,
  editMarkup,
  entities,
  flag,
  formatted,
  messageId,
  parseMode,
} from './parameters.ts';

/** Longest text and longest caption of the Bot API, in UTF-16 units. */
export const longestText = 4096;
export const longestCaption = 1024;

const text = { text: z.string(), parse_mode: parseMode, entities: entities.optional() };
const caption = {
  caption: z.string().default(''),
  parse_mode: parseMode,
  caption_entities: entities.optional(),
};
const place = { chat_id: chatId, message_id: messageId };
const media = z.object({ type: z.enum(['document', 'photo']), media: z.string(), ...caption });

/** Parameters of the methods that channels answer in process, by their names. */
export const calls = {
  sendMessage: z.object({ chat_id: chatId, ...text, reply_markup: anyMarkup }),
  editMessageText: z.object({ ...place, ...text, reply_markup: editMarkup }),
  editMessageCaption: z.object({ ...place, ...caption, reply_markup: editMarkup }),
  editMessageReplyMarkup: z.object({ ...place, reply_markup: editMarkup }),
  deleteMessage: z.object(place),
  sendDocument: z.object({ chat_id: chatId, document: z.string(), ...caption, reply_markup: anyMarkup }),
  sendPhoto: z.object({ chat_id: chatId, photo: z.string(), ...caption, reply_markup: anyMarkup }),
  sendMediaGroup: z.object({
    chat_id: chatId,
    media: z.preprocess(
      (value) => (typeof value === 'string' ? JSON.parse(value) : value),
      z.array(media).min(2).max(10),
    ),
  }),
  getFile: z.object({ file_id: z.string() }),
  answerCallbackQuery: z.object({
    callback_query_id: z.string(),
    text: z.string().max(200, 'MESSAGE_TOO_LONG').optional(),
    show_alert: flag.default(false),
  }),
  sendChatAction: z.object({
    chat_id: chatId,
    action: z.enum(['typing', 'upload_photo', 'upload_document', 'find_location', 'choose_sticker']),
  }),
} as const;

/**
 * The text of a message as it is shown. 400 when its markup is broken, when it is empty or too
 * long.
 */
export function textOf(given: z.infer<(typeof calls)['sendMessage' | 'editMessageText']>): FormattedText {
  const shown = formatted(given.text, given, longestText, 'message text');
  if (shown.text === '') throw badRequest('message text is empty');
  return shown;
}

/** The caption of a file as it is shown; an empty text when there is none. */
export function captionOf(
  given: z.infer<typeof media> | z.infer<z.ZodObject<typeof caption>>,
): FormattedText {
  const { parse_mode, caption_entities: entities } = given;
  return formatted(given.caption, { parse_mode, entities }, longestCaption, 'message caption');
}
