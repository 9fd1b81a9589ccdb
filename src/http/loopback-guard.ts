import type { FastifyRequest } from 'fastify';
import { refuseForeignPages } from './own-pages.ts';
import { Refusal } from './refusal.ts';

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses requests that do not come from pages of this server, opened on this machine. It protects
 * the rehearsal. The Host header must be loopback (a foreign name that resolves to 127.0.0.1 is
 * refused: DNS rebinding), and the page must be this server's own. Throws `Refusal`.
 */
export function refuseForeignRequests(request: FastifyRequest): void {
  refuseForeignHost(request);
  const { host, 'sec-fetch-dest': dest } = request.headers;
  // A page may be opened in a tab of its own from anywhere: a link can come from another site.
  const opensPage = request.method === 'GET' && dest === 'document';
  refuseForeignPages(request, { own: [`http://${host}`], opensPage });
}

/**
 * Refuses foreign hosts only, for pages with a signed address: the address itself permits opening
 * and sending.
 */
export function refuseForeignHost({ headers }: FastifyRequest): void {
  if (!loopback.test(headers.host ?? '')) throw new Refusal('elsewhere');
}
