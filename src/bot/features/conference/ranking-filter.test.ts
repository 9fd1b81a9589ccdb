import { describe, expect, it } from 'vitest';
import { readRankedState, readRankingFilter, writeRankingFilter } from './ranking-filter.ts';

describe('a filter of the ranking', () => {
  it.each([
    ['danh sách đại biểu', 'chosen'],
    ['đã chọn', 'chosen'],
    ['Được chọn.', 'chosen'],
    ['chua quyet dinh', 'nominated'],
    ['còn lại', 'nominated'],
    ['không chọn', 'not_chosen'],
    ['bị loại', 'not_chosen'],
    ['xã Glar', undefined],
    ['chọn', undefined],
  ])('“%s” names the state %s', (typed, state) => expect(readRankedState(typed)).toBe(state));

  it.each([
    [{}, 'a'],
    [{ state: 'chosen' }, 'sc'],
    [{ unitId: 12 }, 'u12'],
    [{ state: 'nominated', unitId: 3 }, 'sn.u3'],
    [{ words: 'cong chieng' }, 'wcong+chieng'],
  ] as const)('%j is written in a button, and read again', (filter, written) => {
    expect(writeRankingFilter(filter)).toBe(written);
    expect(readRankingFilter(written)).toEqual(filter);
  });

  it.each(['', 'zz', 's', 'u', 'uabc', 'w', 'sx.u-1'])('“%s” of a forged button shows all', (text) =>
    expect(readRankingFilter(text)).toEqual({}),
  );
});
