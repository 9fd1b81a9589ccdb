import { Temporal } from 'temporal-polyfill';

type TwoDigits = '01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12';

/**
 * Which time of a duty: `2021`, `2021-H1`, `2021-Q3`, `2021-08`; empty for a duty that is due once.
 * An *occurrence* is stored, written into buttons, and names a period of the calendar.
 */
export type Occurrence =
  | ''
  | `${number}`
  | `${number}-H${1 | 2}`
  | `${number}-Q${1 | 2 | 3 | 4}`
  | `${number}-${TwoDigits}`;

/** The occurrence of a duty that is due once. */
export const oneOff = '' satisfies Occurrence;

/** The length of an occurrence's period. */
export type PeriodLength = 'year' | 'half' | 'quarter' | 'month';

/** A period of the calendar: the nth half, quarter or month of a year; `n` is 1 for a year. */
export interface CalendarPeriod {
  length: PeriodLength;
  year: number;
  n: number;
}

/** Number of months of a period of each length. */
export const monthsIn: Record<PeriodLength, number> = { year: 12, half: 6, quarter: 3, month: 1 };

/** Tells whether a text is an occurrence. */
export function isOccurrence(text: string): text is Occurrence {
  return /^(\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?)?$/.test(text);
}

/** Reads a stored occurrence. Throws for any other text, a bug. */
export function asOccurrence(text: string): Occurrence {
  if (!isOccurrence(text)) throw new Error(`"${text}" is no occurrence of a duty`);
  return text;
}

/** Reads the period of an occurrence; undefined for a duty that is due once. */
export function periodOf(occurrence: Occurrence): CalendarPeriod | undefined {
  if (occurrence === oneOff) return undefined;
  const year = Number(occurrence.slice(0, 4));
  const part = occurrence.slice(5);
  if (part === '') return { length: 'year', year, n: 1 };
  if (part.startsWith('H')) return { length: 'half', year, n: Number(part[1]) };
  if (part.startsWith('Q')) return { length: 'quarter', year, n: Number(part[1]) };
  return { length: 'month', year, n: Number(part) };
}

/** Writes the occurrence of a period. */
export function occurrenceOf({ length, year, n }: CalendarPeriod): Occurrence {
  const part = { year: '', half: `-H${n}`, quarter: `-Q${n}`, month: `-${String(n).padStart(2, '0')}` };
  return asOccurrence(`${String(year).padStart(4, '0')}${part[length]}`);
}

/** Returns the first day of a period, `YYYY-MM-DD`. */
export function firstDayOf(period: CalendarPeriod): string {
  return monthStart(period, 0).toString();
}

/** Returns the last day of a period, `YYYY-MM-DD`. */
export function lastDayOf(period: CalendarPeriod): string {
  return monthStart(period, monthsIn[period.length]).subtract({ days: 1 }).toString();
}

/**
 * Returns a day of the period's nth month, from 1; numbers beyond the period are the months after
 * it. A day that the month does not have, and `last`, is its last day.
 */
export function dayIn(period: CalendarPeriod, month: number, day: number | 'last'): string {
  const start = monthStart(period, month - 1);
  return start.with({ day: day === 'last' ? start.daysInMonth : day }, { overflow: 'constrain' }).toString();
}

/** Lists the periods from one to another of the same length, both inclusive. */
export function listPeriods(from: CalendarPeriod, to: CalendarPeriod): CalendarPeriod[] {
  const perYear = 12 / monthsIn[from.length];
  const first = from.year * perYear + from.n - 1;
  const last = to.year * perYear + to.n - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ({
    length: from.length,
    year: Math.floor((first + i) / perYear),
    n: ((first + i) % perYear) + 1,
  }));
}

function monthStart({ length, year, n }: CalendarPeriod, months: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({
    months: (n - 1) * monthsIn[length] + months,
  });
}
