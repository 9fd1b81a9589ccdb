import type { FastifyRequest } from 'fastify';
import { Refusal } from '../../../http/refusal.ts';

/**
 * Lets only pages of this very web chat use its routes. An Origin must be PUBLIC_URL's or that of
 * the request's own Host; the browser must not say that another site asks (except for opening the
 * page itself, from a link); and what changes something must come with a JSON body or the header
 * `x-requested-with`, which no foreign page can send without asking first. Throws `Refusal`. The
 * cookie's SameSite=Strict is the other half.
 */
export function ownPagesOnly(publicUrl: string | undefined): (request: FastifyRequest) => void {
  const publicOrigin = publicUrl === undefined ? undefined : new URL(publicUrl).origin;
  return (request) => {
    const { host = '', origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
    // A proxy may end https before us and pass the public name on: both are this server's own.
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
