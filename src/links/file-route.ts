import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { localeOf } from '../http/request-locale.ts';
import { FileMissing, type FileStore } from '../store/files.ts';
import { buildGonePage, type SendPage } from './html-page.ts';
import { fileLinkPath, type Links } from './links.ts';

/** Types that a browser may show by itself; all others are saved. */
const shownInline = /^image\/(png|jpeg|gif|webp)$/;

/**
 * Adds `GET` and `HEAD` of signed file links, which work until they expire. Then the
 * answer is 410 with a sentence, also once the file is erased. A changed link is 404, as is
 * everything else below the path: there is nothing to list.
 */
export function addFileRoute(http: FastifyInstance, links: Links, files: FileStore, send: SendPage): void {
  http.get<{ Params: { '*': string } }>(`${fileLinkPath}/*`, async (request, reply) => {
    // The rest of the path: names may be longer than fastify allows in a named part.
    const [token = '', name = '', ...more] = request.params['*'].split('/');
    const locale = localeOf(request);
    const notFound = (): FastifyReply => send(reply, 404, locale, buildGonePage(locale, 'not-found'));
    const opened = more.length === 0 ? await links.openFile(token) : undefined;
    if (!opened) return notFound();
    const { file } = opened;
    if (opened.expired || !file) return send(reply, 410, locale, buildGonePage(locale, 'expired'));
    if (file.name !== name) return notFound();
    if (await links.isRevoked(file)) return send(reply, 410, locale, buildGonePage(locale, 'revoked'));
    // fastify answers HEAD by this route too, and would read the whole file to discard it.
    const head = request.method === 'HEAD';
    const content = await (head ? files.size(file.storageKey) : files.get(file.storageKey)).catch(
      (error: unknown) => {
        if (error instanceof FileMissing) return undefined;
        throw error;
      },
    );
    if (content === undefined) return notFound();
    const place = shownInline.test(file.mime) ? 'inline' : 'attachment';
    return reply
      .headers({
        'content-type': file.mime,
        'content-length': file.size,
        'content-disposition': `${place}; filename="${asciiName(file.name)}"; filename*=UTF-8''${encodeName(file.name)}`,
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
        'cross-origin-resource-policy': 'cross-origin',
        'cache-control': 'private, max-age=3600',
      })
      .send(head ? Readable.from([]) : content);
  });
}

/** For browsers that do not read `filename*`. */
function asciiName(name: string): string {
  return name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
}

/** RFC 8187: encodes characters that `encodeURIComponent` keeps and the header must not hold. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
