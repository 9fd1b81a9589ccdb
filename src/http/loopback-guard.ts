import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses requests that do not come from pages of this server, opened on this machine. It protects
 * the rehearsal. The Host header must be loopback (a foreign name that resolves to 127.0.0.1 is
 * refused: DNS rebinding), an Origin must be the same, and a changing request needs a JSON body or
 * the header `x-requested-with`, which a foreign page cannot send without a preflight. Throws
 * `Refusal`.
 */
export function refuseForeignRequests(request: FastifyRequest): void {
  refuseForeignHost(request);
  const { host, origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal('elsewhere');
  // A page may be opened in a tab of its own from anywhere: a link can come from another site.
  const opensPage = request.method === 'GET' && request.headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    throw new Refusal('elsewhere');
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const simple = !type.startsWith('application/json') && !('x-requested-with' in request.headers);
  if (simple) throw new Refusal('elsewhere');
}

/**
 * Refuses foreign hosts only, for pages with a signed address: the address itself permits opening
 * and sending.
 */
export function refuseForeignHost({ headers }: FastifyRequest): void {
  if (!loopback.test(headers.host ?? '')) throw new Refusal('elsewhere');
}
