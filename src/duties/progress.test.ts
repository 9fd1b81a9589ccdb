import { describe, expect, it } from 'vitest';
import { findProgressLists, isNudgedList, type ProgressList, progressLists } from './progress.ts';
import type { DutyStatus } from './standing.ts';

describe('the lists of a unit', () => {
  it.each<[DutyStatus, number, ProgressList[]]>([
    ['missing', 0, ['none']],
    ['missing', 6, ['short']],
    ['overdue', 0, ['none', 'overdue']],
    ['overdue', 6, ['short', 'overdue']],
    ['unset', 0, ['none']],
    ['unset', 3, ['short']],
    ['doneLate', 12, ['late']],
    ['done', 10, ['done']],
    ['done', 0, ['done']],
  ])('%s with %i', (status, counted, lists) => {
    expect(findProgressLists({ status, counted })).toEqual(lists);
  });

  it('only those can be nudged that are not done', () => {
    expect(progressLists.filter(isNudgedList)).toEqual(['none', 'short', 'overdue']);
  });
});
