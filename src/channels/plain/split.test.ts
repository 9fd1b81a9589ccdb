import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitFormattedText } from './split.ts';
import { htmlLength, toHtml } from './to-html.ts';

const plain = (text: string) => ({ text, entities: [] });
const words = (n: number) => Array.from({ length: n }, (_, i) => `chữ${i}`).join(' ');

describe('a long text is split', () => {
  it('not at all when it fits', () => {
    expect(splitFormattedText(plain('a'.repeat(2000)), 2000)).toEqual([plain('a'.repeat(2000))]);
  });

  it.each([
    ['between paragraphs', `${words(20)}\n\n${words(20)}`, 200, [words(20), words(20)]],
    ['between lines', `${words(20)}\n${words(20)}`, 200, [words(20), words(20)]],
    ['between sentences', `${words(20)}. ${words(20)}`, 200, [`${words(20)}.`, words(20)]],
  ])('%s', (_name, text, longest, parts) => {
    expect(splitFormattedText(plain(text), longest).map((part) => part.text)).toEqual(parts);
  });

  it('between words', () => {
    const parts = splitFormattedText(plain(words(100)), 100).map((part) => part.text);
    expect(parts.join(' ')).toBe(words(100));
  });

  it('never inside a character', () => {
    // A family of four is 11 UTF-16 units; a letter of a highland language has two marks.
    for (const character of ['👨‍👩‍👧‍👦', 'ơ̆̃', '🇻🇳']) {
      const parts = splitFormattedText(plain(character.repeat(300)), 100).map((part) => part.text);
      for (const part of parts) expect(part.replaceAll(character, '')).toBe('');
      expect(parts.join('')).toBe(character.repeat(300));
    }
  });

  it('even a single character without end', () => {
    const parts = splitFormattedText(plain(`a${'\u0301'.repeat(500)}`), 100).map((part) => part.text);
    expect(parts.every((part) => part.length <= 100)).toBe(true);
    expect(parts.join('')).toHaveLength(501);
  });
});

it('bold text stays bold in every part, and each part is closed', () => {
  const text = words(100);
  const parts = splitFormattedText(
    { text, entities: [{ type: 'bold', offset: 0, length: text.length }] },
    200,
    htmlLength,
  );
  for (const part of parts) {
    expect(toHtml(part).text).toMatch(/^<b>[^<]+<\/b>$/);
    expect(htmlLength(part)).toBeLessThanOrEqual(200);
  }
});

it('only white space at the cuts is lost, and no part is too long', () => {
  const anyText = fc
    .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n\n', '\n', ' ', '. ', '<', '&')), {
      maxLength: 60,
    })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(anyText, fc.integer({ min: 40, max: 200 }), (text, longest) => {
      const marked = {
        text,
        entities: [{ type: 'bold' as const, offset: 0, length: Math.max(text.length >> 1, 1) }],
      };
      const parts = splitFormattedText(text === '' ? plain('') : marked, longest, htmlLength);
      for (const part of parts) expect(htmlLength(part)).toBeLessThanOrEqual(longest);
      expect(
        parts
          .map((part) => part.text)
          .join('')
          .replaceAll(/\s/g, ''),
      ).toBe(text.replaceAll(/\s/g, ''));
    }),
  );
});
