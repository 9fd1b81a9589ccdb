import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { PlainView } from '../plain-view/view.ts';
import { chatOf } from '../visitor.ts';
import { tell } from '../wakes.ts';
import { unreadCounts } from '../web-chats.ts';
import type { Rehearsal, WebHouse } from '../web-house.ts';
import type { ClockFace, PersonToBe } from '../wire.ts';

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

/** The people to be, with what each has not read. */
export async function peopleToBe(house: WebHouse, rehearsal: Rehearsal): Promise<PersonToBe[]> {
  const people = await rehearsal.people();
  const unread = await unreadCounts(
    house.db.pool,
    people.map(({ chatId }) => chatId),
  );
  return people.map((person) => ({ ...person, unread: unread.get(person.chatId) ?? 0 }));
}

/** What the rehearsal's clock shows. */
export function clockFace({ clock }: Rehearsal): ClockFace {
  return { now: clock.now().toISOString(), zone: clock.zone };
}
