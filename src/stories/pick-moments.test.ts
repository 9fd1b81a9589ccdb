import { describe, expect, it } from 'vitest';
import { pickWithin } from './pick-moments.ts';

const by = (room: number) => ({ room, weigh: (n: number) => n % 10, height: () => 1 });

describe('what is picked of a story', () => {
  it.each([
    ['nothing of nothing', [], 5, []],
    ['all that fits', [11, 12, 13], 3, [11, 12, 13]],
    ['the first and the heaviest', [11, 21, 13, 12, 23, 31], 3, [11, 13, 23]],
    ['of equal ones the last', [11, 21, 31, 41, 51], 3, [11, 41, 51]],
    ['in their order, whatever their weight', [11, 23, 22, 21], 3, [11, 23, 22]],
    ['the first, even where it is the lightest', [10, 13, 23], 2, [10, 23]],
    ['no lighter one in place of a heavier', [11, 12, 13], 1, [11]],
  ])('is %s', (_, items, room, picked) => {
    expect(pickWithin(items, by(room))).toEqual(picked);
  });

  it('counts what each takes', () => {
    const tall = { room: 5, weigh: (n: number) => n, height: (n: number) => n };
    expect(pickWithin([1, 4, 3, 2], tall)).toEqual([1, 4]);
  });
});
