import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Lets only pages of this very server, opened on this very machine, drive the rehearsal. The Host
 * header must be loopback (a foreign name that resolves to 127.0.0.1 is refused: DNS rebinding), an
 * Origin must be the same, and what changes something must come with a JSON body or the header
 * `x-requested-with`, which no foreign page can send without asking first. Throws `Refusal`.
 */
export function refuseForeignRequests(request: FastifyRequest): void {
  refuseForeignHost(request);
  const { host, origin, 'sec-fetch-site': site, 'content-type': type = '' } = request.headers;
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal('elsewhere');
  // In a tab of its own a page may be opened from anywhere: a link does not know by which name one
  // came here.
  const opensPage = request.method === 'GET' && request.headers['sec-fetch-dest'] === 'document';
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    throw new Refusal('elsewhere');
  }
  if (request.method === 'GET' || request.method === 'HEAD') return;
  const simple = !type.startsWith('application/json') && !('x-requested-with' in request.headers);
  if (simple) throw new Refusal('elsewhere');
}

/**
 * As `refuseForeignRequests` for pages whose address is signed: whoever has it may open it and send
 * its form.
 */
export function refuseForeignHost({ headers }: FastifyRequest): void {
  if (!loopback.test(headers.host ?? '')) throw new Refusal('elsewhere');
}
