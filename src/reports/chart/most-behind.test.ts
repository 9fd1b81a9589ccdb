import { describe, expect, test } from 'vitest';
import type { BarGroup } from './chart-data.ts';
import { keepMostBehind } from './most-behind.ts';

const groups = (kinds: Record<string, number[]>): BarGroup[] =>
  Object.entries(kinds).map(([kind, counts]) => ({
    kind,
    bars: counts.map((approved, at) => ({
      ...{ unit: `${kind} ${at}`, approved, waiting: 0 },
      quota: { min: 5, max: 7, expected: null },
    })),
  }));
const shown = (kept: BarGroup[]) =>
  kept.map(({ kind, bars }) => [kind, bars.map(({ approved }) => approved)]);

describe('bars of the units furthest behind', () => {
  test.each<[string, Record<string, number[]>, number, unknown]>([
    [
      'few stay as they are',
      { xa: [1, 5], so: [3] },
      3,
      [
        ['xa', [1, 5]],
        ['so', [3]],
      ],
    ],
    [
      'those that lack most stay, in their places',
      { xa: [4, 0, 5, 1], so: [2] },
      3,
      [
        ['xa', [0, 1]],
        ['so', [2]],
      ],
    ],
    ['of equals the first ones stay', { xa: [2, 2, 2], so: [2] }, 2, [['xa', [2, 2]]]],
    ['more than the minimum lacks nothing', { xa: [9, 5], so: [4] }, 1, [['so', [4]]]],
    ['a kind without any is left out', { xa: [5, 5], so: [0, 1] }, 2, [['so', [0, 1]]]],
  ])('%s', (_what, kinds, most, wanted) => {
    expect(shown(keepMostBehind(groups(kinds), most))).toEqual(wanted);
  });

  test('a group says how many of all its units have enough', () => {
    const [xa] = keepMostBehind(groups({ xa: [4, 0, 5, 1] }), 2);
    expect(xa?.whole?.map(({ approved }) => approved)).toEqual([4, 0, 5, 1]);
  });
});
