import { describe, expect, it } from 'vitest';
import { listStepNames, scripts } from './script.ts';

describe.each(Object.entries(scripts))('the script %s', (_name, acts) => {
  it('names each of its steps once', () => {
    const names = listStepNames(acts);
    expect(names.length).toBeGreaterThan(80);
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  it('is in the order of time, in working hours', () => {
    const moments = acts.map(({ at }) => at);
    expect(moments).toEqual(moments.toSorted());
    expect(new Set(moments).size).toBe(moments.length);
    for (const at of moments) expect(at).toMatch(/^202[1-6]-\d\d-\d\dT(0[89]|1[0-6]):\d\d$/);
  });
});

it('the five years begin with the first year, and hold all of them', () => {
  const { firstYear, fiveYears } = scripts;
  expect(fiveYears.slice(0, firstYear.length)).toEqual(firstYear);
  const years = new Set(fiveYears.map(({ at }) => at.slice(0, 4)));
  for (const year of ['2021', '2022', '2023', '2024', '2025', '2026']) expect(years).toContain(year);
});
