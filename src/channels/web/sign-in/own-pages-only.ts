import type { FastifyRequest } from 'fastify';
import { refuseForeignPages } from '../../../http/own-pages.ts';

/**
 * Creates a check that only this web chat's own pages use its routes. These are the pages of
 * PUBLIC_URL or of the request's own Host. Only the page itself may be opened from a link of
 * another site. Throws `Refusal`. The cookie's SameSite=Strict is the other half.
 */
export function createOriginCheck(publicUrl: string | undefined): (request: FastifyRequest) => void {
  const publicOrigin = publicUrl === undefined ? [] : [new URL(publicUrl).origin];
  return (request) => {
    const { host = '' } = request.headers;
    // A proxy may end https and pass the public name on: both are this server's own.
    const own = [...publicOrigin, `http://${host}`, `https://${host}`];
    const opensPage = request.method === 'GET' && request.url.split('?')[0] === '/';
    refuseForeignPages(request, { own, opensPage });
  };
}
