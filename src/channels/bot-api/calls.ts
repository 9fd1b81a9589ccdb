import { z } from 'zod';
import { buildBadRequest } from './api-error.ts';
import type { FormattedText } from './html-text.ts';
import {
  anyMarkup,
  chatIdParameter,
  editMarkup,
  entitiesParameter,
  flagParameter,
  messageIdParameter,
  parseModeParameter,
  readFormatted,
} from './parameters.ts';

/** Maximum length of a text in the Bot API, in UTF-16 units. */
export const longestText = 4096;
/** Maximum length of a caption in the Bot API, in UTF-16 units. */
export const longestCaption = 1024;

const text = { text: z.string(), parse_mode: parseModeParameter, entities: entitiesParameter.optional() };
const caption = {
  caption: z.string().default(''),
  parse_mode: parseModeParameter,
  caption_entities: entitiesParameter.optional(),
};
const place = { chat_id: chatIdParameter, message_id: messageIdParameter };
const media = z.object({ type: z.enum(['document', 'photo']), media: z.string(), ...caption });

/** Parameters of the methods that channels answer in this process, by their names. */
export const calls = {
  sendMessage: z.object({ chat_id: chatIdParameter, ...text, reply_markup: anyMarkup }),
  editMessageText: z.object({ ...place, ...text, reply_markup: editMarkup }),
  editMessageCaption: z.object({ ...place, ...caption, reply_markup: editMarkup }),
  editMessageReplyMarkup: z.object({ ...place, reply_markup: editMarkup }),
  deleteMessage: z.object(place),
  sendDocument: z.object({
    chat_id: chatIdParameter,
    document: z.string(),
    ...caption,
    reply_markup: anyMarkup,
  }),
  sendPhoto: z.object({ chat_id: chatIdParameter, photo: z.string(), ...caption, reply_markup: anyMarkup }),
  sendMediaGroup: z.object({
    chat_id: chatIdParameter,
    media: z.preprocess(
      (value) => (typeof value === 'string' ? JSON.parse(value) : value),
      z.array(media).min(2).max(10),
    ),
  }),
  getFile: z.object({ file_id: z.string() }),
  answerCallbackQuery: z.object({
    callback_query_id: z.string(),
    text: z.string().max(200, 'MESSAGE_TOO_LONG').optional(),
    show_alert: flagParameter.default(false),
  }),
  sendChatAction: z.object({
    chat_id: chatIdParameter,
    action: z.enum(['typing', 'upload_photo', 'upload_document', 'find_location', 'choose_sticker']),
  }),
} as const;

/**
 * Reads the text of a message as it is shown. 400 when its markup is broken, or it is empty or too
 * long.
 */
export function readText(given: z.infer<(typeof calls)['sendMessage' | 'editMessageText']>): FormattedText {
  const shown = readFormatted(given.text, given, longestText, 'message text');
  if (shown.text === '') throw buildBadRequest('message text is empty');
  return shown;
}

/** Reads the caption of a file as it is shown; an empty text when there is none. */
export function readCaption(
  given: z.infer<typeof media> | z.infer<z.ZodObject<typeof caption>>,
): FormattedText {
  const { parse_mode, caption_entities: entities } = given;
  return readFormatted(given.caption, { parse_mode, entities }, longestCaption, 'message caption');
}
