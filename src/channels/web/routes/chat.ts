import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../../http/refusal.ts';
import { localeOf } from '../../../http/request-locale.ts';
import type { Accept } from '../../../jobs/inbound.ts';
import type { ChatPage, MessageBody } from '../../../page/wire.ts';
import { storable } from '../../../text/storable.ts';
import { longestText } from '../../bot-api/calls.ts';
import { addFoundEntities } from '../../bot-api/found-entities.ts';
import { menuOf } from '../command-menus.ts';
import { inboundOf } from '../inbound.ts';
import { addOwnMessage, findMessage, latestVersion, pageBefore } from '../transcript.ts';
import { pressUpdate } from '../updates.ts';
import { chatOf } from '../visitor.ts';
import { markRead } from '../web-chats.ts';
import type { WebHouse } from '../web-house.ts';

const pageLength = 50;

/** A browser's own name for what it sends. */
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
      (data) => data !== '' && Buffer.byteLength(data) <= 64 && storable(data) === data.normalize('NFC'),
    ),
});
const reading = z.object({ upTo: z.int().min(0).max(2_147_483_647) });

/**
 * Reading a chat and writing in it. Everything that is sent has a key, and sending it again changes
 * nothing more.
 */
export function chatRoutes(http: FastifyInstance, house: WebHouse, accept: Accept): void {
  const { pool } = house.db;

  http.get('/api/chats/:chatId/messages', async (request): Promise<ChatPage> => {
    const chat = await chatOf(house, request);
    const { before } = paging.parse(request.query);
    // The version first: what is added in between is then sent twice, never left out.
    const version = await latestVersion(pool, chat.chatId);
    const messages = await pageBefore(pool, chat.chatId, before, pageLength + 1);
    const more = messages.length > pageLength;
    return {
      messages: more ? messages.slice(1) : messages,
      more,
      version,
      lastRead: chat.lastRead,
      commands: await menuOf(pool, chat, localeOf(request)),
      plain: chat.plain,
    };
  });

  http.get('/api/chats/:chatId/commands', async (request) =>
    menuOf(pool, await chatOf(house, request), localeOf(request)),
  );

  http.post('/api/chats/:chatId/messages', async (request) => {
    const chat = await chatOf(house, request);
    const said = saying.parse(request.body);
    const message = await addOwnMessage(pool, chat.chatId, house.clock.now(), {
      client_key: said.key,
      ...('text' in said ? written(said.text) : { contact: contactOf(chat, said.phone) }),
    });
    if (!message) throw new Refusal('not-found');
    await accept('web', [await inboundOf(house, chat, message, said.key, localeOf(request))]);
    return message;
  });

  http.post('/api/chats/:chatId/presses', async (request) => {
    const chat = await chatOf(house, request);
    const press = pressing.parse(request.body);
    // Whether the button is still there is the bot's to say: an old one gets an answer, not
    // silence.
    const message = await findMessage(pool, chat.chatId, press.message);
    if (!message?.fromBot) throw new Refusal('not-found');
    const update = pressUpdate(message, press.data, press.key, chat, house.me, localeOf(request));
    await accept('web', [update]);
    return { query: update.key };
  });

  http.post('/api/chats/:chatId/read', async (request) => {
    const chat = await chatOf(house, request);
    await markRead(pool, chat.chatId, reading.parse(request.body).upTo);
    return {};
  });
}

function written(text: string): Pick<MessageBody, 'text' | 'entities'> {
  const said = storable(text).trim();
  if (said === '') throw new Refusal('bad-request');
  if (said.length > longestText) throw new Refusal('too-long');
  const { entities } = addFoundEntities({ text: said, entities: [] });
  return { text: said, ...(entities.length > 0 && { entities }) };
}

function contactOf(chat: { chatId: number; label: string }, phone: string) {
  return { phone_number: phone.replaceAll(/[^\d+]/g, ''), first_name: chat.label, user_id: chat.chatId };
}
