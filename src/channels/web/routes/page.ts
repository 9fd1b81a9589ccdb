import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../http/refusal.ts';
import type { Locale } from '../../../i18n.ts';
import { buildWebPage, type PageFile } from '../page-files.ts';
import type { PageNames } from '../page-texts.ts';

/**
 * Adds the routes of the page: `/`, and its files under an address that changes with their content.
 */
export function addPageRoutes(http: FastifyInstance, namesIn: (locale: Locale) => PageNames): void {
  const page = buildWebPage(namesIn);

  http.get('/', (request, reply) => send(request, reply.header('cache-control', 'no-cache'), page.index));

  http.get<{ Params: { version: string; '*': string } }>('/page/:version/*', (request, reply) => {
    const file = request.params.version === page.version ? page.files.get(request.params['*']) : undefined;
    if (!file) throw new Refusal('not-found');
    return send(request, reply.header('cache-control', 'public, max-age=31536000, immutable'), file);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply.header('vary', 'accept-encoding').type(file.type);
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
