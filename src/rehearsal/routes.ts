import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { publishChatEvent } from '../channels/web/chat-events.ts';
import type { PlainView } from '../channels/web/plain-view.ts';
import { listSelectablePeople, readClockFace } from '../channels/web/selectable-people.ts';
import { requireChat } from '../channels/web/visitor.ts';
import type { Rehearsal, WebHouse } from '../channels/web/web-house.ts';
import type { Accept } from '../jobs/inbound.ts';
import type { ClockFace } from '../page/wire.ts';
import { watchInbox } from './first-year/inbox-watch.ts';
import { createFirstYear } from './first-year/play-year.ts';

const moving = z.object({ step: z.enum(['hour', 'day', 'due']) });
const showing = z.strictObject({ plain: z.boolean() });

/** Adds the rehearsal's own routes. In production they do not exist. */
export function addRehearsalRoutes(
  http: FastifyInstance,
  house: WebHouse,
  rehearsal: Rehearsal,
  { view, accept }: { view: PlainView; accept: Accept },
): void {
  const tellClock = () => publishChatEvent(house.db.pool, { clock: true });
  const year = createFirstYear(
    { house, accept, inbox: watchInbox(house.db.pool) },
    rehearsal.clock,
    tellClock,
  );
  http.get('/api/people', () => listSelectablePeople(house, rehearsal));
  http.get('/api/clock', async () => readClockFace(rehearsal));
  http.post('/api/clock', async (request): Promise<ClockFace> => {
    const { step } = moving.parse(request.body);
    await rehearsal.clock.move(step);
    await tellClock();
    return readClockFace(rehearsal);
  });
  http.get('/api/year', () => year.state());
  http.post('/api/year', () => year.play());
  http.post('/api/chats/:chatId/plain', async (request) => {
    const { chatId } = await requireChat(house, request);
    const { plain } = showing.parse(request.body);
    await view.switch(chatId, plain);
    return { plain };
  });
}
