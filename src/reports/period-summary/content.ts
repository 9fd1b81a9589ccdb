import type { ReportText } from '../../evaluations/annual-report.ts';
import type { SummaryYears } from '../../period-summaries/summary-years.ts';
import type { EvaluationResult, Subject } from '../../store/generated/enums.ts';
import type { RegisteredExemplar } from '../unit-report/read-figures.ts';
import type { UnitWork } from '../unit-report/unit-work.ts';

/** What the years of a summary brought one exemplar. */
export interface SummedExemplar extends RegisteredExemplar {
  code: string;
  /** Its evaluations, earliest first. */
  results: { year: number; result: EvaluationResult; spreadTo: string | null }[];
  /** Awards that were granted, named with their levels. */
  awards: string[];
}

/** The figures of a unit in the years of a summary. */
export interface SummaryFigures extends UnitWork {
  exemplars: SummedExemplar[];
  /** Award proposals, and how many were granted. */
  proposed: number;
  granted: number;
  /** Difficulties, needs and lessons of the newest evaluations, with the exemplar's name. */
  difficulties: { name: string; words: string }[];
  needs: { name: string; words: string }[];
  lessons: { name: string; words: string }[];
}

/** An exemplar that the unit nominates, with its grounds. */
export interface NominatedInDocument {
  name: string;
  birthYear: number | null;
  ethnicity: string | null;
  position: string;
  place: string;
  category: string;
  subject: Subject;
  grounds: string;
}

/** Everything that a unit's summary says (Plan 101, II.6, IV.3). */
export interface SummaryContent {
  /** Whether it sums up a stage (sơ kết) and not the whole period. */
  interim: boolean;
  years: SummaryYears;
  unit: { name: string; short: string; kind: string };
  figures: SummaryFigures;
  texts: Record<ReportText, string>;
  /** Undefined: the summary names none. */
  nominated: NominatedInDocument[] | undefined;
}
