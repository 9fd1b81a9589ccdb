import type { FastifyRequest } from 'fastify';
import { Refusal } from './refusal.ts';

/**
 * Refuses requests of other sites' pages. An Origin must be one of `own`; the browser must not
 * report another site, except where the request opens a page of ours; and a changing request needs
 * a JSON body or the header `x-requested-with`, which no foreign page can send without a preflight.
 * Throws `Refusal`.
 */
export function refuseForeignPages(
  { method, headers }: FastifyRequest,
  { own, opensPage }: { own: string[]; opensPage: boolean },
): void {
  const { origin, 'sec-fetch-site': site, 'content-type': type = '' } = headers;
  if (origin !== undefined && !own.includes(origin)) throw new Refusal('elsewhere');
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !opensPage) {
    throw new Refusal('elsewhere');
  }
  if (method === 'GET' || method === 'HEAD') return;
  const simple = !type.startsWith('application/json') && !('x-requested-with' in headers);
  if (simple) throw new Refusal('elsewhere');
}
