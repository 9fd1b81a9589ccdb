import { extname } from 'node:path';
import { z } from 'zod';
import { t } from '../../i18n.ts';
import { badRequest } from '../bot-api/api-error.ts';
import type { Call } from '../bot-api/call.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import {
  anyMarkup,
  chatId,
  editMarkup,
  entities,
  formatted,
  messageId,
  parseMode,
  readParameters,
} from '../bot-api/parameters.ts';
import type { Linked } from './plain-channel.ts';
import { type PlainApi, say, shown } from './say.ts';
import { sayBytes } from './sizes.ts';
import { joined } from './split.ts';

/** Answers one call with its `result`; throws `BotApiError` for what the Bot API would refuse. */
export type PlainMethod = (api: PlainApi, call: Call) => Promise<unknown>;

/** The bot writes for 4,096 characters; longer is a mistake of the bot's on every channel. */
const longestText = 4096;
const longestCaption = 1024;

const styled = { parse_mode: parseMode, entities: entities.optional() };
const sending = z.object({ chat_id: chatId, text: z.string(), ...styled, reply_markup: anyMarkup });
const textEdit = z.object({
  chat_id: chatId,
  message_id: messageId,
  text: z.string(),
  ...styled,
  reply_markup: editMarkup,
});
const markupEdit = z.object({ chat_id: chatId, message_id: messageId, reply_markup: editMarkup });
const captioned = {
  caption: z.string().default(''),
  parse_mode: parseMode,
  caption_entities: entities.optional(),
};
const documentCall = z.object({
  chat_id: chatId,
  document: z.string(),
  ...captioned,
  reply_markup: anyMarkup,
});
const photoCall = z.object({ chat_id: chatId, photo: z.string(), ...captioned, reply_markup: anyMarkup });
const answer = z.object({ callback_query_id: z.string(), text: z.string().max(200).optional() });

export const sendMessage: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(sending, parameters);
  const text = formatted(given.text, given, longestText, 'message text');
  if (text.text === '') throw badRequest('message text is empty');
  return await say(api, given.chat_id, { text, markup: given.reply_markup });
};

/**
 * A changed message: with buttons it is a new message, whose menu is the live one; without any it is progress, of which
 * the person sees that the bot is at work, or the mark of what was chosen, which they typed themselves.
 */
export const editMessageText: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(textEdit, parameters);
  const text = formatted(given.text, given, longestText, 'message text');
  if (text.text === '') throw badRequest('message text is empty');
  if (given.reply_markup?.inline_keyboard.some((row) => row.length > 0)) {
    return await say(api, given.chat_id, { text, markup: given.reply_markup });
  }
  await forget(api, given.chat_id, given.message_id);
  if (!/\n→ [^\n]+$/.test(text.text)) await api.out.typing(given.chat_id);
  return shown(await api.out.me(), given.chat_id, { messageId: given.message_id, date: 0 }, text.text);
};

/** Other buttons under a message: said anew. Buttons taken away: their numbers press nothing any more. */
export const editMessageReplyMarkup: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(markupEdit, parameters);
  if (given.reply_markup?.inline_keyboard.some((row) => row.length > 0)) {
    return await say(api, given.chat_id, { text: { text: '', entities: [] }, markup: given.reply_markup });
  }
  await forget(api, given.chat_id, given.message_id);
  return shown(await api.out.me(), given.chat_id, { messageId: given.message_id, date: 0 }, '');
};

const forget = ({ turns, chats }: PlainApi, chat: number, message: number) =>
  turns.take(chat, () => chats.forget(chat, message));

/** Nothing waits for it here; what it says is said in the chat. */
export const answerCallbackQuery: PlainMethod = async (api, { parameters }) => {
  const { callback_query_id, text } = readParameters(answer, parameters);
  const chat = chatOfQuery(callback_query_id);
  if (chat === undefined)
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  if (text) await say(api, chat, { text: { text, entities: [] } });
  return true;
};

/** The chat that a callback query's id names. */
export function chatOfQuery(queryId: string): number | undefined {
  const digits = /^(\d{1,16}):/.exec(queryId)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

export const sendChatAction: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(z.object({ chat_id: chatId, action: z.string() }), parameters);
  await api.out.typing(given.chat_id);
  return true;
};

/** What such a chat has not and nobody misses. */
export const silently: PlainMethod = async (api, { method }) => {
  api.log.debug({ method, channel: api.out.name }, 'nothing to do for this on a plain channel');
  return true;
};

/** A document as its caption and a link, with name and size. */
export const sendDocument: PlainMethod = async (api, call) => {
  const given = readParameters(documentCall, call.parameters);
  const file = await fileFor(api, call, given.chat_id, given.document);
  const locale = await api.chats.localeOf(given.chat_id);
  const line = t(locale, 'plain-file', {
    name: file.name,
    size: sayBytes(file.size, locale),
    address: await api.links.fileAddress(file),
    days: api.links.fileDays,
  });
  const caption = captionOf(given);
  const gap = caption.text === '' ? '' : '\n\n';
  const text = joined(caption, { text: `${gap}${line}`, entities: [] });
  return {
    ...(await say(api, given.chat_id, { text, markup: given.reply_markup })),
    document: { file_id: file.id, file_unique_id: file.id, file_name: file.name, file_size: file.size },
  };
};

/** A picture: kept here, and its address given to the channel. */
export const sendPhoto: PlainMethod = async (api, call) => {
  const given = readParameters(photoCall, call.parameters);
  const file = await fileFor(api, call, given.chat_id, given.photo);
  const address = await api.links.fileAddress(file);
  return await say(api, given.chat_id, {
    text: captionOf(given),
    markup: given.reply_markup,
    sendLast: (chat, part) => api.out.sendPicture(chat, address, part, file),
  });
};

export const getFile: PlainMethod = async (api, { parameters }) => {
  const { file_id } = readParameters(z.object({ file_id: z.string() }), parameters);
  const file = await api.links.find(file_id);
  if (!file) throw badRequest('invalid file_id');
  return {
    file_id,
    file_unique_id: file.id,
    file_size: file.size,
    file_path: `documents/${file.id}${extname(file.name)}`,
  };
};

async function fileFor(api: PlainApi, call: Call, chat: number, given: string): Promise<Linked> {
  const part = /^attach:\/\/(.+)$/.exec(given)?.[1];
  if (part === undefined) {
    const file = await api.links.find(given);
    if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
    return file;
  }
  const bytes = call.uploads.get(part);
  if (!bytes) throw badRequest('wrong file identifier/HTTP URL specified');
  if (bytes.size === 0) throw badRequest('file must be non-empty');
  return await api.links.keep({ channel: api.out.name, chatId: chat }, bytes);
}

function captionOf(given: {
  caption: string;
  parse_mode?: string | undefined;
  caption_entities?: z.infer<typeof entities> | undefined;
}): FormattedText {
  return formatted(
    given.caption,
    { parse_mode: given.parse_mode, entities: given.caption_entities },
    longestCaption,
    'message caption',
  );
}
