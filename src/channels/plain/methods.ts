import { t } from '../../i18n.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import type { Call } from '../bot-api/call.ts';
import { calls, captionOf, textOf } from '../bot-api/calls.ts';
import { knownChatOfQuery } from '../bot-api/ids.ts';
import { documentOf, fileInfo, noSuchFile, uploadOrId } from '../bot-api/kept-file.ts';
import { readParameters } from '../bot-api/parameters.ts';
import { type PlainApi, say, shown } from './say.ts';
import { sayBytes } from './sizes.ts';
import { joined } from './split.ts';

/** Answers one call with its `result`; throws `BotApiError` for what the Bot API refuses. */
export type PlainMethod = (api: PlainApi, call: Call) => Promise<unknown>;

export const sendMessage: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendMessage, parameters);
  return await say(api, given.chat_id, { text: textOf(given), markup: given.reply_markup });
};

/**
 * A changed message: with buttons it is a new message, whose menu is the live one; without any it
 * is progress, of which the person sees that the bot is at work, or the mark of what was chosen,
 * which they typed themselves.
 */
export const editMessageText: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageText, parameters);
  const text = textOf(given);
  if (given.reply_markup?.inline_keyboard.some((row) => row.length > 0)) {
    return await say(api, given.chat_id, { text, markup: given.reply_markup });
  }
  await forget(api, given.chat_id, given.message_id);
  if (!/\n→ [^\n]+$/.test(text.text)) await api.out.typing(given.chat_id);
  return shown(await api.out.me(), given.chat_id, { messageId: given.message_id, date: 0 }, text.text);
};

/**
 * Other buttons under a message: said anew. Buttons taken away: their numbers press nothing any
 * more.
 */
export const editMessageReplyMarkup: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageReplyMarkup, parameters);
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
  const { callback_query_id, text } = readParameters(calls.answerCallbackQuery, parameters);
  const chat = knownChatOfQuery(callback_query_id);
  if (text) await say(api, chat, { text: { text, entities: [] } });
  return true;
};

export const sendChatAction: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendChatAction, parameters);
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
  const given = readParameters(calls.sendDocument, call.parameters);
  const caption = captionOf(given);
  const file = await fileFor(api, call, given.chat_id, given.document);
  const locale = await api.chats.localeOf(given.chat_id);
  const line = t(locale, 'plain-file', {
    name: file.name,
    size: sayBytes(file.size, locale),
    address: await api.links.fileAddress(file),
    days: api.links.fileDays,
  });
  const gap = caption.text === '' ? '' : '\n\n';
  const text = joined(caption, { text: `${gap}${line}`, entities: [] });
  return {
    ...(await say(api, given.chat_id, { text, markup: given.reply_markup })),
    document: documentOf(file),
  };
};

/** A picture: kept here, and its address given to the channel. */
export const sendPhoto: PlainMethod = async (api, call) => {
  const given = readParameters(calls.sendPhoto, call.parameters);
  const caption = captionOf(given);
  const file = await fileFor(api, call, given.chat_id, given.photo);
  const address = await api.links.fileAddress(file);
  return await say(api, given.chat_id, {
    text: caption,
    markup: given.reply_markup,
    sendLast: (chat, part) => api.out.sendPicture(chat, address, part, file),
  });
};

export const getFile: PlainMethod = async (api, { parameters }) => {
  const { file_id } = readParameters(calls.getFile, parameters);
  return fileInfo(await api.links.find(file_id));
};

async function fileFor(api: PlainApi, call: Call, chat: number, given: string): Promise<KeptFile> {
  const sent = uploadOrId(call, given);
  if ('bytes' in sent) return await api.links.keep({ channel: api.out.name, chatId: chat }, sent.bytes);
  const file = await api.links.find(sent.id);
  if (!file) throw noSuchFile();
  return file;
}
