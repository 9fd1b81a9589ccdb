import type { Answers } from '../drafts/draft.ts';
import { storedAnswers } from '../drafts/stored-answers.ts';
import type { ReportText } from '../evaluations/annual-report.ts';
import { asOccurrence, type Occurrence } from '../plan/occurrence.ts';
import type { PeriodSummary as PeriodSummaryRow } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import type { SummaryYears } from './summary-years.ts';

/** The plan, unit and time of a duty that a summary fulfils. */
export interface SummaryOf {
  planId: number;
  unitId: number;
  duty: string;
  occurrence: Occurrence;
}

/** One version of a unit's summary. */
export interface PeriodSummary extends SummaryOf {
  filingId: number;
  years: SummaryYears;
  texts: Record<ReportText, string>;
  /** The answers of its form, as they were sent. */
  answers: Answers;
}

/** Finds the summary that a filing is; undefined: it is another document. */
export async function findSummaryOfFiling(
  reader: Reader,
  filingId: number,
): Promise<PeriodSummary | undefined> {
  const row = await reader.periodSummary.findUnique({ where: { filingId } });
  return row ? describe(row) : undefined;
}

/** Finds the newest version of a unit's summary; undefined: none was sent. */
export async function findNewestSummary(
  reader: Reader,
  { planId, unitId, duty, occurrence }: SummaryOf,
): Promise<PeriodSummary | undefined> {
  const row = await reader.periodSummary.findFirst({
    where: { planId, unitId, duty, occurrence },
    orderBy: { filingId: 'desc' },
  });
  return row ? describe(row) : undefined;
}

function describe(row: PeriodSummaryRow): PeriodSummary {
  const { results, difficulties, proposals, directions, answers, ...of } = row;
  return {
    ...{ planId: of.planId, unitId: of.unitId, duty: of.duty, filingId: of.filingId },
    occurrence: asOccurrence(of.occurrence),
    years: { from: of.fromYear, to: of.toYear },
    texts: { results, difficulties, proposals, directions },
    answers: storedAnswers.parse(answers),
  };
}
