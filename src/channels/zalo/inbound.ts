import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import type { Inbound } from '../../jobs/inbound.ts';
import { makeStorable } from '../../text/storable.ts';
import type { PlainChats } from '../plain/chats.ts';
import { buildMessageUpdate, readTypedUpdate } from '../plain/typed-update.ts';
import { readEvent, type ZaloMessage } from './event.ts';
import { deriveMessageNumber, type ZaloIds } from './ids.ts';
import type { ZaloPhotos } from './photo.ts';

/** The dependencies of reading messages. */
export interface InboundDeps {
  ids: ZaloIds;
  chats: PlainChats;
  photos: ZaloPhotos;
  clock: Clock;
  log: Logger;
  /** Zalo's id of the bot, once it is known. */
  ownId(): string | undefined;
  me(): Promise<UserFromGetMe>;
}

/** Finds the message of a person in an event; undefined when there is nothing to store. */
export function readMessage({ log, ownId }: InboundDeps, body: unknown): ZaloMessage | undefined {
  const event = readEvent(body);
  if (event.kind !== 'message') {
    if (event.kind === 'unreadable') log.warn('an event of Zalo that cannot be read');
    else log.debug({ event: event.name }, 'an event of Zalo without a message');
    return undefined;
  }
  const { message } = event;
  // The bot's own messages may come back.
  return message.fromBot || message.fromId === ownId() ? undefined : message;
}

/** Turns a person's message into an update to store. It fails only for errors of the app itself. */
export async function readZaloInbound(deps: InboundDeps, message: ZaloMessage): Promise<Inbound> {
  const { ids, chats, photos, clock } = deps;
  const { content } = message;
  const chatId = await ids.numberOf(message.chatId);
  const key = message.messageId;
  const typed = {
    key,
    chatId,
    messageId: deriveMessageNumber(message.messageId),
    name: makeStorable(message.name).slice(0, 100),
    sentAt: message.sentAt,
  };
  if (content.kind === 'text') {
    const text = makeStorable(content.text).trim();
    const chat = await chats.loadSettled(chatId);
    return readTypedUpdate({ ...typed, text }, chat, await deps.me(), clock.now().getTime());
  }
  if (content.kind === 'image') {
    const id = await photos.note({ messageId: key, chatId, address: makeStorable(content.address) });
    const caption = makeStorable(content.caption).trim();
    return {
      key,
      update: buildMessageUpdate(typed, {
        // Its width and height are not known: 0.
        photo: [{ file_id: id, file_unique_id: id, width: 0, height: 0 }],
        ...(caption && { caption }),
      }),
    };
  }
  return { key, update: buildMessageUpdate(typed, {}) };
}
