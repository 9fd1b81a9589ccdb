import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../http/refusal.ts';
import { findWebChat, type WebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

const params = z.object({ chatId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/**
 * The chat that a request is about, when whoever asks may use it: in the rehearsal any, otherwise their own. Throws
 * `Refusal`: 401 signed out; 404 no such chat or somebody else's, without saying which.
 */
export async function chatOf(house: WebHouse, request: FastifyRequest): Promise<WebChat> {
  const read = params.safeParse(request.params);
  if (!read.success) throw new Refusal('not-found');
  const { chatId } = read.data;
  if (!house.rehearsal) {
    const own = await house.visitors?.find(request);
    if (own === undefined) throw new Refusal('signed-out');
    if (own.chatId !== chatId) throw new Refusal('not-found');
  }
  const chat = await findWebChat(house.db.pool, chatId);
  if (!chat) throw new Refusal('not-found');
  return chat;
}
