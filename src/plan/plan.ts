/**
 * A label in both languages. What has the force of the document (clauses, words of a quota) is
 * Vietnamese only.
 */
export type Text = { vi: string; en: string };

/** A day of the calendar in the plan's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A time of day in the plan's zone, `HH:MM`. */
export type LocalTime = string;

/** Whom an exemplar is about (Plan 101, III.1). */
export type SubjectCode = 'collective' | 'individual';

/**
 * One clause that an exemplar can be ticked off against; `code` is stored, `text` is the plan's own
 * words.
 */
export interface Criterion {
  code: string;
  text: string;
}

/**
 * How many exemplars a unit of a kind registers; `max` null: no upper limit; `expected`: the number
 * hoped for.
 */
export interface Quota {
  min: number;
  max: number | null;
  expected: number | null;
}

/**
 * A sort of unit that owes the same number (Plan 101, IV.1); the order in the plan is the order in
 * reports.
 */
export interface UnitKind {
  code: string;
  name: Text;
  /** The quota in the plan's own words. */
  words: string;
  quota: Quota;
}

/** A field in which exemplars are sought, with the clauses of its paragraph (Plan 101, III.3). */
export interface Category {
  code: string;
  subject: SubjectCode;
  name: Text;
  /** Where the plan says it, such as `III.3.1`. */
  clause: string;
  /**
   * Whether the form asks if the person leads, and which collective exemplar (Plan 101, III.3.2).
   */
  leaders: boolean;
  criteria: Criterion[];
}

/**
 * When a duty is due. `before` excludes the day itself (trước ngày), `on` and `yearly` include it
 * (định kỳ); `unset`: an officer sets it later, until then nobody is late and nobody is nudged.
 */
export type DueRule =
  | { rule: 'before' | 'on'; date: LocalDate }
  | { rule: 'yearly'; day: number; month: number; from: number; to: number }
  | { rule: 'unset' };

/**
 * The ways of fulfilling a duty: by enough exemplars that count, by a document handed in, or by one
 * that is owed only where there is something to hand in. Each is declared in `src/duties/kinds`.
 */
export const waysToFulfil = ['registration', 'filing', 'optional'] as const;

/** Something units owe by a date (Plan 101, IV.3, V.1). */
export interface Duty {
  code: string;
  name: Text;
  clause: string;
  /** Every unit, or units of these kinds. */
  owedBy: 'all' | string[];
  fulfilledBy: (typeof waysToFulfil)[number];
  due: DueRule;
}

/** When people are reminded of what their units still owe. */
export interface Ladder {
  /** Time of day of a nudge. */
  at: LocalTime;
  /** No nudge later in the day than this. */
  until: LocalTime;
  /** Days before the last day, such as 14, 7, 3, 1. */
  before: number[];
  /** Whether the last day itself has a nudge. */
  lastDay: boolean;
  /** Days after the last day, such as 1, 3, 7. */
  after: number[];
  /** From the last of `after` on, every so many days. */
  everyDaysAfter: number;
  /** From how many days after the last day heads of units are told too. */
  headsFrom: number;
}

/** Names that stand in messages and at the head and foot of reports. */
export interface Bodies {
  superior: string;
  issuer: string;
  committee: Text;
  office: Text;
  publicist: Text;
  signerTitle: string;
  signerName?: string;
  recipients: string[];
}

/** The document as data: nothing of it is a constant in the program. */
export interface Plan {
  code: string;
  title: Text;
  issuedOn: LocalDate;
  place: string;
  /** IANA time zone in which its days begin and end. */
  zone: string;
  period: { from: number; to: number };
  bodies: Bodies;
  subjects: Record<SubjectCode, { name: Text }>;
  unitKinds: UnitKind[];
  generalCriteria: Criterion[];
  categories: Category[];
  duties: Duty[];
  ladder: Ladder;
}

/** A unit of the list that fills an empty database. */
export interface UnitEntry {
  code: string;
  name: string;
  short: string;
  kind: string;
}
