import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { localeOf } from '../http/request-locale.ts';
import { FileMissing, type FileStore } from '../store/files.ts';
import { gonePage, sendPage } from './html-page.ts';
import { filePath, type Links } from './links.ts';

/** What a browser may show by itself; everything else is saved. */
const shownInline = /^image\/(png|jpeg|gif|webp)$/;

/**
 * `GET` and `HEAD` of a signed link, as often as one likes until it expires: then 410 with a
 * sentence. A link of which a letter was changed is 404, as is everything else below the path:
 * there is nothing to list.
 */
export function fileRoute(http: FastifyInstance, links: Links, files: FileStore): void {
  http.get<{ Params: { '*': string } }>(`${filePath}/*`, async (request, reply) => {
    // All of the rest: names may be longer than fastify lets a named part of a path be.
    const [token = '', name = '', ...more] = request.params['*'].split('/');
    const locale = localeOf(request);
    const notFound = (): FastifyReply => sendPage(reply, 404, locale, gonePage(locale, 'not-found'));
    const read = more.length === 0 ? await links.readFile(token) : undefined;
    if (!read) return notFound();
    if (read.expired) return sendPage(reply, 410, locale, gonePage(locale, 'expired'));
    const file = await links.find(read.id);
    if (!file || file.name !== name) return notFound();
    if (await links.isRevoked(read.id)) return sendPage(reply, 410, locale, gonePage(locale, 'revoked'));
    // fastify answers HEAD by this route too, and would read the whole file to throw it away.
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

/** RFC 8187: what `encodeURIComponent` leaves and the header may not hold. */
function encodeName(name: string): string {
  return encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
