import { randomUUID } from 'node:crypto';
import { addChatFile, type ChatFile, findFileOfChannel } from '../../../chat-files/chat-files.ts';
import type { Call } from '../../bot-api/call.ts';
import { calls, readCaption } from '../../bot-api/calls.ts';
import {
  buildNoSuchFile,
  describeDocument,
  describeFile,
  describePhoto,
  readUploadOrId,
} from '../../bot-api/kept-file.ts';
import { readMarkup, readParameters } from '../../bot-api/parameters.ts';
import { postMessage, requireWritableChat } from '../post.ts';
import type { WebApi, WebMethod } from '../web-api.ts';

/** Sends a document into the chat. */
export const sendDocument: WebMethod = async (api, call) => {
  const given = readParameters(calls.sendDocument, call.parameters);
  const caption = captionBody(given);
  const file = await fileFor(api, call, given.chat_id, given.document);
  return await postMessage(api, given.chat_id, {
    document: describeDocument(file),
    ...caption,
    reply_markup: readMarkup(given.reply_markup),
  });
};

/** Sends a picture into the chat. */
export const sendPhoto: WebMethod = async (api, call) => {
  const given = readParameters(calls.sendPhoto, call.parameters);
  const caption = captionBody(given);
  const file = await fileFor(api, call, given.chat_id, given.photo);
  return await postMessage(api, given.chat_id, {
    photo: describePhoto(file),
    ...caption,
    reply_markup: readMarkup(given.reply_markup),
  });
};

/** Sends several files as one group. */
export const sendMediaGroup: WebMethod = async (api, call) => {
  const given = readParameters(calls.sendMediaGroup, call.parameters);
  const media_group_id = randomUUID();
  const items = given.media.map((item) => ({ ...item, body: captionBody(item) }));
  const messages = [];
  for (const item of items) {
    const file = await fileFor(api, call, given.chat_id, item.media);
    const content =
      item.type === 'photo' ? { photo: describePhoto(file) } : { document: describeDocument(file) };
    messages.push(await postMessage(api, given.chat_id, { ...content, ...item.body, media_group_id }));
  }
  return messages;
};

/** Describes a file that the bot can download. */
export const getFile: WebMethod = async ({ db }, { parameters }) => {
  const { file_id } = readParameters(calls.getFile, parameters);
  return describeFile(await findFileOfChannel(db.prisma, 'web', file_id));
};

/**
 * A file of this chat, from an upload in the call or from a file of any chat that was seen before.
 */
async function fileFor(api: WebApi, call: Call, chat: number, given: string): Promise<ChatFile> {
  await requireWritableChat(api, chat);
  const sent = readUploadOrId(call, given);
  const bytes = 'bytes' in sent ? sent.bytes : await findFileOfChannel(api.db.prisma, 'web', sent.id);
  if (!bytes) throw buildNoSuchFile();
  return await addChatFile(api.db.prisma, { channel: 'web', chatId: chat, bytes, at: api.clock.now() });
}

/** Read before the upload becomes a file: a call with a bad caption leaves nothing behind. */
function captionBody(given: Parameters<typeof readCaption>[0]) {
  const { text, entities } = readCaption(given);
  return text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}
