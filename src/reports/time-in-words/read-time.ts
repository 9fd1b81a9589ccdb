import { yearOf } from '../../plan/calendar.ts';
import type { LocalDate, Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { yearsInWords } from '../../text/years-in-words.ts';
import { resolveDay } from './said-day.ts';
import { takePeriod } from './take-period.ts';
import type { TakenPeriod } from './taken-period.ts';

/** A time as a request says it. */
export interface TimeOfLine {
  /** Every year named, in the order typed; also one that no report can have. */
  years: number[];
  /** `năm` stands there without saying which. */
  openYear: boolean;
  /** A part of a year that no report has, as typed: "quý này". */
  period: string | undefined;
  half?: 1 | 2;
  whole?: true;
  /** The day of which the figures are asked. */
  asOf?: LocalDate;
  /** Words for a time that no report is of: "từ 5/8 đến 9/8", "30/2". */
  unclear?: string;
}

/** Reads the time of a request, and returns its other words; `tidy` prepares those. */
export function readTime(
  typed: string,
  today: LocalDate,
  plan: Plan,
  tidy: (words: string) => string,
): TimeOfLine & { rest: string[] } {
  const taken = takePeriod(typed, today);
  const thisYear = yearOf(today);
  const found = yearsInWords(tidy(taken.rest), thisYear);
  const span = spanOfYears(taken, plan);
  const years = [...found.years, ...span.years];
  const { half, day, dayWords, period } = taken;
  const asOf = day && resolveDay(day, years[0] ?? thisYear);
  const all = isWholePeriod(taken, plan);
  const unclear = (all ? undefined : taken.unclear) ?? span.unclear ?? (day && !asOf ? dayWords : undefined);
  const whole = taken.whole ?? all ?? span.whole;
  return {
    ...{ years, period, rest: found.rest },
    openYear: found.openYear && !day && !whole,
    ...(half && { half }),
    ...(whole && { whole }),
    ...(asOf && { asOf }),
    ...(unclear !== undefined && { unclear }),
  };
}

/** "5 năm" is the period of a plan of five years, and nothing of another one. */
function isWholePeriod({ unclear }: TakenPeriod, { period }: Plan): true | undefined {
  return fold(unclear ?? '') === `${period.to - period.from + 1} nam` || undefined;
}

/** "2021–2025" is the period of the plan; other years are years, of which a report takes one. */
function spanOfYears({ years, whole }: TakenPeriod, { period }: Plan) {
  if (!years) return { years: [] };
  const [from, to] = years;
  if (from === period.from && to === undefined) return { years: [], whole: true as const };
  if (to === undefined) return { years: [], unclear: `từ năm ${from}` };
  if (from === period.from && (whole || to === period.to))
    return { years: to === period.to ? [] : [to], whole: true as const };
  return { years: [from, to] };
}
