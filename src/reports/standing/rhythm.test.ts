import { describe, expect, test } from 'vitest';
import { addDays } from '../../plan/calendar.ts';
import { createWorkingCalendar } from '../../plan/working-calendar.ts';
import { isReportDay, type Rhythm } from './rhythm.ts';

/** Tết 2022: closed from Monday 31 January to Friday 4 February. */
const calendar = createWorkingCalendar({
  daysOff: ['2022-01-31', '2022-02-01', '2022-02-02', '2022-02-03', '2022-02-04'],
  workingDays: [],
});

function daysOf(rhythm: Rhythm, from: string, until: string, lastDays: string[] = []): string[] {
  const days: string[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) {
    if (isReportDay(rhythm, day, calendar, lastDays)) days.push(day.slice(5));
  }
  return days;
}

describe('the days of a standing report', () => {
  test.each<[string, Rhythm, string, string, string[]]>([
    [
      'each working day',
      { rhythm: 'daily', day: null },
      '2022-01-28',
      '2022-02-08',
      ['01-28', '02-07', '02-08'],
    ],
    ['each Monday', { rhythm: 'weekly', day: 1 }, '2022-01-10', '2022-01-24', ['01-10', '01-17', '01-24']],
    [
      'a Monday off moves to the next working day',
      { rhythm: 'weekly', day: 1 },
      '2022-01-25',
      '2022-02-14',
      ['02-07', '02-14'],
    ],
    [
      'a Wednesday off too',
      { rhythm: 'weekly', day: 3 },
      '2022-01-26',
      '2022-02-09',
      ['01-26', '02-07', '02-09'],
    ],
    ['a Sunday is a Monday', { rhythm: 'weekly', day: 7 }, '2022-01-10', '2022-01-18', ['01-10', '01-17']],
    [
      'the 15th, a Saturday in January',
      { rhythm: 'monthly', day: 15 },
      '2022-01-01',
      '2022-02-28',
      ['01-17', '02-15'],
    ],
    [
      'the 31st of a short month',
      { rhythm: 'monthly', day: 31 },
      '2022-02-10',
      '2022-04-30',
      ['02-28', '03-31'],
    ],
    ['the 1st in Tết', { rhythm: 'monthly', day: 1 }, '2022-01-20', '2022-03-02', ['02-07', '03-01']],
  ])('%s', (_name, rhythm, from, until, days) => {
    expect(daysOf(rhythm, from, until)).toEqual(days);
  });

  test.each<[string, string[], string[]]>([
    ['the day before a due', ['2022-01-20'], ['01-19']],
    ['the Friday before a due on Monday', ['2022-01-17'], ['01-14']],
    ['before a due in Tết, the last working day', ['2022-02-03'], ['01-28']],
    ['before each of several dues', ['2022-01-12', '2022-01-13', '2022-01-20'], ['01-11', '01-12', '01-19']],
    ['once before dues of one week-end', ['2022-01-15', '2022-01-16'], ['01-14']],
    ['never without a due', [], []],
  ])('%s', (_name, lastDays, days) => {
    expect(daysOf({ rhythm: 'beforeDue', day: null }, '2022-01-10', '2022-02-10', lastDays)).toEqual(days);
  });
});
