import type { ReportText } from '../../evaluations/annual-report.ts';
import type { EvaluationFacts } from '../../evaluations/questions.ts';
import type { ProposedAward } from '../../plan/awards.ts';
import type { UnitFigures } from './read-figures.ts';

/** An exemplar of the report, with what the unit found of it in the year. */
export interface EvaluatedExemplar {
  id: number;
  code: string;
  name: string;
  facts: EvaluationFacts;
}

/** An exemplar that the unit proposes to commend. */
export interface ProposedExemplar extends ProposedAward {
  exemplarId: number;
  grounds: string;
}

/** Everything that a unit's annual report says (Plan 101, IV.3). */
export interface UnitReportContent {
  year: number;
  unit: { name: string; short: string; kind: string };
  evaluated: EvaluatedExemplar[];
  proposals: ProposedExemplar[];
  texts: Record<ReportText, string>;
  figures: UnitFigures;
}
