import type { SaidDay } from './said-day.ts';

/** The part of a request that says for which time a report is. */
export interface TakenPeriod {
  half?: 1 | 2;
  whole?: true;
  /** The day of which the figures are, and the words for it. */
  day?: SaidDay;
  dayWords?: string;
  /** Words for a time that no report is of: it must be asked. */
  unclear?: string;
  /** "2021 đến 2025"; the second is missing in "từ năm 2021". */
  years?: [from: number, to: number | undefined];
  /** A part of a year that no report has, as typed: "quý này". */
  period: string | undefined;
  rest: string;
}
