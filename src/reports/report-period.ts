import { type Locale, t } from '../i18n.ts';
import { endOfDay, formatDate, isDate, localDate } from '../plan/calendar.ts';
import type { LocalDate, Plan } from '../plan/plan.ts';

/**
 * The time that a report covers: a year, one half of it, or the plan's whole period up to `year`.
 * `asOf`: figures as they stood at the end of that day. `filtered`: the filter of its lines, as
 * `writeReportFilter` writes it.
 */
export interface ReportPeriod {
  year: number;
  half?: 1 | 2 | undefined;
  whole?: boolean | undefined;
  asOf?: LocalDate | undefined;
  filtered?: string | undefined;
}

/** The days that a period covers, both inclusive, and its years. */
export interface PeriodSpan {
  from: LocalDate;
  to: LocalDate;
  fromYear: number;
  toYear: number;
}

/** Returns the days of a period. */
export function spanOf(plan: Plan, { year, half, whole }: ReportPeriod): PeriodSpan {
  const fromYear = whole ? Math.min(plan.period.from, year) : year;
  return {
    from: half === 2 ? `${year}-07-01` : `${fromYear}-01-01`,
    to: half === 1 ? `${year}-06-30` : `${year}-12-31`,
    ...{ fromYear, toYear: year },
  };
}

/** Returns the last moment whose registrations a report counts: the end of its span. */
export function endOfSpan(plan: Plan, period: ReportPeriod): Date {
  return endOfDay(spanOf(plan, period).to, plan.zone);
}

/** Says a period in Vietnamese, as titles do: `năm 2021`, `6 tháng đầu năm 2023`. */
export function sayReportPeriod(plan: Plan, { year, half, whole }: ReportPeriod): string {
  if (whole) return `giai đoạn ${plan.period.from} – ${plan.period.to}`;
  if (half) return `6 tháng ${half === 1 ? 'đầu' : 'cuối'} năm ${year}`;
  return `năm ${year}`;
}

/** Says a period in the language of the person who asked: `năm 2021`, `the year 2021`. */
export function sayPeriodOf(locale: Locale, { year, half, whole }: ReportPeriod): string {
  const which = whole ? 'whole' : half === 1 ? 'first' : half === 2 ? 'second' : 'year';
  return t(locale, 'report-period', { which, year: String(year) });
}

/** Says the day of which a report shows the figures, behind its period; empty where it is now. */
export function sayAsOf({ asOf }: ReportPeriod): string {
  return asOf ? `, tính đến hết ngày ${formatDate(asOf)}` : '';
}

/**
 * Writes a period for a button and a file's name: `2021`, `2023-H1`, `2025-GD.2025-09-15`. A filter
 * stands behind `~`.
 */
export function writeReportPeriod({ year, half, whole, asOf, filtered }: ReportPeriod): string {
  const part = whole ? '-GD' : half ? `-H${half}` : '';
  return `${year}${part}${asOf ? `.${asOf}` : ''}${filtered ? `~${filtered}` : ''}`;
}

/** Reads the period of a button; undefined for anything else. */
export function readReportPeriod(text: string): ReportPeriod | undefined {
  const found = /^(\d{1,9})(?:-(H1|H2|GD))?(?:\.(\d{4}-\d{2}-\d{2}))?(?:~([\w-]{2,24}))?$/.exec(text);
  const [, year = '', part, asOf, filtered] = found ?? [];
  if (!found || (asOf !== undefined && !isDate(asOf))) return undefined;
  return {
    year: Number(year),
    ...(part === 'GD' && { whole: true }),
    ...(part === 'H1' && { half: 1 as const }),
    ...(part === 'H2' && { half: 2 as const }),
    ...(asOf !== undefined && { asOf }),
    ...(filtered !== undefined && { filtered }),
  };
}

/** Returns the moment whose figures a report shows: the end of the day that was asked, or now. */
export function momentOf(plan: Plan, { asOf }: ReportPeriod, now: Date): Date {
  if (asOf === undefined || asOf >= localDate(now, plan.zone)) return now;
  return endOfDay(asOf, plan.zone);
}
