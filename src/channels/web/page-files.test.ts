import { expect, test } from 'vitest';
import { loadPage } from './page-files.ts';
import { pageTexts } from './page-texts.ts';

test('both languages have the same sentences with the same places to fill in', () => {
  const places = (texts: Record<string, string>) =>
    Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()]);
  expect(places(pageTexts('en')).sort()).toEqual(places(pageTexts('vi')).sort());
});

test('every sentence that the page names is there', () => {
  const { files } = loadPage();
  const texts = pageTexts('vi');
  const named = [...files]
    .filter(([name]) => name.endsWith('.ts'))
    .flatMap(([, file]) => [...file.plain.toString().matchAll(/'(page-[\w-]+)'/g)].map((match) => match[1]));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => key !== undefined && !(key in texts))).toEqual([]);
});

test('tests stay at home', () => {
  expect([...loadPage().files.keys()].filter((name) => name.includes('test'))).toEqual([]);
});

test('the whole page is small: at most 45 kB over the line', () => {
  const page = loadPage();
  const sent = [...page.files].filter(([name]) => !name.startsWith('texts/en'));
  const bytes = sent.reduce((sum, [, { brotli }]) => sum + brotli.length, page.index.brotli.length);
  expect(bytes).toBeLessThan(45_000);
});
