import type { LocalDate, Quota, SubjectCode } from '../../plan/plan.ts';

/** A unit's exemplars compared with its quota. */
export interface UnitBar {
  unit: string;
  quota: Quota;
  approved: number;
  /** Submitted, not yet decided. */
  waiting: number;
}

/** The units of one kind, in the order of the roster. */
export interface BarGroup {
  kind: string;
  bars: UnitBar[];
  /** All units of the kind, where some are in another picture. */
  whole?: UnitBar[];
}

/** The exemplars that came and were approved on one day. */
export interface DayCount {
  day: LocalDate;
  submitted: number;
  approved: number;
}

/** The days of a picture: its counts, its first and last day, and the last day of the duty. */
export interface DaySpan {
  counts: DayCount[];
  from: LocalDate;
  to: LocalDate;
  lastDay?: LocalDate | undefined;
  /** The sum of the minimums. */
  wanted: number;
}

/** The exemplars of one category. */
export interface CategoryCount {
  subject: SubjectCode;
  category: string;
  count: number;
}

/** The words above a picture, in the language of the person who asked. */
export interface PictureTitle {
  title: string;
  subtitle: string;
}

/** Formats texts of the picture in its language. */
export type PictureWords = (key: string, args?: Record<string, string | number>) => string;
