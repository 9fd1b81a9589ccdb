import { describe, expect, it } from 'vitest';
import {
  type ComposedText,
  goOnFrom,
  partsOf,
  readComposed,
  startAgain,
  wholeOf,
  withoutLast,
  withPiece,
} from './composed-text.ts';

const earlier = 'Dòng một\n\nDòng hai';

describe('a composed text', () => {
  it('continues the earlier one, empty lines and all', () => {
    const text = withPiece(withPiece(goOnFrom(earlier), ' ba '), 'bốn');
    expect(wholeOf(text)).toBe(`${earlier}\nba\nbốn`);
    expect(partsOf(text)).toBe(4);
  });

  it('is taken back part by part, newest first, down to nothing', () => {
    let text: ComposedText | undefined = withPiece(goOnFrom(earlier), 'ba\nvà bốn');
    const removed: string[] = [];
    for (let less = withoutLast(text); less; less = withoutLast(less.text)) {
      removed.push(less.removed);
      text = less.text;
    }
    expect(removed).toEqual(['ba\nvà bốn', 'Dòng hai', 'Dòng một']);
    expect(wholeOf(text)).toBe('');
    expect(withoutLast(text)).toBeUndefined();
  });

  it('written again keeps what was typed since', () => {
    const typed = withPiece(goOnFrom(earlier, false), 'mới');
    expect(wholeOf(startAgain(typed))).toBe('mới');
    expect(wholeOf(startAgain(undefined))).toBe('');
  });

  it.each([
    ['the string of earlier releases', 'đang viết', 'đang viết'],
    ['what this release writes', withPiece(goOnFrom('a'), 'b'), 'a\nb'],
    ['ticks of another kind', ['c1'], undefined],
    ['nothing', undefined, undefined],
    ['a number', 7, undefined],
    ['a broken one', { earlier: 'a', pieces: [] }, undefined],
  ])('is read from %s', (_what, stored, whole) => {
    const read = readComposed(JSON.parse(JSON.stringify(stored ?? null)));
    expect(read && wholeOf(read)).toBe(whole);
  });
});
