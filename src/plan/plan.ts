import type { Occurrence } from './occurrence.ts';

/**
 * A label in both languages. Text with legal force (clauses, words of a quota) is Vietnamese only.
 */
export type Text = { vi: string; en: string };

/** A calendar day in the plan's zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A time of day in the plan's zone, `HH:MM`. */
export type LocalTime = string;

/** The subject of an exemplar: a collective or an individual (Plan 101, III.1). */
export type SubjectCode = 'collective' | 'individual';

/** One clause that an exemplar can meet. `code` is stored; `text` is the plan's own words. */
export interface Criterion {
  code: string;
  text: string;
  /** Only a person who leads can meet it; the others are not offered it (Plan 101, III.3.2). */
  leaders?: boolean;
}

/**
 * How many exemplars a unit of a kind registers. `max` null: no upper limit; `expected`: the
 * hoped-for number.
 */
export interface Quota {
  min: number;
  max: number | null;
  expected: number | null;
}

/** A movement or campaign from which an exemplar can come (Plan 101, II.1). `code` is stored. */
export interface Movement {
  code: string;
  name: Text;
  /** The clause of the plan that names it. */
  clause: string;
}

/** A legal ground that documents cite while it holds: law, decree, by name and date. */
export interface LegalGround {
  text: string;
  /** Its first day in force; left out: before the plan. */
  from?: LocalDate;
  /** Its last day in force; left out: still in force. */
  until?: LocalDate;
}

/** A level at which commendations are decided: cơ sở, huyện, tỉnh. `code` is stored. */
export interface AwardLevel {
  code: string;
  name: Text;
  /** Its first day; left out: before the plan. */
  from?: LocalDate;
  /** Its last day (the district level ended on 30/6/2025); left out: it is still there. */
  until?: LocalDate;
}

/** A form of commendation or a title of emulation. `code` is stored. */
export interface Award {
  code: string;
  name: Text;
  /** Codes of the levels that decide on it. */
  levels: string[];
  /** Whom it is for; left out: collectives and individuals. */
  subject?: SubjectCode;
  /** Its first and last day, as of a level. */
  from?: LocalDate;
  until?: LocalDate;
}

/** The awards that units may propose (Plan 101, IV.3). Forms and titles are stored apart. */
export interface Awards {
  levels: AwardLevel[];
  /** Hình thức khen thưởng. */
  forms: Award[];
  /** Danh hiệu thi đua. */
  titles: Award[];
}

/**
 * How documents of a unit look (Decree 30/2020/NĐ-CP, Appendix I). `{unit}` is the unit's name,
 * `{short}` its short name. Capitals are made by the writer.
 */
export interface UnitDocument {
  /** The body above in the head; left out: none, as in a commune. */
  superior?: string;
  /** The issuing body in the head. */
  issuer: string;
  /** Behind the slash of its number: `UBND` in `Số: …/BC-UBND`. */
  sign: string;
  /** Where it is written; left out: the plan's place. */
  place?: string;
  /** Lines above the signature: `TM. Ủy ban nhân dân`, `Chủ tịch`. */
  signer: string[];
}

/**
 * A group of units with the same quota (Plan 101, IV.1). The order in the plan is the order in
 * reports.
 */
export interface UnitKind {
  code: string;
  name: Text;
  /** The quota in the plan's own words. */
  words: string;
  quota: Quota;
  /** The head and foot of its units' documents; left out: see `describeUnitDocument`. */
  document?: UnitDocument;
}

/** A field in which exemplars are sought, with the clauses of its paragraph (Plan 101, III.3). */
export interface Category {
  code: string;
  subject: SubjectCode;
  name: Text;
  /** The clause of the plan, such as `III.3.1`. */
  clause: string;
  /**
   * Whether the form asks if the person leads a collective exemplar, and which (Plan 101, III.3.2).
   */
  leaders: boolean;
  criteria: Criterion[];
}

/**
 * When a duty is due. `before` excludes the day itself (trước ngày); `on` and `yearly` include it
 * (định kỳ). `unset`: until the plan file gets a date, no unit is late and no person is nudged.
 */
export type DueRule = { rule: 'before' | 'on'; date: LocalDate } | RecurringRule | { rule: 'unset' };

/**
 * A due that comes again: each year, half-year, quarter or month. `month` counts within the period,
 * from 1. `following`: within the time after it. `before` excludes the day itself. `from` and `to`
 * are the first and last occurrence, `2021`, `2021-Q3`, `2021-08`.
 */
export type RecurringRule = {
  day: number | 'last';
  before?: boolean;
  following?: boolean;
} & (
  | { rule: 'yearly'; month: number; from: number; to: number }
  | { rule: 'halfYearly' | 'quarterly'; month: number; from: string; to: string }
  | { rule: 'monthly'; from: string; to: string }
);

/**
 * The ways of fulfilling a duty, each declared in `src/duties/kinds`. `registration`: enough
 * exemplars that count; `filing`: a document handed in; `report`: the annual report, written by
 * `/baocaonam` or handed in; `interim` and `summary`: the summary of a stage or of the period,
 * written by `/tongket` or handed in; `nominations`: those to the conference, which come with the
 * summary or alone; `optional`: a document that is owed only when there is something to report;
 * `awards`: award proposals, which come with the annual report.
 */
export const waysToFulfil = [
  ...(['registration', 'filing', 'report', 'interim', 'summary', 'nominations', 'optional'] as const),
  'awards',
] as const;

/** Something that units owe by a date (Plan 101, IV.3, V.1). */
export interface Duty {
  code: string;
  name: Text;
  /** A shorter name for buttons, in small letters: `kế hoạch`. Left out: the name. */
  short?: Text;
  clause: string;
  /** Every unit, or units of these kinds. */
  owedBy: 'all' | string[];
  fulfilledBy: (typeof waysToFulfil)[number];
  /**
   * Whether *Tổng hợp theo đơn vị* has a column with the day on which it was handed in. One duty at
   * most, with one due and a document.
   */
  inSummary?: boolean;
  /**
   * The years that the summary of a stage covers. Left out: from the period's first year to that of
   * the due.
   */
  covers?: { from: number; to: number };
  due: DueRule;
}

/** Points of the ranking for the conference, in whole numbers. */
export interface ConferenceWeights {
  /** For each year in which the exemplar was kept up or grew. */
  yearKept: number;
  /** For each year in which it was replicated. */
  replication: number;
  /** For each award granted: the same for all, or by the code of the level; other levels: none. */
  award: number | Record<string, number>;
  directLabour: number;
  /** Địa bàn khó khăn, vùng sâu, vùng xa. */
  difficultArea: number;
}

/** The conference to which units nominate exemplars, and how these are ranked (Plan 101, IV.3). */
export interface Conference {
  name: Text;
  /** How many delegates it has; left out: an officer may say. */
  delegates?: number;
  weights: ConferenceWeights;
}

/** When people are reminded of the duties that their units still owe. */
export interface Ladder {
  /** Time of day at which a stage begins. */
  at: LocalTime;
  /** Earliest time of day for a nudge; left out: `at`. */
  from?: LocalTime;
  /** Latest time of day for a nudge. */
  until: LocalTime;
  /** Latest time of day on the last day of a duty; left out: `until`. */
  lastDayUntil?: LocalTime;
  /** Days before the last day, such as 14, 7, 3, 1. */
  before: number[];
  /** Whether there is a nudge on the last day. */
  lastDay: boolean;
  /** Days after the last day, such as 1, 3, 7. */
  after: number[];
  /** Interval in days between nudges after the last entry of `after`. */
  everyDaysAfter: number;
  /** Number of days after the last day from which heads of units are told too. */
  headsFrom: number;
}

/** Names used in messages and at the head and foot of reports. */
export interface Bodies {
  superior: string;
  issuer: string;
  committee: Text;
  office: Text;
  /** As people read it: `0269 3824 123`. Stands wherever a message says to contact the office. */
  officePhone?: string;
  publicist: Text;
  signerTitle: string;
  signerName?: string;
  recipients: string[];
}

/** From a day on, other bodies than before: the office's work passes to another one. */
export interface Succession {
  from: LocalDate;
  place?: string | undefined;
  /** The bodies that change; the others stay. */
  bodies: { [K in keyof Bodies]?: Bodies[K] | undefined };
}

/** A plan as data; no part of it is a constant in the program. */
export interface Plan {
  code: string;
  title: Text;
  issuedOn: LocalDate;
  place: string;
  /** IANA time zone in which its days begin and end. */
  zone: string;
  period: { from: number; to: number };
  bodies: Bodies;
  /** The committee that issued it, where `planOn` has put another in its place. */
  issuedBy?: Text;
  /** Bodies that take over on a day, earliest first (1/7/2025: the end of the district level). */
  passesTo: Succession[];
  subjects: Record<SubjectCode, { name: Text }>;
  unitKinds: UnitKind[];
  generalCriteria: Criterion[];
  categories: Category[];
  /** Asked after the criteria; empty: not asked. */
  movements: Movement[];
  legalGrounds: LegalGround[];
  /** No levels: the plan asks for no proposals. */
  awards: Awards;
  /** Left out: the plan has no conference, and no exemplar is nominated. */
  conference?: Conference;
  duties: Duty[];
  ladder: Ladder;
}

/**
 * A last day that an officer set, for every unit (`unitId` null) or for one. `exact`: it holds even
 * where the other of the two is later.
 */
export interface MovedDue {
  duty: string;
  occurrence: Occurrence;
  unitId: number | null;
  lastDay: LocalDate;
  exact: boolean;
}

/** A plan as the database holds it: its newest version, its id there, and dues that were moved. */
export interface LoadedPlan extends Plan {
  id: number;
  /** The office whose plan it is. */
  officeId: number;
  /** In the order in which they were moved. */
  moved: MovedDue[];
  /** Whether it is closed: it can be read and reported, not written. */
  closed: boolean;
}

/** A unit in the list that fills an empty database. */
export interface UnitEntry {
  code: string;
  name: string;
  short: string;
  kind: string;
}
