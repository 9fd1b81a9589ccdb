import { z } from 'zod';
import type { Chat } from '../chat.ts';
import type { StoredFile } from '../files.ts';
import { type Group, wireGroup } from '../groups.ts';
import type { FormattedText } from '../html-text.ts';
import { anyMarkup, type Markup, readMarkup } from '../keyboard.ts';
import type { Upload } from '../read-params.ts';
import { badRequest, forbidden, Refusal, violation } from '../refusal.ts';
import { captionParams, captionText, messageText, textParams } from '../text-limits.ts';
import { type Wire, wireMessage } from '../wire.ts';
import type { World } from '../world.ts';
import type { Handler } from './handler.ts';

const target = z.object({
  chat_id: z.union([z.number(), z.string()]),
  reply_markup: anyMarkup,
  reply_parameters: z
    .object({ message_id: z.number(), allow_sending_without_reply: z.boolean().optional() })
    .optional(),
});

const actions = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export const sendMessage: Handler = (world, { params }) => {
  const given = target.extend(textParams.shape).parse(params);
  const content = messageText(given);
  const group = world.groups.get(Number(given.chat_id));
  if (group) return sayInGroup(world, group, content.text);
  return deliver(world, given, content, readMarkup(given.reply_markup));
};

export const sendDocument: Handler = (world, { params, uploads }) => {
  const given = target.extend(captionParams.shape).extend({ document: z.string() }).parse(params);
  return sendFile(world, given, 'document', given.document, uploads);
};

export const sendPhoto: Handler = (world, { params, uploads }) => {
  const given = target.extend(captionParams.shape).extend({ photo: z.string() }).parse(params);
  return sendFile(world, given, 'photo', given.photo, uploads);
};

export const sendMediaGroup: Handler = (world, { params, uploads }) => {
  const item = captionParams.extend({ type: z.string(), media: z.string() });
  const given = target.extend({ media: z.array(item) }).parse(params);
  const kinds = new Set(given.media.map(({ type }) => type));
  const kind = given.media[0]?.type;
  if (given.media.length < 2 || given.media.length > 10) {
    throw violation('a media group needs 2 to 10 files');
  }
  if (kinds.size > 1) throw violation('documents can be grouped with documents only');
  if (kind !== 'document' && kind !== 'photo') throw notDone(`a media group of ${kind}`);
  world.writable(given.chat_id);
  const mediaGroup = String(world.nextMessageId());
  const ready = given.media.map((one) => ({
    file: fileOf(world, kind, one.media, uploads),
    caption: captionText(one),
  }));
  return ready.map(({ file, caption }) =>
    deliver(world, given, caption, readMarkup(undefined), { file, mediaGroup }),
  );
};

export const sendChatAction: Handler = (world, { params }) => {
  const given = target.extend({ action: z.string() }).parse(params);
  world.writable(given.chat_id);
  if (!actions.includes(given.action)) throw violation('wrong parameter action in request');
  return true;
};

function sayInGroup(world: World, group: Group, text: string): Wire {
  if (!group.joined) throw forbidden(`bot is not a member of the ${group.type} chat`);
  if (!group.mayWrite) throw badRequest('need administrator rights in the channel chat');
  group.said.push(text);
  const about = { message_id: world.nextMessageId(), date: world.now(), chat: wireGroup(group) };
  return group.type === 'channel' ? { ...about, text } : { ...about, from: world.bot, text };
}

function sendFile(
  world: World,
  given: z.infer<typeof target> & z.infer<typeof captionParams>,
  kind: StoredFile['kind'],
  source: string,
  uploads: Map<string, Upload>,
): Wire {
  const content = captionText(given);
  const markup = readMarkup(given.reply_markup);
  world.writable(given.chat_id);
  return deliver(world, given, content, markup, { file: fileOf(world, kind, source, uploads) });
}

/** An upload, stored; or a file that Telegram has already. */
function fileOf(
  world: World,
  kind: StoredFile['kind'],
  source: string,
  uploads: Map<string, Upload>,
): StoredFile {
  const upload = uploads.get(source.replace(/^attach:\/\//, ''));
  if (source.startsWith('attach://') && upload) return world.files.add(kind, upload);
  if (/^https?:/.test(source)) throw notDone('a file to be fetched from an address');
  const file = world.files.get(source);
  if (file.kind !== kind) throw badRequest(`can't use file of type ${file.kind} as ${kind}`);
  return file;
}

function deliver(
  world: World,
  given: z.infer<typeof target>,
  content: FormattedText,
  markup: Markup,
  extra: { file?: StoredFile; mediaGroup?: string } = {},
): Wire {
  const chat = world.writable(given.chat_id);
  const stored = chat.add(
    {
      id: world.nextMessageId(),
      fromBot: true,
      date: world.now(),
      replyTo: repliedTo(chat, given.reply_parameters),
      ...extra,
    },
    content,
    markup,
  );
  return wireMessage(chat, stored, world.bot);
}

function repliedTo(chat: Chat, reply: z.infer<typeof target>['reply_parameters']): number | undefined {
  if (!reply) return undefined;
  if (chat.find(reply.message_id)) return reply.message_id;
  if (reply.allow_sending_without_reply) return undefined;
  throw badRequest('message to be replied not found');
}

function notDone(what: string): Refusal {
  return new Refusal(501, `the stand-in does not know ${what}`, { violation: true });
}
