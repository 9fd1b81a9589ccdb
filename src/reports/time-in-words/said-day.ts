import { addDays, isDate } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';

/** A day as said. The year may stand elsewhere in the line. */
export interface SaidDay {
  year: number | undefined;
  /** 1 to 12, or what was typed. */
  month: number;
  /** `last`: the last day of the month. */
  day: number | 'last';
  /** Whether the day before is meant: "trước ngày 1/10". */
  before?: boolean;
}

/** Returns the day in this year, where it says none; undefined: there is no such day. */
export function resolveDay({ year: own, month, day, before }: SaidDay, year: number): LocalDate | undefined {
  const of = own ?? year;
  const first = writeDate(of, month, 1);
  if (!isDate(first)) return undefined;
  const last = addDays(month === 12 ? writeDate(of + 1, 1, 1) : writeDate(of, month + 1, 1), -1);
  const found = day === 'last' ? last : writeDate(of, month, day);
  if (!isDate(found)) return undefined;
  return before ? addDays(found, -1) : found;
}

/** Reads the year of two or four digits; undefined where none was said. */
export function readYear(digits: string | undefined): number | undefined {
  if (digits === undefined) return undefined;
  return Number(digits.length === 2 ? `20${digits}` : digits);
}

/** Reads a day from the groups of `dayPattern`. */
export function readSaidDay([d, m, y, d2, m2, y2]: (string | undefined)[]): SaidDay {
  return { year: readYear(y ?? y2), month: Number(m ?? m2), day: Number(d ?? d2) };
}

function writeDate(year: number, month: number, day: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
