import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadCalendarYears, loadWorkingCalendar } from './load-calendar.ts';
import { PlanError } from './plan-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'calendar-'));

function mistakesOf(content: string, load: (file: string) => unknown): string[] {
  const file = join(folder, 'days.yaml');
  writeFileSync(file, content);
  try {
    load(file);
  } catch (error) {
    if (error instanceof PlanError) return error.lines.map((line) => line.replace(`${file}:`, ''));
    throw error;
  }
  return [];
}

test.each([
  ['2026-11-24', false],
  ['2026-11-28', true],
  ['2026-12-02', false],
  ['2026-12-03', true],
  ['2026-09-01', true],
  ['2026-09-02', false],
])('a file of the office changes the project’s days: %s is a working day: %s', (date, expected) => {
  expect(loadWorkingCalendar('tests/fixtures/own-calendar.yaml').isWorkingDay(date)).toBe(expected);
});

test.each([
  ['daysOff: [{ on: 24/11/2026, why: x }]', '1: daysOff.0.on: needs a day such as 2026-11-24'],
  ['daysOff:\n  - { on: 2026-11-31, why: x }', '2: daysOff.0.on: is not a day of the calendar'],
  ['daysOff:\n  - { on: 2026-11-24 }', '2: daysOff.0.why: needs a text'],
  ['holidays: []', '1: holidays: is not a key that belongs here'],
  ['- 2026-11-24', '1: needs daysOff, workingDays or both, each a list of days'],
  ['workingDays: 2026-11-28', '1: workingDays: needs a list of days, each { on: 2026-11-24, why: … }'],
  [
    'daysOff:\n  - { on: 2026-11-24, to: 2026-11-20, why: x }',
    '2: daysOff.0.to: is before 2026-11-24: the first day goes first',
  ],
  [
    'daysOff:\n  - { on: 2026-11-24, to: 2027-11-24, why: x }',
    '2: daysOff.0.to: makes 366 days: one entry has 31 at most',
  ],
  [
    'daysOff:\n  - { on: 2026-11-24, why: x }\nworkingDays:\n  - { on: 2026-11-24, why: x }',
    '4: workingDays.0.on: 2026-11-24 is in daysOff already: keep one',
  ],
  [
    'workingDays:\n  - { on: 2026-11-25, why: x }',
    '2: workingDays.0.on: 2026-11-25 is a working day already: look at the date again',
  ],
])('%j is refused with its line', (content, line) => {
  expect(mistakesOf(content, loadWorkingCalendar)).toContain(line);
});

test.each([
  ['- { year: 2026, basis: guessed, source: x }', '1: 0.basis: needs announced or by rule'],
  ['- { year: 2026, basis: announced }', '1: 0.source: needs the place where it was published'],
  [
    '- year: 2026\n  basis: announced\n  source: x\n  daysOff:\n    - { on: 2025-09-02, why: x }',
    '5: 0.daysOff.0.on: belongs to another year than 2026',
  ],
])('the project’s own file %j is refused with its line', (content, line) => {
  expect(mistakesOf(content, loadCalendarYears)).toContain(line);
});
