import type { ReportText } from '../../evaluations/annual-report.ts';
import type { LocalDate } from '../../plan/plan.ts';
import type {
  ActivityKind,
  EvaluationResult,
  FosteringKind,
  ProposalState,
  Subject,
} from '../../store/generated/enums.ts';
import type { UnitLine } from '../by-unit-columns.ts';
import type { LateUnit } from '../late-letter/late-duties.ts';
import type { ReportPeriod } from '../report-period.ts';

/** Everything that the office's report of a period says (Plan 101, V.3). */
export interface OfficeFigures {
  period: ReportPeriod;
  /** The last day of the figures: that of the period, or the day of the report before its end. */
  day: LocalDate;
  /** The day of which the states are: the day of the report, or the earlier one that was asked. */
  stateOn: LocalDate;
  lines: UnitLine[];
  /** The same time a year earlier; undefined where the plan had not begun. */
  before: EarlierFigures | undefined;
  categories: CategoryTotal[];
  directLabour: number;
  difficultArea: number;
  documents: DocumentState[];
  /** Reminders that reached a person, and of them those that officers sent by hand. */
  nudges: { sent: number; byHand: number };
  fostering: FosteringFigures;
  activities: ActivityCount[];
  /** Exemplars that were never publicised. */
  neverPublicised: number;
  /** Years whose evaluations are told, the earliest first. */
  evaluations: EvaluatedYear[];
  spread: SpreadExemplar[];
  /** Award proposals by where they stand. */
  proposals: Record<ProposalCount, number>;
  decisions: AwardDecisionLine[];
  /** Units with overdue duties of the period, and those that registered late in it. */
  late: LateUnit[];
  tardy: string[];
  best: BestExemplar[];
  /** Units' own words; undefined where none has reported. */
  words: UnitWords | undefined;
  help: { asked: number; closed: number };
}

/** Registrations at the same time a year earlier. */
export interface EarlierFigures {
  day: LocalDate;
  counted: number;
  /** Of the year or half-year itself. */
  own: number;
  /** Units that had reached their minimum. */
  met: number;
}

/** A category with the exemplars that count. */
export interface CategoryTotal {
  subject: Subject;
  name: string;
  count: number;
}

/** How many units have handed in a document. */
export interface DocumentState {
  name: string;
  /** Whether only units with something to hand in owe it. */
  optional: boolean;
  units: number;
  done: number;
  late: number;
  /** Null: no date is set. */
  due: LocalDate | null;
  /** The days on which the first and the last of them came; null: none came. */
  from: LocalDate | null;
  to: LocalDate | null;
}

/** The steps of fostering plans that are due in the period. */
export interface FosteringFigures {
  /** Units that have made their plan. */
  units: number;
  kinds: { kind: FosteringKind; planned: number; done: number; overdue: number }[];
}

/** Activities of a kind, each counted once. */
export interface ActivityCount {
  kind: ActivityKind;
  count: number;
  reached: number;
  broadcasts: number;
  minutes: number;
}

/** The evaluations of the approved exemplars in a year. */
export interface EvaluatedYear {
  year: number;
  approved: number;
  evaluated: number;
  results: Record<EvaluationResult, number>;
  /** Units or households that took an exemplar up. */
  spreadTo: number;
}

/** An exemplar that grew and was replicated. */
export interface SpreadExemplar {
  name: string;
  unit: string;
  to: string | null;
  count: number | null;
}

/** The states in which a proposal is counted, and all of them together. */
export type ProposalCount = Exclude<ProposalState, 'withdrawn'> | 'all';

/** A decision of the competent level on award proposals. */
export interface AwardDecisionLine {
  number: string;
  on: LocalDate;
  body: string;
  /** Proposals that it granted. */
  granted: number;
}

/** An exemplar that the report names. */
export interface BestExemplar {
  name: string;
  unit: string;
  summary: string;
  impact: string;
  /** Where it was replicated, by its newest evaluation; null: nowhere. */
  spreadTo: string | null;
  spreadCount: number | null;
}

/** The texts of units' annual reports of a year. */
export interface UnitWords {
  year: number;
  units: ({ unit: string } & Record<ReportText, string>)[];
}
