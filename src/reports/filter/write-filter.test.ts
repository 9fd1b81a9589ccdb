import { describe, expect, test } from 'vitest';
import { plan101, seeded, smallPlan } from '../../../tests/documents/sample.ts';
import { readReportPeriod, writeReportPeriod } from '../report-period.ts';
import {
  hasEveryValue,
  keyOfCategory,
  listFilterItems,
  noFilter,
  type ReportFilter,
  readFilterItems,
  reportStates,
  toggleFilter,
} from './report-filter.ts';
import { readReportFilter, writeReportFilter } from './write-filter.ts';

const everything: ReportFilter = {
  kinds: plan101.unitKinds.map(({ code }) => code),
  categories: plan101.categories.map(keyOfCategory),
  states: [...reportStates],
  duties: plan101.duties.map(({ code }) => code),
};

describe('a filter in a button', () => {
  test.each<[string, ReportFilter]>([
    ['a kind', { ...noFilter, kinds: ['commune'] }],
    ['two kinds', { ...noFilter, kinds: ['agency', 'township'] }],
    ['a category', { ...noFilter, categories: ['individual.worker'] }],
    ['a state', { ...noFilter, states: ['withdrawn'] }],
    ['a duty', { ...noFilter, duties: ['implementationPlan'] }],
    [
      'one of each',
      {
        kinds: ['police'],
        categories: ['collective.health'],
        states: ['pending'],
        duties: ['annualReport'],
      },
    ],
    ['everything', everything],
  ])('is read as it was written: %s', (_name, filter) => {
    const period = {
      year: 2021,
      half: 2 as const,
      asOf: '2021-09-15',
      filtered: writeReportFilter(plan101, filter),
    };
    const read = readReportPeriod(writeReportPeriod(period));
    expect(read).toEqual(period);
    expect(readReportFilter(plan101, read?.filtered ?? '')).toEqual(filter);
    expect(readFilterItems(listFilterItems(filter))).toEqual({
      ...filter,
      kinds: filter.kinds.toSorted(),
      categories: filter.categories.toSorted(),
      duties: filter.duties.toSorted(),
    });
  });

  test.each(['', 'x', '!!', '~', 'A'.repeat(25), '-_-_-_-_-_-_-_-_'])('a forged one is none: %s', (text) => {
    expect(readReportFilter(plan101, text)).toBeUndefined();
  });

  test('is not read with the kinds and categories of another plan', () => {
    expect(readReportFilter(smallPlan, writeReportFilter(plan101, everything))).toBeUndefined();
    const [first, ...others] = plan101.unitKinds;
    if (!first) throw new Error('no kinds');
    const added = { ...plan101, unitKinds: [...others, first, { ...first, code: 'enterprise' }] };
    expect(readReportFilter(added, writeReportFilter(plan101, everything))).toBeUndefined();
    const moved = { ...plan101, unitKinds: [...others, first] };
    expect(
      readReportFilter(moved, writeReportFilter(plan101, { ...noFilter, kinds: ['commune'] }))?.kinds,
    ).toEqual(['commune']);
  });

  test('a value ticked twice is as before, in any order', () => {
    const random = seeded(11);
    let filter = noFilter;
    const count = new Map<string, number>();
    for (let i = 0; i < 200; i++) {
      const value = everything.kinds[Math.floor(random() * everything.kinds.length)] ?? '';
      count.set(value, (count.get(value) ?? 0) + 1);
      filter = toggleFilter(filter, 'kinds', value);
    }
    const odd = [...count].filter(([, n]) => n % 2 === 1).map(([value]) => value);
    expect(filter.kinds.toSorted()).toEqual(odd.toSorted());
  });
});

describe('a filter of before duties could be chosen', () => {
  const before = { ...plan101, duties: [] };
  test.each<[string, ReportFilter]>([
    ['a kind', { ...noFilter, kinds: ['commune'] }],
    ['states', { ...noFilter, states: ['overdue', 'missing'] }],
    ['a category', { ...noFilter, categories: ['collective.health'] }],
    ['several', { ...noFilter, kinds: ['agency', 'police'], states: ['done'] }],
  ])('is never read as another one: %s', (_name, filter) => {
    const read = readReportFilter(plan101, writeReportFilter(before, filter));
    expect([undefined, JSON.stringify(filter)]).toContain(read && JSON.stringify(read));
  });

  test.each<[Partial<ReportFilter>, boolean]>([
    [{ kinds: ['commune'] }, true],
    [{ kinds: ['commune', 'company'] }, false],
    [{ categories: ['collective.health'], states: ['done'] }, true],
    [{ categories: ['individual.none'] }, false],
    [{ duties: ['annualReport', 'gone'] }, false],
    [{ duties: ['annualReport'] }, true],
    [{}, true],
  ])('a stored one %j has every value in the plan: %s', (filter, has) => {
    expect(hasEveryValue(plan101, { ...noFilter, ...filter })).toBe(has);
  });
});
