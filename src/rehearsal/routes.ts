import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { publishChatEvent } from '../channels/web/chat-events.ts';
import type { PlainView } from '../channels/web/plain-view.ts';
import { listSelectablePeople, readClockFace } from '../channels/web/selectable-people.ts';
import { requireChat } from '../channels/web/visitor.ts';
import type { Rehearsal, WebHouse } from '../channels/web/web-house.ts';
import { Refusal } from '../http/refusal.ts';
import type { Accept } from '../jobs/inbound.ts';
import type { ClockFace } from '../page/wire.ts';
import { watchInbox } from './five-years/inbox-watch.ts';
import { createPlayer } from './five-years/player.ts';

const moving = z.object({ step: z.enum(['hour', 'day', 'due']) });
const showing = z.strictObject({ plain: z.boolean() });
const playing = z.strictObject({ play: z.enum(['firstYear', 'fiveYears']) });
/** Routes that are refused while a script plays: a visitor would act in the same chats. */
const heldRoutes = new Set([
  '/api/clock',
  '/api/chats/:chatId/messages',
  '/api/chats/:chatId/presses',
  '/api/chats/:chatId/files',
  '/api/chats/:chatId/plain',
]);

/** Adds the rehearsal's own routes. In production they do not exist. */
export function addRehearsalRoutes(
  http: FastifyInstance,
  house: WebHouse,
  rehearsal: Rehearsal,
  { view, accept }: { view: PlainView; accept: Accept },
): { start(): Promise<void>; stop(): Promise<void> } {
  const tellClock = () => publishChatEvent(house.db.pool, { clock: true });
  const player = createPlayer(
    { house, accept, inbox: watchInbox(house.db.pool) },
    rehearsal.clock,
    tellClock,
  );
  http.addHook('onRequest', async (request) => {
    const { url = '' } = request.routeOptions;
    if (request.method === 'POST' && heldRoutes.has(url) && player.isPlaying()) throw new Refusal('playing');
  });
  http.get('/api/people', () => listSelectablePeople(house, rehearsal));
  http.get('/api/clock', async () => readClockFace(rehearsal));
  http.post('/api/clock', async (request): Promise<ClockFace> => {
    const { step } = moving.parse(request.body);
    await rehearsal.clock.move(step);
    await tellClock();
    return readClockFace(rehearsal);
  });
  http.get('/api/play', () => player.state());
  http.post('/api/play', (request) => player.play(playing.parse(request.body).play));
  http.post('/api/play/stop', () => player.stop());
  http.post('/api/chats/:chatId/plain', async (request) => {
    const { chatId } = await requireChat(house, request);
    const { plain } = showing.parse(request.body);
    await view.switch(chatId, plain);
    return { plain };
  });
  return { start: () => player.resume(), stop: () => player.close() };
}
