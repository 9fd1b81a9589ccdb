import type { FastifyInstance } from 'fastify';
import type { Session } from '../../../page/wire.ts';
import type { WebHouse } from '../web-house.ts';

/** Adds the route that tells the page its session. A visit renews the cookie. */
export function addSessionRoutes(http: FastifyInstance, house: WebHouse): void {
  http.get('/api/session', async (request, reply): Promise<Session> => {
    if (house.rehearsal) return { rehearsal: true };
    const visit = await house.visitors?.find(request);
    if (!visit) return { rehearsal: false };
    const cookie = await house.visitors?.renew(request);
    if (cookie) reply.header('set-cookie', cookie);
    return { rehearsal: false, chatId: visit.chatId };
  });
}
