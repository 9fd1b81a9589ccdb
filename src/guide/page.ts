import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Args, escapeHtml, type Locale, locales } from '../i18n.ts';
import { type GuideName, guideNames, guidePath, guideTitles, stepsOf } from './guides.ts';
import { findPicture } from './pictures.ts';

/** The style sheet of the guide, with the colours of the chat. */
export const guideCss = ['../page/colours.css', 'guide.css']
  .map((file) => readFileSync(join(import.meta.dirname, file), 'utf8'))
  .join('\n');

/** Texts in one language that know the plan's bodies. */
export interface GuideWords {
  t(key: string, args?: Args): string;
  html(key: string, args?: Args): string;
}

/** Where a page finds what belongs to it: on this server, or within itself. */
interface Parts {
  style: string;
  picture(name: string): string;
  /** Leads to the other guides and languages; empty in a file. */
  links: string;
}

/** Builds a guide as a page of this server. */
export function buildGuidePage(guide: GuideName, locale: Locale, words: GuideWords): string {
  const links = [
    ...guideNames
      .filter((name) => name !== guide)
      .map((name) => anchor(guidePath(name, locale), words.t(guideTitles[name]))),
    ...locales
      .filter((other) => other !== locale)
      .map((other) => anchor(guidePath(guide, other), words.t('guide-other-language'))),
  ];
  return build(guide, locale, words, {
    style: '<link rel="stylesheet" href="/huong-dan/guide.css">',
    picture: (name) => `/huong-dan/hinh/${locale}/${name}.png`,
    links: `<nav>${links.join('\n')}</nav>`,
  });
}

/** Builds a guide as one file with its pictures, for where no address leads to the server. */
export function buildGuideFile(guide: GuideName, locale: Locale, words: GuideWords): string {
  return build(guide, locale, words, {
    style: `<style>${guideCss}</style>`,
    picture: (name) => `data:image/png;base64,${findPicture(locale, name)?.bytes.toString('base64') ?? ''}`,
    links: '',
  });
}

function build(guide: GuideName, locale: Locale, words: GuideWords, parts: Parts): string {
  const title = escapeHtml(words.t(guideTitles[guide]));
  const sections = stepsOf(guide).map(({ title: heading, text, picture }, i) => {
    const paragraphs = words
      .html(text)
      .split('\n')
      .map((line) => `<p>${line}</p>`);
    return [
      `<section>\n<h2>${i + 1}. ${escapeHtml(words.t(heading))}</h2>`,
      ...paragraphs,
      ...(picture === undefined ? [] : [figure(picture, words.t(heading), locale, parts)]),
      '</section>',
    ].join('\n');
  });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
${parts.style}
</head>
<body>
<main>
<header>
<h1>${title}</h1>
<p>${words.html('guide-intro')}</p>
</header>
${sections.join('\n')}
<footer>
<p>${words.html('guide-contact')}</p>
${parts.links}
</footer>
</main>
</body>
</html>
`;
}

function figure(name: string, about: string, locale: Locale, parts: Parts): string {
  const { width = 0, height = 0 } = findPicture(locale, name) ?? {};
  const size = `width="${width}" height="${height}"`;
  return `<img src="${parts.picture(name)}" ${size} loading="lazy" alt="${escapeHtml(about)}">`;
}

function anchor(path: string, text: string): string {
  return `<a href="${escapeHtml(path)}">${escapeHtml(text)}</a>`;
}
