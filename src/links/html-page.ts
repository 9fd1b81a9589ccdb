import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { escapeHtml, type Locale, t } from '../i18n.ts';
import { capitalise } from '../text/letters.ts';

const folder = join(import.meta.dirname, 'page');
const types = {
  'colours.css': 'text/css; charset=utf-8',
  'upload.css': 'text/css; charset=utf-8',
  'upload.js': 'text/javascript; charset=utf-8',
};
/** The colours are those of the chat, from the same file. */
const elsewhere: Record<string, string> = { 'colours.css': '../../page/colours.css' };
const assets = new Map(
  Object.entries(types).map(([name, type]) => {
    const bytes = readFileSync(join(folder, elsewhere[name] ?? name));
    const version = createHash('sha256').update(bytes).digest('hex').slice(0, 12);
    return [name, { type, bytes, version }];
  }),
);

/** Safe headers of a page that sends a form to this server and loads only its own files. */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const assetPath = '/trang-tep';

/** Returns the address of a file of the pages, which changes with its content. */
function readAssetAddress(name: keyof typeof types): string {
  return `${assetPath}/${assets.get(name)?.version}/${name}`;
}

/** Adds the routes of the style sheet and the script of the pages. */
export function addAssetRoutes(http: FastifyInstance, send: SendPage): void {
  http.get<{ Params: { version: string; name: string } }>(`${assetPath}/:version/:name`, (request, reply) => {
    const asset = assets.get(request.params.name);
    if (asset?.version !== request.params.version)
      return send(reply, 404, 'vi', buildGonePage('vi', 'not-found'));
    return reply
      .type(asset.type)
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(asset.bytes);
  });
}

/** A short page: `title` plain, `body` HTML. */
export interface HtmlPage {
  title: string;
  body: string;
  script?: boolean;
}

/** Sends a page of a few words. */
export type SendPage = (reply: FastifyReply, status: number, locale: Locale, page: HtmlPage) => FastifyReply;

/** Creates the sender of pages with safe headers, which bear the office's name above. */
export function createPageSender(officeIn: (locale: Locale) => string): SendPage {
  return (reply, status, locale, page) => {
    const head = { office: capitalise(officeIn(locale)), product: t(locale, 'page-title') };
    return reply
      .code(status)
      .headers({ 'content-security-policy': contentPolicy, 'cache-control': 'no-store' })
      .type('text/html; charset=utf-8')
      .send(writePage(locale, page, head));
  };
}

function writePage(locale: Locale, page: HtmlPage, head: { office: string; product: string }): string {
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(page.title)} – ${escapeHtml(head.office)}</title>
<link rel="stylesheet" href="${readAssetAddress('colours.css')}">
<link rel="stylesheet" href="${readAssetAddress('upload.css')}">
${page.script ? `<script type="module" src="${readAssetAddress('upload.js')}"></script>` : ''}
</head>
<body>
<header><p><strong>${escapeHtml(head.office)}</strong> <span>${escapeHtml(head.product)}</span></p></header>
<main>
<h1>${escapeHtml(page.title)}</h1>
${page.body}
</main>
</body>
</html>
`;
}

const gone = {
  'not-found': (say: Say) => [say('links-not-found-title'), say('links-not-found')],
  expired: (say: Say) => [say('links-expired-title'), say('links-expired')],
  revoked: (say: Say) => [say('links-revoked-title'), say('links-revoked')],
  'upload-expired': (say: Say) => [say('links-expired-title'), say('links-upload-expired')],
  'upload-over': (say: Say) => [say('links-over-title'), say('links-upload-over')],
  'upload-late': (say: Say) => [say('links-over-title'), say('links-upload-late'), say('links-upload-over')],
} as const;

type Say = (key: string) => string;

/** Builds the page of a link that no longer works. */
export function buildGonePage(locale: Locale, why: keyof typeof gone): HtmlPage {
  const [title] = gone[why]((key) => t(locale, key));
  const text = listGoneSentences(locale, why).map((one) => `<p>${escapeHtml(one)}</p>`);
  return { title: title ?? '', body: text.join('\n') };
}

/**
 * Lists the sentences of such a page without its title, plain: the reason, then what to do next.
 */
export function listGoneSentences(locale: Locale, why: keyof typeof gone): string[] {
  return gone[why]((key) => t(locale, key)).slice(1);
}
