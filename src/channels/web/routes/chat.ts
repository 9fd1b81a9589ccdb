import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../http/refusal.ts';
import { localeOf } from '../../../http/request-locale.ts';
import type { Accept } from '../../../jobs/inbound.ts';
import { longestTyped } from '../../../page/split-text.ts';
import type { ChatPage, MessageBody } from '../../../page/wire.ts';
import { makeStorable } from '../../../text/storable.ts';
import { addFoundEntities } from '../../bot-api/found-entities.ts';
import { readCommandMenu } from '../command-menus.ts';
import { readWebInbound } from '../inbound.ts';
import { addOwnMessage, findMessage, listMessagesBefore, readLatestVersion } from '../transcript.ts';
import { buildPressUpdate } from '../updates.ts';
import { requireChat } from '../visitor.ts';
import { markRead } from '../web-chats.ts';
import type { WebHouse } from '../web-house.ts';

const pageLength = 50;

/** A browser's own name for a message that it sends. */
export const clientKey = z.string().regex(/^[\w-]{8,64}$/);

const paging = z.object({ before: z.coerce.number().int().positive().max(2_147_483_647).optional() });
const saying = z.union([
  z.strictObject({ key: clientKey, text: z.string() }),
  z.strictObject({ key: clientKey, phone: z.string().regex(/^\+?[\d .()-]{6,24}$/) }),
]);
const pressing = z.object({
  key: clientKey,
  message: z.int().positive().max(2_147_483_647),
  data: z
    .string()
    .refine(
      (data) => data !== '' && Buffer.byteLength(data) <= 64 && makeStorable(data) === data.normalize('NFC'),
    ),
});
const reading = z.object({ upTo: z.int().min(0).max(2_147_483_647) });

/**
 * Adds the routes that read a chat and write in it. Every message has a key, and sending it again
 * changes nothing more.
 */
export function addChatRoutes(http: FastifyInstance, house: WebHouse, accept: Accept): void {
  const { pool } = house.db;

  http.get('/api/chats/:chatId/messages', async (request): Promise<ChatPage> => {
    const chat = await requireChat(house, request);
    const { before } = paging.parse(request.query);
    // The version is read first: a message added in between is then sent twice, never left out.
    const version = await readLatestVersion(pool, chat.chatId);
    const messages = await listMessagesBefore(pool, chat.chatId, before, pageLength + 1);
    const more = messages.length > pageLength;
    return {
      messages: more ? messages.slice(1) : messages,
      more,
      version,
      lastRead: chat.lastRead,
      commands: await readCommandMenu(pool, chat, localeOf(request)),
      plain: chat.plain,
    };
  });

  http.get('/api/chats/:chatId/commands', async (request) =>
    readCommandMenu(pool, await requireChat(house, request), localeOf(request)),
  );

  http.post('/api/chats/:chatId/messages', async (request) => {
    const chat = await requireChat(house, request);
    const said = saying.parse(request.body);
    const message = await addOwnMessage(pool, chat.chatId, house.clock.now(), {
      client_key: said.key,
      ...('text' in said ? written(said.text) : { contact: contactOf(chat, said.phone) }),
    });
    if (!message) throw new Refusal('not-found');
    await accept('web', [await readWebInbound(house, chat, message, said.key, localeOf(request))]);
    return message;
  });

  http.post('/api/chats/:chatId/presses', async (request) => {
    const chat = await requireChat(house, request);
    const press = pressing.parse(request.body);
    // The bot decides whether the button is still there: an old one gets an answer, not silence.
    const message = await findMessage(pool, chat.chatId, press.message);
    if (!message?.fromBot) throw new Refusal('not-found');
    const update = buildPressUpdate(message, press.data, press.key, chat, house.me, localeOf(request));
    await accept('web', [update]);
    return { query: update.key };
  });

  http.post('/api/chats/:chatId/read', async (request) => {
    const chat = await requireChat(house, request);
    await markRead(pool, chat.chatId, reading.parse(request.body).upTo);
    return {};
  });
}

function written(text: string): Pick<MessageBody, 'text' | 'entities'> {
  const said = makeStorable(text).trim();
  if (said === '') throw new Refusal('bad-request');
  if (said.length > longestTyped) throw new Refusal('too-long');
  const { entities } = addFoundEntities({ text: said, entities: [] });
  return { text: said, ...(entities.length > 0 && { entities }) };
}

function contactOf(chat: { chatId: number; label: string }, phone: string) {
  return { phone_number: phone.replaceAll(/[^\d+]/g, ''), first_name: chat.label, user_id: chat.chatId };
}
