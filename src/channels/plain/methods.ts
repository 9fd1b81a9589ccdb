import type { ChatFile } from '../../chat-files/chat-files.ts';
import { t } from '../../i18n.ts';
import type { Call } from '../bot-api/call.ts';
import { calls, readCaption, readText } from '../bot-api/calls.ts';
import { knownChatOfQuery } from '../bot-api/ids.ts';
import { buildNoSuchFile, describeDocument, describeFile, readUploadOrId } from '../bot-api/kept-file.ts';
import { readParameters } from '../bot-api/parameters.ts';
import { describeSent, type PlainApi, sendInParts } from './say.ts';
import { formatFileSize } from './sizes.ts';
import { joinTexts } from './split.ts';

/** Answers one call with its `result`; throws `BotApiError` for a refusal. */
export type PlainMethod = (api: PlainApi, call: Call) => Promise<unknown>;

/** Sends a text with its menu. */
export const sendPlainMessage: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendMessage, parameters);
  return await sendInParts(api, given.chat_id, { text: readText(given), markup: given.reply_markup });
};

/**
 * Shows a changed message. With buttons it is a new message with the live menu. Without any it is
 * only progress, shown as typing, or the mark of the choice that the person just typed.
 */
export const editPlainText: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageText, parameters);
  const text = readText(given);
  if (given.reply_markup?.inline_keyboard.some((row) => row.length > 0)) {
    return await sendInParts(api, given.chat_id, { text, markup: given.reply_markup });
  }
  await forget(api, given.chat_id, given.message_id);
  if (!/\n→ [^\n]+$/.test(text.text)) await api.out.typing(given.chat_id);
  return describeSent(await api.out.me(), given.chat_id, { messageId: given.message_id, date: 0 }, text.text);
};

/** Shows new buttons of a message as a new message. Removed buttons press nothing from then on. */
export const editPlainMarkup: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.editMessageReplyMarkup, parameters);
  if (given.reply_markup?.inline_keyboard.some((row) => row.length > 0)) {
    return await sendInParts(api, given.chat_id, {
      text: { text: '', entities: [] },
      markup: given.reply_markup,
    });
  }
  await forget(api, given.chat_id, given.message_id);
  return describeSent(await api.out.me(), given.chat_id, { messageId: given.message_id, date: 0 }, '');
};

const forget = ({ turns, chats }: PlainApi, chat: number, message: number) =>
  turns.take(chat, () => chats.forget(chat, message));

/** Sends the words of an answer to a press as a message; without words there is nothing to do. */
export const answerPlainQuery: PlainMethod = async (api, { parameters }) => {
  const { callback_query_id, text } = readParameters(calls.answerCallbackQuery, parameters);
  const chat = knownChatOfQuery(callback_query_id);
  if (text) await sendInParts(api, chat, { text: { text, entities: [] } });
  return true;
};

/** Shows that the bot is typing. */
export const sendPlainAction: PlainMethod = async (api, { parameters }) => {
  const given = readParameters(calls.sendChatAction, parameters);
  await api.out.typing(given.chat_id);
  return true;
};

/** Accepts a call that such a chat cannot carry out and people do not miss. */
export const acceptSilently: PlainMethod = async (api, { method }) => {
  api.log.debug({ method, channel: api.out.name }, 'nothing to do for this on a plain channel');
  return true;
};

/** Sends a document as its caption and a link, with name and size. */
export const sendPlainDocument: PlainMethod = async (api, call) => {
  const given = readParameters(calls.sendDocument, call.parameters);
  const caption = readCaption(given);
  const file = await fileFor(api, call, given.chat_id, given.document);
  const locale = await api.chats.localeOf(given.chat_id);
  const line = t(locale, 'plain-file', {
    name: file.name,
    size: formatFileSize(file.size, locale),
    address: await api.links.fileAddress(file),
    days: api.links.fileDays,
  });
  const gap = caption.text === '' ? '' : '\n\n';
  const text = joinTexts(caption, { text: `${gap}${line}`, entities: [] });
  return {
    ...(await sendInParts(api, given.chat_id, { text, markup: given.reply_markup })),
    document: describeDocument(file),
  };
};

/** Sends a picture: stores it and gives the channel its address. */
export const sendPlainPhoto: PlainMethod = async (api, call) => {
  const given = readParameters(calls.sendPhoto, call.parameters);
  const caption = readCaption(given);
  const file = await fileFor(api, call, given.chat_id, given.photo);
  const address = await api.links.fileAddress(file);
  return await sendInParts(api, given.chat_id, {
    text: caption,
    markup: given.reply_markup,
    sendLast: (chat, part) => api.out.sendPicture(chat, address, part, file),
  });
};

/** Describes a file that the bot can download. */
export const describePlainFile: PlainMethod = async (api, { parameters }) => {
  const { file_id } = readParameters(calls.getFile, parameters);
  return describeFile(await api.links.find(file_id));
};

async function fileFor(api: PlainApi, call: Call, chat: number, given: string): Promise<ChatFile> {
  const sent = readUploadOrId(call, given);
  if ('bytes' in sent) return await api.links.keep({ channel: api.out.name, chatId: chat }, sent.bytes);
  const file = await api.links.find(sent.id);
  if (!file) throw buildNoSuchFile();
  return file;
}
