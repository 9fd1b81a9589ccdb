import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../../http/refusal.ts';
import type { Locale } from '../../../i18n.ts';
import { loadWebPage } from '../load-page.ts';
import type { PageFile } from '../page-files.ts';
import type { PageNames } from '../page-texts.ts';

/** In milliseconds after the server listens: the rest of the start goes first. */
const buildAfterMs = 300;

/** In place of a version: the files as they are now. An open page reads its texts again there. */
const newest = 'newest';

/**
 * Adds the routes of the page: `/`, and its files under an address that changes with their content.
 * The page is built soon after the start, or at its first request.
 */
export function addPageRoutes(http: FastifyInstance, namesIn: (locale: Locale) => PageNames): void {
  const load = () => loadWebPage(namesIn);
  let timer: NodeJS.Timeout | undefined;
  http.addHook('onListen', async () => {
    timer = setTimeout(() => {
      load().catch((error) => http.log.error({ err: error }, 'the page could not be built'));
    }, buildAfterMs).unref();
  });
  http.addHook('onClose', async () => clearTimeout(timer));

  http.get('/', async (request, reply) => {
    const { index } = await load();
    return send(request, reply.header('cache-control', 'no-cache'), index);
  });

  http.get<{ Params: { version: string; '*': string } }>('/page/:version/*', async (request, reply) => {
    const { version, files } = await load();
    const asked = request.params.version;
    const file = asked === version || asked === newest ? files.get(request.params['*']) : undefined;
    if (!file) throw new Refusal('not-found');
    const kept = asked === newest ? 'no-cache' : 'public, max-age=31536000, immutable';
    return send(request, reply.header('cache-control', kept), file);
  });
}

function send(request: FastifyRequest, reply: FastifyReply, file: PageFile): FastifyReply {
  const accepted = String(request.headers['accept-encoding'] ?? '');
  reply.header('vary', 'accept-encoding').type(file.type);
  if (/\bbr\b/.test(accepted)) return reply.header('content-encoding', 'br').send(file.brotli);
  if (/\bgzip\b/.test(accepted)) return reply.header('content-encoding', 'gzip').send(file.gzip);
  return reply.send(file.plain);
}
