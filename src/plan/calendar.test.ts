import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  daysBetween,
  endOfDay,
  formatDate,
  formatInstant,
  formatOfficialDate,
  formatTableDate,
  instantOf,
  isDate,
  isZone,
  localDate,
  localTime,
} from './calendar.ts';

const vietnam = 'Asia/Ho_Chi_Minh';
// Zones with and without daylight saving time, some changing at midnight (Beirut, Santiago) or by
// half an hour (Lord Howe).
const zones = fc.constantFrom(
  vietnam,
  'UTC',
  'America/New_York',
  'Asia/Beirut',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Kiritimati',
);
const dates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1996-01-01', days));

test('the day of an instant does not depend on the instants asked for before', () => {
  fc.assert(
    fc.property(zones, fc.array(fc.tuple(dates, fc.integer({ min: -3, max: 3 }))), (zone, asked) => {
      for (const [date, hours] of asked) {
        const instant = new Date(endOfDay(date, zone).getTime() + hours * 3_600_000);
        const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' });
        expect(localDate(instant, zone)).toBe(parts.format(instant));
      }
    }),
  );
});

test('a day begins and ends by Vietnamese time, not by UTC', () => {
  expect(localDate(new Date('2021-08-24T16:59:59.999Z'), vietnam)).toBe('2021-08-24');
  expect(localDate(new Date('2021-08-24T17:00:00.000Z'), vietnam)).toBe('2021-08-25');
  expect(localTime(new Date('2021-08-24T17:05:59.999Z'), vietnam)).toBe('00:05');
  expect(endOfDay('2021-08-24', vietnam)).toEqual(new Date('2021-08-24T23:59:59.999+07:00'));
  expect(instantOf('2021-08-18', '08:00', vietnam)).toEqual(new Date('2021-08-18T08:00+07:00'));
});

test('the last millisecond belongs to its day, the next one to tomorrow, in every zone', () => {
  fc.assert(
    fc.property(dates, zones, (date, zone) => {
      const end = endOfDay(date, zone);
      expect(localDate(end, zone)).toBe(date);
      expect(localDate(new Date(end.getTime() + 1), zone)).toBe(addDays(date, 1));
    }),
  );
});

test('a time of day reads back the same, except in the hour that a clock change skips', () => {
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  fc.assert(
    fc.property(dates, minutes, (date, minute) => {
      const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const instant = instantOf(date, time, vietnam);
      expect(instant).toEqual(new Date(`${date}T${time}:00+07:00`));
      expect(localDate(instant, vietnam)).toBe(date);
      expect(localTime(instant, vietnam)).toBe(time);
    }),
  );
  expect(instantOf('2021-03-14', '02:30', 'America/New_York')).toEqual(new Date('2021-03-14T03:30-04:00'));
  expect(instantOf('2021-11-07', '01:30', 'America/New_York')).toEqual(new Date('2021-11-07T01:30-04:00'));
});

test('counting days forwards and back handles leap days', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addDays('2023-02-28', 1)).toBe('2023-03-01');
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  fc.assert(
    fc.property(dates, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
      expect(daysBetween(date, addDays(date, days))).toBe(days);
      expect(addDays(date, days) < date).toBe(days < 0);
    }),
  );
});

test.each([
  ['2021-02-29', false],
  ['2020-02-29', true],
  ['2021-04-31', false],
  ['2021-13-01', false],
  ['2021-00-10', false],
  ['2021-8-5', false],
  ['2021-08-05T00:00', false],
  ['', false],
])('"%s" is a day of the calendar: %s', (text, expected) => {
  expect(isDate(text)).toBe(expected);
});

test('only IANA zones are known', () => {
  expect(isZone(vietnam)).toBe(true);
  expect(isZone('Asia/Dak_Doa')).toBe(false);
});

test('days are written for messages, for tables and for official documents (Decree 30)', () => {
  expect(formatDate('2021-08-24')).toBe('24/8/2021');
  expect(formatDate('2021-08-05')).toBe('5/8/2021');
  expect(formatTableDate('2021-08-05')).toBe('05/08/2021');
  expect(formatInstant(new Date('2021-08-24T01:00Z'), vietnam)).toBe('08:00 24/8/2021');
  expect(formatOfficialDate('Đak Đoa', '2022-02-05')).toBe('Đak Đoa, ngày 05 tháng 02 năm 2022');
  expect(formatOfficialDate('Đak Đoa', '2021-03-10')).toBe('Đak Đoa, ngày 10 tháng 3 năm 2021');
});
