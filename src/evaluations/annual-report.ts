import type { Answers } from '../drafts/draft.ts';
import { storedAnswers } from '../drafts/stored-answers.ts';
import type { AnnualReport as AnnualReportRow } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/** The four texts of a unit's annual report, in the order of asking: columns and question keys. */
export const reportTexts = ['results', 'difficulties', 'proposals', 'directions'] as const;

/** One of the four texts of a report. */
export type ReportText = (typeof reportTexts)[number];

/** One version of a unit's annual report (Plan 101, IV.3). */
export interface AnnualReport {
  planId: number;
  unitId: number;
  year: number;
  filingId: number;
  texts: Record<ReportText, string>;
  /** The answers of its form, as they were sent. */
  answers: Answers;
}

/** Finds the report that a filing is; undefined: it is another document. */
export async function findReportOfFiling(
  reader: Reader,
  filingId: number,
): Promise<AnnualReport | undefined> {
  const row = await reader.annualReport.findUnique({ where: { filingId } });
  return row ? describe(row) : undefined;
}

/** Lists which of these filings are versions of a report that were sent with evidence. */
export async function listVersionsWithEvidence(reader: Reader, filingIds: number[]): Promise<number[]> {
  const found = await reader.annualReport.findMany({
    where: { filingId: { in: filingIds }, evidence: { some: {} } },
    select: { filingId: true },
  });
  return found.map(({ filingId }) => filingId);
}

function describe(row: AnnualReportRow): AnnualReport {
  const { results, difficulties, proposals, directions, answers, ...of } = row;
  return {
    ...{ planId: of.planId, unitId: of.unitId, year: of.year, filingId: of.filingId },
    texts: { results, difficulties, proposals, directions },
    answers: storedAnswers.parse(answers),
  };
}
