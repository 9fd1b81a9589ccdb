import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../../http/refusal.ts';

/**
 * Creates a check that only this web chat's own pages use its routes. An Origin must be that of
 * PUBLIC_URL or of the request's own Host; the browser must not report another site (except for
 * opening the page itself, from a link); and a changing request needs a JSON body or the header
 * `x-requested-with`, which no foreign page can send without a preflight. Throws `Refusal`. The
 * cookie's SameSite=Strict is the other half.
 */
export function createOriginCheck(publicUrl: string | undefined): (request: FastifyRequest) => void {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return (request) => {
    const { host = '', origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
    // A proxy may end https and pass the public name on: both are this server's own.
    const own = [publicOrigin, `http://${host}`, `https://${host}`];
    if (origin !== undefined && !own.includes(origin)) throw new Refusal('elsewhere');
    const opensPage = request.method === 'GET' && request.url.split('?')[0] === '/';
    if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
      throw new Refusal('elsewhere');
    }
    if (request.method === 'GET' || request.method === 'HEAD') return;
    const simple = !type.startsWith('application/json') && !('x-requested-with' in request.headers);
    if (simple) throw new Refusal('elsewhere');
  };
}
