import { expect, test } from 'vitest';
import { loadWebPage } from './load-page.ts';
import { buildWebPage } from './page-files.ts';
import { readPageTexts } from './page-texts.ts';

const names = { office: 'Phòng Mẫu', committee: 'UBND xã Mẫu' };

test('both languages have the same sentences with the same arguments', () => {
  const places = (texts: Record<string, string>) =>
    Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()]);
  expect(places(readPageTexts('en', names)).sort()).toEqual(places(readPageTexts('vi', names)).sort());
});

test('every sentence that the page names exists', () => {
  const { files } = buildWebPage(() => names);
  const texts = readPageTexts('vi', names);
  const named = [...files]
    .filter(([name]) => name.endsWith('.ts'))
    .flatMap(([, file]) => [...file.plain.toString().matchAll(/'(page-[\w-]+)'/g)].map((match) => match[1]));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => key !== undefined && !(key in texts))).toEqual([]);
});

test('sentences about the office carry its own name', () => {
  const texts = Object.values(readPageTexts('vi', names)).filter((text) => text.includes('Phòng Mẫu'));
  expect(texts.length).toBeGreaterThan(3);
  expect(Object.values(readPageTexts('en', names)).join()).not.toContain('Home Affairs');
});

test('a worker thread builds the same page', async () => {
  expect(await loadWebPage(() => names)).toEqual(buildWebPage(() => names));
});

test('tests are not part of the page', () => {
  expect([...buildWebPage(() => names).files.keys()].filter((name) => name.includes('test'))).toEqual([]);
});

test('the whole page is small: at most 45 kB compressed', () => {
  const page = buildWebPage(() => names);
  const sent = [...page.files].filter(([name]) => !name.startsWith('texts/en'));
  const bytes = sent.reduce((sum, [, { brotli }]) => sum + brotli.length, page.index.brotli.length);
  expect(bytes).toBeLessThan(45_000);
});
