import { CalendarVietnamese } from 'date-chinese';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { addDays, daysBetween } from './calendar.ts';
import { loadCalendarYears, loadWorkingCalendar } from './load-calendar.ts';
import {
  isFirstWorkingDayOfWeek,
  isWeekend,
  nextWorkingDay,
  previousWorkingDay,
  weekdaysOnly,
  workingDayFrom,
  workingDayUpTo,
} from './working-calendar.ts';

const vietnam = loadWorkingCalendar();
const years = loadCalendarYears();
const dates = fc.integer({ min: 0, max: 3651 }).map((days) => addDays('2021-01-01', days));

/** The Gregorian day of a day of the Vietnamese lunar calendar; 1984 began the 78th cycle. */
function lunar(year: number, month: number, day: number): string {
  const on = new CalendarVietnamese(78, year - 1983, month, 0, day).toGregorian(year);
  return new Date(Date.UTC(on.year, on.month - 1, on.day)).toISOString().slice(0, 10);
}

// The first days of Tết, Hanoi's new moon. China's calendar has 3/2 in 2030.
const tet = [
  ...['2021-02-12', '2022-02-01', '2023-01-22', '2024-02-10', '2025-01-29'],
  ...['2026-02-17', '2027-02-06', '2028-01-26', '2029-02-13', '2030-02-02'],
];

describe('the calendar of Vietnam', () => {
  it.each(tet)('Tết of %s: offices are closed from the eve to the fourth day', (first) => {
    expect(lunar(Number(first.slice(0, 4)), 1, 1)).toBe(first);
    const closed = [-1, 0, 1, 2, 3].map((days) => vietnam.isWorkingDay(addDays(first, days)));
    expect(closed).toEqual([false, false, false, false, false]);
  });

  it.each(tet.map((day) => Number(day.slice(0, 4))))('Giỗ Tổ of %d is a day off', (year) => {
    const on = lunar(year, 3, 10);
    expect(vietnam.isWorkingDay(on)).toBe(false);
    expect(years.find((one) => one.year === year)?.daysOff.some((entry) => covers(entry, on))).toBe(true);
  });

  it.each(years.map((one) => [one.year, one.workingDays.length] as const))(
    '%d has 11 weekdays off, and one more for each of %d working Saturdays',
    (year, swapped) => {
      const all = Array.from({ length: 366 }, (_, i) => addDays(`${year}-01-01`, i)).filter((day) =>
        day.startsWith(String(year)),
      );
      const off = all.filter((day) => !isWeekend(day) && !vietnam.isWorkingDay(day));
      expect(off).toHaveLength(11 + swapped);
      expect(all.filter((day) => isWeekend(day) && vietnam.isWorkingDay(day))).toHaveLength(swapped);
    },
  );

  it('has every year from 2021 to 2030 once, each with its source', () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 10 }, (_, i) => 2021 + i));
  });

  it.each([
    ['2022-01-31', false],
    ['2022-02-07', true],
    ['2024-05-04', true],
    ['2025-04-26', true],
    ['2025-05-02', false],
    ['2026-01-02', false],
    ['2026-01-10', true],
    ['2026-08-31', false],
    ['2026-08-22', true],
    ['2023-05-03', false],
    ['2023-09-04', false],
    ['2025-12-14', false],
    ['2031-01-01', true],
  ])('%s is a working day: %s', (date, expected) => {
    expect(vietnam.isWorkingDay(date)).toBe(expected);
  });
});

describe('working days around a day', () => {
  it.each([
    // Saturday, Tết, a swapped Saturday, an ordinary Wednesday.
    ['2021-08-21', '2021-08-20', '2021-08-23', '2021-08-20', '2021-08-23'],
    ['2022-02-01', '2022-01-28', '2022-02-07', '2022-01-28', '2022-02-07'],
    ['2025-04-26', '2025-04-25', '2025-04-28', '2025-04-26', '2025-04-26'],
    ['2021-08-18', '2021-08-17', '2021-08-19', '2021-08-18', '2021-08-18'],
    ['2026-02-15', '2026-02-13', '2026-02-23', '2026-02-13', '2026-02-23'],
  ])('%s: before %s, after %s, up to %s, from %s', (date, before, after, upTo, from) => {
    expect(previousWorkingDay(vietnam, date)).toBe(before);
    expect(nextWorkingDay(vietnam, date)).toBe(after);
    expect(workingDayUpTo(vietnam, date)).toBe(upTo);
    expect(workingDayFrom(vietnam, date)).toBe(from);
  });

  test('no working day lies between a day and the one found, in either direction', () => {
    fc.assert(
      fc.property(dates, fc.constantFrom(vietnam, weekdaysOnly), (date, calendar) => {
        const after = nextWorkingDay(calendar, date);
        const before = previousWorkingDay(calendar, date);
        expect([calendar.isWorkingDay(after), calendar.isWorkingDay(before)]).toEqual([true, true]);
        for (let i = 1; i < daysBetween(date, after); i++) {
          expect(calendar.isWorkingDay(addDays(date, i))).toBe(false);
        }
        for (let i = 1; i < daysBetween(before, date); i++) {
          expect(calendar.isWorkingDay(addDays(date, -i))).toBe(false);
        }
      }),
    );
  });
});

describe('the first working day of a week', () => {
  it.each([
    ['2021-08-16', true],
    ['2021-08-17', false],
    ['2021-08-21', false],
    // A Monday off, and the Tuesday after it; a week of Tết; the week of a working Saturday.
    ['2021-05-03', false],
    ['2021-05-04', true],
    ['2022-02-02', false],
    ['2025-04-26', false],
    ['2024-12-30', true],
  ])('%s: %s', (date, expected) => {
    expect(isFirstWorkingDayOfWeek(vietnam, date)).toBe(expected);
  });

  test('each week has one, unless offices are closed all week', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const monday = addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
        const week = Array.from({ length: 7 }, (_, i) => addDays(monday, i));
        const works = week.some((day) => vietnam.isWorkingDay(day));
        expect(week.filter((day) => isFirstWorkingDayOfWeek(vietnam, day))).toHaveLength(works ? 1 : 0);
      }),
    );
  });
});

function covers({ on, to = on }: { on: string; to?: string | undefined }, day: string): boolean {
  return on <= day && day <= to;
}
