import { randomUUID } from 'node:crypto';
import { extname } from 'node:path';
import { z } from 'zod';
import { badRequest } from '../../bot-api/api-error.ts';
import type { Call } from '../../bot-api/call.ts';
import {
  anyMarkup,
  chatId,
  entities,
  formatted,
  keptMarkup,
  parseMode,
  readParameters,
} from '../../bot-api/parameters.ts';
import type { BotApi, Method } from '../bot-api.ts';
import { addWebFile, findWebFile, type KeptFile, type WebFile } from '../kept-files.ts';
import { chatToWriteIn, post } from '../post.ts';
import type { MessageBody } from '../wire.ts';

export const captionLength = 1024;
/** What a bot may download at most. */
const downloadLimit = 20_000_000;

const caption = {
  caption: z.string().default(''),
  parse_mode: parseMode,
  caption_entities: entities.optional(),
};
const documentCall = z.object({ chat_id: chatId, document: z.string(), ...caption, reply_markup: anyMarkup });
const photoCall = z.object({ chat_id: chatId, photo: z.string(), ...caption, reply_markup: anyMarkup });
const media = z.object({ type: z.enum(['document', 'photo']), media: z.string(), ...caption });
const groupCall = z.object({
  chat_id: chatId,
  media: z.preprocess(
    (value) => (typeof value === 'string' ? JSON.parse(value) : value),
    z.array(media).min(2).max(10),
  ),
});

export const sendDocument: Method = async (api, call) => {
  const given = readParameters(documentCall, call.parameters);
  const file = await fileFor(api, call, given.chat_id, given.document);
  return await post(api, given.chat_id, {
    document: documentOf(file),
    ...captionOf(given),
    reply_markup: keptMarkup(given.reply_markup),
  });
};

export const sendPhoto: Method = async (api, call) => {
  const given = readParameters(photoCall, call.parameters);
  const file = await fileFor(api, call, given.chat_id, given.photo);
  return await post(api, given.chat_id, {
    photo: photoOf(file),
    ...captionOf(given),
    reply_markup: keptMarkup(given.reply_markup),
  });
};

export const sendMediaGroup: Method = async (api, call) => {
  const given = readParameters(groupCall, call.parameters);
  const media_group_id = randomUUID();
  const messages = [];
  for (const item of given.media) {
    const file = await fileFor(api, call, given.chat_id, item.media);
    const content = item.type === 'photo' ? { photo: photoOf(file) } : { document: documentOf(file) };
    messages.push(await post(api, given.chat_id, { ...content, ...captionOf(item), media_group_id }));
  }
  return messages;
};

const fileCall = z.object({ file_id: z.string() });

export const getFile: Method = async ({ db }, { parameters }) => {
  const { file_id } = readParameters(fileCall, parameters);
  const file = await findWebFile(db.pool, file_id);
  if (!file) throw badRequest('invalid file_id');
  if (file.size > downloadLimit) throw badRequest('file is too big');
  return {
    file_id,
    file_unique_id: file.storageKey,
    file_size: file.size,
    file_path: `documents/${file.id}${extname(file.name)}`,
  };
};

/** A file of this chat, from what came with the call or from a file that was seen before, in whichever chat. */
async function fileFor(api: BotApi, call: Call, chat: number, given: string): Promise<WebFile> {
  await chatToWriteIn(api, chat);
  const part = /^attach:\/\/(.+)$/.exec(given)?.[1];
  const bytes = part === undefined ? await findWebFile(api.db.pool, given) : call.uploads.get(part);
  if (!bytes) throw badRequest('wrong file identifier/HTTP URL specified');
  if (bytes.size === 0) throw badRequest('file must be non-empty');
  return await addWebFile(api.db.pool, chat, bytes, api.clock.now());
}

/** A file in the Bot API's words. */
export function documentOf(file: KeptFile) {
  return {
    file_id: file.id,
    file_unique_id: file.storageKey,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.size,
  };
}

/** A picture in the Bot API's words. Its measures are not known: 0. */
export function photoOf(file: KeptFile) {
  return [{ file_id: file.id, file_unique_id: file.storageKey, width: 0, height: 0, file_size: file.size }];
}

function captionOf(given: {
  caption: string;
  parse_mode?: string | undefined;
  caption_entities?: z.infer<typeof entities> | undefined;
}): Pick<MessageBody, 'caption' | 'caption_entities'> {
  const { text, entities } = formatted(
    given.caption,
    { parse_mode: given.parse_mode, entities: given.caption_entities },
    captionLength,
    'message caption',
  );
  return text === '' ? {} : { caption: text, ...(entities.length > 0 && { caption_entities: entities }) };
}
