import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Clock } from '../../clock.ts';
import { storable } from '../bot-api/storable.ts';
import type { Inbound } from '../channel.ts';
import type { PlainChats } from '../plain/chats.ts';
import { messageUpdate, typedUpdate } from '../plain/typed-update.ts';
import { readEvent, type ZaloMessage } from './event.ts';
import { messageNumber, type ZaloIds } from './ids.ts';
import { fetchPhoto, type PhotoDeps } from './photo.ts';

export interface InboundDeps extends PhotoDeps {
  ids: ZaloIds;
  chats: PlainChats;
  clock: Clock;
  log: Logger;
  /** Zalo's id of the bot, once it is known. */
  ownId(): string | undefined;
  me(): Promise<UserFromGetMe>;
}

/** An event of Zalo's as an update to store; undefined when there is nothing to store. Throws nothing but trouble of the house. */
export async function inboundOf(deps: InboundDeps, body: unknown): Promise<Inbound | undefined> {
  const event = readEvent(body);
  if (event.kind !== 'message') {
    if (event.kind === 'unreadable') deps.log.warn('an event of Zalo that cannot be read');
    else deps.log.debug({ event: event.name }, 'an event of Zalo without a message');
    return undefined;
  }
  const { message } = event;
  // The bot's own messages may come back.
  if (message.fromBot || message.fromId === deps.ownId()) return undefined;
  return await updateOf(deps, message);
}

async function updateOf(deps: InboundDeps, message: ZaloMessage): Promise<Inbound> {
  const { ids, chats, clock } = deps;
  const { content } = message;
  const chatId = await ids.numberOf(message.chatId);
  const key = message.messageId;
  const typed = {
    key,
    chatId,
    messageId: messageNumber(message.messageId),
    name: storable(message.name).slice(0, 100),
    sentAt: message.sentAt,
  };
  if (content.kind === 'text') {
    const text = storable(content.text).trim();
    const chat = await chats.loadSettled(chatId);
    return typedUpdate({ ...typed, text }, chat, await deps.me(), clock.now().getTime());
  }
  if (content.kind === 'image') {
    const { id, size } = await fetchPhoto(deps, { messageId: key, chatId, address: content.address });
    const caption = storable(content.caption).trim();
    return {
      key,
      update: messageUpdate(typed, {
        // Its measures are not known: 0.
        photo: [
          {
            file_id: id,
            file_unique_id: id,
            width: 0,
            height: 0,
            ...(size !== undefined && { file_size: size }),
          },
        ],
        ...(caption && { caption }),
      }),
    };
  }
  return { key, update: messageUpdate(typed, {}) };
}
