import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeHtml } from '../../../src/i18n.ts';
import { parseHtml } from './html-text.ts';

describe('text that Telegram takes', () => {
  const cases: [html: string, text: string, entities: object[]][] = [
    ['Xã Glar', 'Xã Glar', []],
    ['<b>Xã</b> Glar', 'Xã Glar', [{ type: 'bold', offset: 0, length: 2 }]],
    ['<B>a</b>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    [
      'a<i><b>b</b>c</i>',
      'abc',
      [
        { type: 'italic', offset: 1, length: 2 },
        { type: 'bold', offset: 1, length: 1 },
      ],
    ],
    ['<b></b>a', 'a', []],
    ['🎖<b>a</b>', '🎖a', [{ type: 'bold', offset: 2, length: 1 }]],
    ['3 &lt; 4 &amp;&amp; 5 &gt; 4 &quot;x&quot;', '3 < 4 && 5 > 4 "x"', []],
    ['&#7875; &#x1EC3; &nbsp; &', 'ể ể &nbsp; &', []],
    ['a > b', 'a > b', []],
    [
      '<a href="https://a.vn/?x=1&amp;y=2">ở đây</a>',
      'ở đây',
      [{ type: 'text_link', offset: 0, length: 5, url: 'https://a.vn/?x=1&y=2' }],
    ],
    ["<a href='https://a.vn'>b</a>", 'b', [{ type: 'text_link', offset: 0, length: 1, url: 'https://a.vn' }]],
    ['<a>b</a>', 'b', []],
    ['<span class="tg-spoiler">b</span>', 'b', [{ type: 'spoiler', offset: 0, length: 1 }]],
    ['<blockquote expandable>b</blockquote>', 'b', [{ type: 'expandable_blockquote', offset: 0, length: 1 }]],
    ['<code class="language-sql">b</code>', 'b', [{ type: 'code', offset: 0, length: 1 }]],
    ['<b>a</>', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
    ['<b>a</b >', 'a', [{ type: 'bold', offset: 0, length: 1 }]],
  ];
  test.each(cases)('%s', (html, text, entities) => {
    expect(parseHtml(html)).toEqual({ text, entities });
  });
});

describe('text that Telegram refuses', () => {
  const cases: [html: string, why: string][] = [
    ['dưới <5 tuổi', 'Unsupported start tag "5" at byte offset 8'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['a <b', 'Unclosed start tag at byte offset 2'],
    ['a <', 'Unclosed start tag at byte offset 2'],
    ['<b>a', 'Can\'t find end tag corresponding to start tag "b"'],
    ['a</b>', 'Unexpected end tag at byte offset 1'],
    ['<b>a</b', 'Unclosed end tag at byte offset 4'],
    ['<b><i>a</b></i>', 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'],
    ['<br>', 'Unsupported start tag "br" at byte offset 0'],
    ['a<br/>', 'Unsupported start tag "br/" at byte offset 1'],
    ['<p>a</p>', 'Unsupported start tag "p" at byte offset 0'],
    ['<constructor>a</constructor>', 'Unsupported start tag "constructor" at byte offset 0'],
    ['<span>a</span>', 'Tag "span" must have class "tg-spoiler" at byte offset 0'],
    ['<a href="https://a.vn>b</a>', 'Unclosed start tag "a" at byte offset 0'],
    ['<a ="x">b</a>', 'Empty attribute name in the tag "a"'],
  ];
  test.each(cases)('%s', (html, why) => {
    expect(() => parseHtml(html)).toThrow(`Bad Request: can't parse entities: ${why}`);
  });
});

test('any text arrives unchanged when it is escaped', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseHtml(`<b>${escapeHtml(text)}</b>`).text).toBe(text);
    }),
  );
});
