import type { FastifyInstance } from 'fastify';
import { Refusal } from '../../../http/refusal.ts';
import type { WebHouse } from '../web-house.ts';
import type { Session } from '../wire.ts';

/** Who the page is for. */
export function sessionRoutes(http: FastifyInstance, house: WebHouse): void {
  http.get('/api/session', async (request): Promise<Session> => {
    if (house.rehearsal) return { rehearsal: true };
    const chatId = await house.visitor?.(request);
    if (chatId === undefined) throw new Refusal('signed-out');
    return { rehearsal: false, chatId };
  });
}
