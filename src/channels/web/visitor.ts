import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Refusal } from '../../http/refusal.ts';
import { findWebChat, type WebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

const params = z.object({ chatId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/**
 * Returns the chat of a request, if the visitor may use it: in a rehearsal any, otherwise their
 * own. Throws `Refusal`: 401 signed out; 404 for a missing chat and for another person's alike.
 */
export function requireChat(house: WebHouse, request: FastifyRequest): Promise<WebChat> {
  const known = chats.get(request) ?? findChat(house, request);
  chats.set(request, known);
  return known;
}

/** Looked up before the body is read, and not again for the same request. */
const chats = new WeakMap<FastifyRequest, Promise<WebChat>>();

/** Routes that can be used while signed out. */
const open = new Set(['/api/session', '/api/sign-in', '/api/sign-out']);

/**
 * Refuses signed-out visitors who send a body, or request anything below `/api`. Throws `Refusal`.
 */
export async function refuseSignedOut(house: WebHouse, request: FastifyRequest): Promise<void> {
  const { url = '' } = request.routeOptions;
  if (!url.startsWith('/api/') || open.has(url)) return;
  if (url.startsWith('/api/chats/')) await requireChat(house, request);
  else if (!(await house.visitors?.find(request))) throw new Refusal('signed-out');
}

async function findChat(house: WebHouse, request: FastifyRequest): Promise<WebChat> {
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
