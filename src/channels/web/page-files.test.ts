import { expect, test } from 'vitest';
import { buildWebPage } from './page-files.ts';
import { readPageTexts } from './page-texts.ts';

test('both languages have the same sentences with the same arguments', () => {
  const places = (texts: Record<string, string>) =>
    Object.entries(texts).map(([key, text]) => [key, (text.match(/\{\w+\}/g) ?? []).sort()]);
  expect(places(readPageTexts('en')).sort()).toEqual(places(readPageTexts('vi')).sort());
});

test('every sentence that the page names exists', () => {
  const { files } = buildWebPage();
  const texts = readPageTexts('vi');
  const named = [...files]
    .filter(([name]) => name.endsWith('.ts'))
    .flatMap(([, file]) => [...file.plain.toString().matchAll(/'(page-[\w-]+)'/g)].map((match) => match[1]));
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter((key) => key !== undefined && !(key in texts))).toEqual([]);
});

test('tests are not part of the page', () => {
  expect([...buildWebPage().files.keys()].filter((name) => name.includes('test'))).toEqual([]);
});

test('the whole page is small: at most 45 kB compressed', () => {
  const page = buildWebPage();
  const sent = [...page.files].filter(([name]) => !name.startsWith('texts/en'));
  const bytes = sent.reduce((sum, [, { brotli }]) => sum + brotli.length, page.index.brotli.length);
  expect(bytes).toBeLessThan(45_000);
});
