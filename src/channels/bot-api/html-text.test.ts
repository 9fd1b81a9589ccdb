import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml } from '../../i18n.ts';
import { addFoundEntities } from './found-entities.ts';
import { parseHtml, trimText } from './html-text.ts';

test.each([
  ['plain', 'Xã Glar', 'Xã Glar', []],
  ['bold', 'a <b>b</b>', 'a b', [{ type: 'bold', offset: 2, length: 1 }]],
  [
    'other names',
    '<strong>a</strong><em>b</em>',
    'ab',
    [
      { type: 'bold', offset: 0, length: 1 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
  [
    'nested',
    '<b>a<i>b</i></b>',
    'ab',
    [
      { type: 'bold', offset: 0, length: 2 },
      { type: 'italic', offset: 1, length: 1 },
    ],
  ],
  [
    'a link',
    '<a href="https://a.vn/?x=1&amp;y=2">b</a>',
    'b',
    [{ type: 'text_link', offset: 0, length: 1, url: 'https://a.vn/?x=1&y=2' }],
  ],
  ['a link that runs a script is plain text', '<a href="javascript:alert(1)">b</a>', 'b', []],
  ['references', '&lt;b&gt; &amp;amp; &#272;&#x111; &nope; & x', '<b> &amp; Đđ &nope; & x', []],
  ['UTF-16 offsets', '🌾<b>x</b>', '🌾x', [{ type: 'bold', offset: 2, length: 1 }]],
  ['a quote', '<blockquote>a</blockquote>', 'a', [{ type: 'blockquote', offset: 0, length: 1 }]],
  [
    'code with a language',
    '<pre class="language-sql">x</pre>',
    'x',
    [{ type: 'pre', offset: 0, length: 1, language: 'sql' }],
  ],
  ['nothing inside', 'a<b></b>', 'a', []],
])('%s', (_what, source, text, entities) => {
  expect(parseHtml(source)).toEqual({ text, entities });
});

test.each([
  ['an unknown tag', 'đ <script>x</script>', 'Unsupported start tag "script" at byte offset 3'],
  ['a bare <', '3 < 5', 'Unsupported start tag "" at byte offset 2'],
  ['not closed', '<b>x', 'end tag corresponding to start tag "b"'],
  ['closed in the wrong order', '<b><i>x</b></i>', 'expected "</i>", found "</b>"'],
  ['closed without being open', 'x</b>', 'Unexpected end tag'],
])('%s is refused', (_what, source, words) => {
  expect(() => parseHtml(source)).toThrow(words);
});

test('escaped text is read back as it was, and no part of it is taken for markup', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(parseHtml(escapeHtml(text))).toEqual({ text, entities: [] });
    }),
  );
});

test('trimming moves the entities and cuts those beyond the end', () => {
  const bold = (offset: number, length: number) => ({ type: 'bold' as const, offset, length });
  expect(trimText({ text: '  ab  ', entities: [bold(0, 3), bold(3, 3), bold(5, 1)] })).toEqual({
    text: 'ab',
    entities: [bold(0, 1), bold(1, 1)],
  });
});

test.each([
  ['/dangky', [[0, 7]]],
  [
    'gửi /dangky hoặc /trogiup.',
    [
      [4, 7],
      [17, 8],
    ],
  ],
  ['101/KH-UBND', []],
  ['5/8/2021', []],
  ['và/hoặc', []],
  ['/start K7Q2-9M4D', [[0, 6]]],
])('commands in "%s"', (text, places) => {
  expect(addFoundEntities({ text, entities: [] }).entities).toEqual(
    places.map(([offset, length]) => ({ type: 'bot_command', offset, length })),
  );
});

test('an address ends before a full stop, and is not found inside a link or code', () => {
  expect(addFoundEntities({ text: 'Xem https://a.vn/b.', entities: [] }).entities).toEqual([
    { type: 'url', offset: 4, length: 14 },
  ]);
  expect(addFoundEntities(parseHtml('<code>https://a.vn /x</code>')).entities).toHaveLength(1);
});
