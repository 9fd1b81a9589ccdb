import type { FastifyInstance } from 'fastify';
import { Refusal } from '../http/refusal.ts';
import { localeOf } from '../http/request-locale.ts';
import { type Locale, locales } from '../i18n.ts';
import { guidePath, isGuide } from './guides.ts';
import { buildGuidePage, type GuideWords, guideCss } from './page.ts';
import { findPicture } from './pictures.ts';

/** Pictures change with a release only, and are looked at on a weak signal. */
const dayOfCache = 'public, max-age=86400';

interface Asked {
  Params: { guide?: string };
  Querystring: { lang?: string };
}

/**
 * Adds the guide with pictures, open to all who have its address: what it shows is made up.
 * `/huong-dan` is that of liaisons; `?lang=` chooses the language, else the browser does.
 */
export function addGuideRoutes(http: FastifyInstance, wordsIn: (locale: Locale) => GuideWords): void {
  http.get('/huong-dan/guide.css', (_request, reply) =>
    reply.type('text/css; charset=utf-8').header('cache-control', dayOfCache).send(guideCss),
  );

  http.get<{ Params: { locale: string; name: string } }>(
    '/huong-dan/hinh/:locale/:name',
    (request, reply) => {
      const locale = asKnown(request.params.locale);
      const picture = locale && findPicture(locale, request.params.name.replace(/\.png$/, ''));
      if (!picture) throw new Refusal('not-found');
      return reply.type('image/png').header('cache-control', dayOfCache).send(picture.bytes);
    },
  );

  http.get<Asked>('/huong-dan', (request, reply) =>
    reply.redirect(guidePath('dau-moi', asKnown(request.query.lang) ?? localeOf(request))),
  );

  http.get<Asked>('/huong-dan/:guide', (request, reply) => {
    const { guide = '' } = request.params;
    if (!isGuide(guide)) throw new Refusal('not-found');
    const locale = asKnown(request.query.lang) ?? localeOf(request);
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'max-age=0, must-revalidate')
      .send(buildGuidePage(guide, locale, wordsIn(locale)));
  });
}

function asKnown(name: unknown): Locale | undefined {
  return locales.find((locale) => locale === name);
}
