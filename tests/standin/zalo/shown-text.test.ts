import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/i18n.ts';
import { plainText, shownText } from './shown-text.ts';

test.each([
  ['Xã Glar', 'Xã Glar'],
  ['<b>Xã Glar</b>: 6/10–15', 'Xã Glar: 6/10–15'],
  ['<b>một <i>hai</i></b> <u>ba</u>', 'một hai ba'],
  ['2 &lt; 3 &amp; 5 &gt; 4', '2 < 3 & 5 > 4'],
  ['&amp;lt;', '&lt;'],
  ['a > b', 'a > b'],
])('%s is seen as %s', (html, seen) => {
  expect(shownText(html)).toBe(seen);
});

describe('markup that Zalo is not known to read', () => {
  test.each([
    '<b>một',
    'một</b>',
    '<b><i>một</b></i>',
    '<a href="https://example.com">một</a>',
    '<code>một</code>',
    '<blockquote>một</blockquote>',
    '<b class="x">một</b>',
    'một < hai',
    'một & hai',
    '&nbsp;',
    '<một>',
  ])('%s', (html) => {
    expect(() => shownText(html)).toThrow(/Bad Request/);
  });
});

test('without parse_mode markup would be visible', () => {
  expect(plainText('2 < 3 & 5 > 4')).toBe('2 < 3 & 5 > 4');
  expect(() => plainText('<b>Xã Glar</b>')).toThrow(/would see <b>/);
  expect(() => plainText('A &amp; B')).toThrow(/would see &amp;/);
  const wrote = (markup: string) => markup === '<b>';
  expect(plainText('“<b>Xã Glar”', wrote)).toBe('“<b>Xã Glar”');
  expect(() => plainText('<b>Xã Glar</b>', wrote)).toThrow(/would see <\/b>/);
});

test('escaped text is shown unchanged', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(shownText(`<b>${escapeHtml(text)}</b>`)).toBe(text);
    }),
  );
});
