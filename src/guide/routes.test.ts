import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createWords } from '../bot/core/words.ts';
import { commandsOf, features } from '../bot/features/index.ts';
import { createHttp } from '../http/server.ts';
import { keysOf, type Locale, locales, t } from '../i18n.ts';
import { loadPlan } from '../plan/load.ts';
import { guideFor, guideNames, guidePath, stepsOf } from './guides.ts';
import { buildGuideFile } from './page.ts';
import { findPicture } from './pictures.ts';
import { addGuideRoutes } from './routes.ts';

const plan = loadPlan('prisma/plans/101-kh-ubnd.yaml');
let http: FastifyInstance;
beforeAll(() => {
  http = createHttp({ log: pino({ level: 'silent' }) });
  addGuideRoutes(http, (locale) => createWords(plan, locale));
});
afterAll(() => http.close());

const pages = guideNames.flatMap((guide) => locales.map((locale) => ({ guide, locale })));

describe.each(pages)('$guide in $locale', ({ guide, locale }) => {
  it('is one page without scripts, with the phone number and every step', async () => {
    const { statusCode, headers, body } = await http.inject(guidePath(guide, locale));
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain(`<html lang="${locale}">`);
    expect(body).toContain(plan.bodies.officePhone);
    expect(body.match(/<h2>/g)).toHaveLength(stepsOf(guide).length);
    expect(body).not.toMatch(/<script|style="|undefined|\{ \$/);
  });

  it('shows pictures that are there, with their size', async () => {
    const { body } = await http.inject(guidePath(guide, locale));
    const shown = [...body.matchAll(/<img src="([^"]+)" width="(\d+)" height="(\d+)"/g)];
    expect(shown).toHaveLength(stepsOf(guide).filter(({ picture }) => picture).length);
    for (const [, address = '', width, height] of shown) {
      const picture = await http.inject(address);
      expect(picture.headers['content-type']).toBe('image/png');
      expect(picture.rawPayload.length).toBeGreaterThan(5_000);
      expect(Number(width)).toBeLessThanOrEqual(340);
      expect(Number(height)).toBeGreaterThan(100);
    }
  });

  it('leads to the other guides and to the other language', async () => {
    const { body } = await http.inject(guidePath(guide, locale));
    const links = [...body.matchAll(/<a href="([^"]+)"/g)].map(([, address = '']) => address);
    expect(links).toHaveLength(guideNames.length - 1 + locales.length - 1);
    for (const link of links) expect((await http.inject(link)).statusCode).toBe(200);
  });

  it('is whole as a file: nothing is fetched', () => {
    const file = buildGuideFile(guide, locale, createWords(plan, locale));
    expect(file).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(Buffer.byteLength(file)).toBeLessThan(1_500_000);
  });
});

it("without a name the guide of liaisons comes, in the browser's language", async () => {
  const vi = await http.inject({ url: '/huong-dan', headers: { 'accept-language': 'vi-VN,vi;q=0.9' } });
  const en = await http.inject({ url: '/huong-dan', headers: { 'accept-language': 'en-GB' } });
  expect(vi.headers.location).toBe('/huong-dan/dau-moi?lang=vi');
  expect(en.headers.location).toBe('/huong-dan/dau-moi?lang=en');
});

it.each([
  '/huong-dan/khac',
  '/huong-dan/constructor',
  '/huong-dan/hinh/vi/khac.png',
  '/huong-dan/hinh/fr/join.png',
  '/huong-dan/hinh/vi/..%2f..%2fguide.css',
])('%s is not found', async (address) => {
  expect((await http.inject(address)).statusCode).toBe(404);
});

test.each([
  [[], 'dau-moi'],
  [['liaison'], 'dau-moi'],
  [['head', 'liaison'], 'dau-moi'],
  [['officer', 'liaison'], 'can-bo'],
  [['manager'], 'xem'],
  [['head'], 'xem'],
  [['publicist'], 'xem'],
] as const)('who is %j reads the guide %s', (roles, guide) => {
  expect(guideFor([...roles])).toBe(guide);
});

test('no picture is left over', () => {
  const used = new Set(guideNames.flatMap((guide) => stepsOf(guide).flatMap(({ picture }) => picture ?? [])));
  for (const locale of locales)
    for (const name of used) expect(findPicture(locale, name), name).toBeDefined();
});

/** What the guide tells people to press or to type. */
function told(locale: Locale): string[] {
  const source = readFileSync(`locales/${locale}/guide.ftl`, 'utf8').normalize('NFC');
  const office = plan.bodies.office[locale];
  return [...source.matchAll(/<b>(.*?)<\/b>/g)].map(([, words = '']) => words.replace('{ $office }', office));
}

test.each(locales)('in %s each word in bold is a label, a command, or an example', (locale) => {
  const labels = new Set<string>();
  for (const key of keysOf(locale)) {
    try {
      labels.add(t(locale, key, { office: plan.bodies.office[locale] }));
    } catch {
      // Takes other arguments: no label.
    }
  }
  const typed = commandsOf(features).flatMap(({ name, words }) => [`/${name}`, ...words[locale]]);
  const known = (words: string) =>
    labels.has(words) ||
    typed.some((one) => words.toLowerCase() === one || words.toLowerCase().startsWith(`${one} `)) ||
    ['K7Q2-9M4D', '2', '1, 3'].includes(words);
  expect(told(locale).filter((words) => !known(words))).toEqual([]);
});
