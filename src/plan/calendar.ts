import { Temporal } from 'temporal-polyfill';
import type { LocalDate, LocalTime } from './plan.ts';

/** Tells whether `text` is a calendar day written `YYYY-MM-DD`; 2021-02-29 is not. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/**
 * Tells whether `text` names a time zone that this machine knows (IANA, such as
 * `Asia/Ho_Chi_Minh`).
 */
export function isZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** Returns the calendar day at `instant` in `zone`. */
export function localDate(instant: Date, zone: string): LocalDate {
  const at = instant.getTime();
  const known = lastDays.get(zone);
  if (known && known.begins <= at && at <= known.ends) return known.date;
  const date = inZone(instant, zone).toPlainDate().toString();
  const begins = endOfDay(addDays(date, -1), zone).getTime() + 1;
  lastDays.set(zone, { date, begins, ends: endOfDay(date, zone).getTime() });
  return date;
}

/** The day found last in each zone, in milliseconds: an update asks for today many times. */
const lastDays = new Map<string, { date: LocalDate; begins: number; ends: number }>();

/** Returns the time of day at `instant` in `zone`, `HH:MM`. */
export function localTime(instant: Date, zone: string): LocalTime {
  return inZone(instant, zone).toPlainTime().toString({ smallestUnit: 'minute' });
}

/**
 * Returns the instant at which a clock in `zone` shows `time` on `date`. A time that a clock change
 * skips is moved later by the length of the gap; a time that comes twice is the first of the two.
 */
export function instantOf(date: LocalDate, time: LocalTime, zone: string): Date {
  return instantFrom(
    Temporal.PlainDate.from(date).toZonedDateTime({
      timeZone: zone,
      plainTime: Temporal.PlainTime.from(time),
    }),
  );
}

/**
 * Returns the last millisecond of `date` in `zone`: 23:59:59.999, also on a day with a clock
 * change.
 */
export function endOfDay(date: LocalDate, zone: string): Date {
  const key = `${date} ${zone}`;
  const known = endsOfDays.get(key);
  if (known !== undefined) return new Date(known);
  const tomorrow = Temporal.PlainDate.from(date).add({ days: 1 }).toZonedDateTime(zone);
  const end = tomorrow.epochMilliseconds - 1;
  if (endsOfDays.size >= mostEnds) endsOfDays.clear();
  endsOfDays.set(key, end);
  return new Date(end);
}

/** The ends of days computed last. A submission asks for those of all dues of the plan. */
const endsOfDays = new Map<string, number>();
const mostEnds = 2000;

/** Returns the day `days` after `date`, or before it when `days` is negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Counts the calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

/** Returns the year of a day. */
export function yearOf(date: LocalDate): number {
  return Temporal.PlainDate.from(date).year;
}

/** Formats a day as people write it: `24/8/2021`. */
export function formatDate(date: LocalDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${day}/${month}/${year}`;
}

/** Formats a day for a table column: `24/08/2021`. */
export function formatTableDate(date: LocalDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `${two(day)}/${two(month)}/${year}`;
}

/** Formats an instant as people write it, in `zone`: `08:00 24/8/2021`. */
export function formatInstant(instant: Date, zone: string): string {
  return `${localTime(instant, zone)} ${formatDate(localDate(instant, zone))}`;
}

/**
 * Formats place and date for the head of an official document (Decree 30/2020/NĐ-CP, Appendix I).
 * Days under 10 and the months 1 and 2 have a leading zero: `Đak Đoa, ngày 05 tháng 02 năm 2022`.
 */
export function formatOfficialDate(place: string, date: LocalDate): string {
  return `${place}, ${formatLongDate(date)}`;
}

/** Formats a day as official documents write it: `ngày 05 tháng 02 năm 2022`. */
export function formatLongDate(date: LocalDate): string {
  const { day, month, year } = Temporal.PlainDate.from(date);
  return `ngày ${two(day)} tháng ${month <= 2 ? two(month) : month} năm ${year}`;
}

function inZone(instant: Date, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
}

function instantFrom(moment: Temporal.ZonedDateTime): Date {
  return new Date(moment.epochMilliseconds);
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
