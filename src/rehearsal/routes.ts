import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { clockFace, peopleToBe } from '../channels/web/people-to-be.ts';
import type { PlainView } from '../channels/web/plain-view.ts';
import { chatOf } from '../channels/web/visitor.ts';
import { tell } from '../channels/web/wakes.ts';
import type { Rehearsal, WebHouse } from '../channels/web/web-house.ts';
import type { ClockFace } from '../page/wire.ts';

const moving = z.object({ step: z.enum(['hour', 'day', 'due']) });
const showing = z.strictObject({ plain: z.boolean() });

/** The rehearsal's own routes. They are not there otherwise. */
export function rehearsalRoutes(
  http: FastifyInstance,
  house: WebHouse,
  rehearsal: Rehearsal,
  view: PlainView,
): void {
  http.get('/api/people', () => peopleToBe(house, rehearsal));
  http.get('/api/clock', async () => clockFace(rehearsal));
  http.post('/api/clock', async (request): Promise<ClockFace> => {
    const { step } = moving.parse(request.body);
    await rehearsal.clock.move(step);
    await tell(house.db.pool, { clock: true });
    return clockFace(rehearsal);
  });
  http.post('/api/chats/:chatId/plain', async (request) => {
    const { chatId } = await chatOf(house, request);
    const { plain } = showing.parse(request.body);
    await view.switch(chatId, plain);
    return { plain };
  });
}
