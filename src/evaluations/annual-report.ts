import { z } from 'zod';
import type { Answers } from '../drafts/draft.ts';
import type { FilingStatus, Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

/** The four texts of a unit's annual report, in the order of asking: columns and question keys. */
export const reportTexts = ['results', 'difficulties', 'proposals', 'directions'] as const;

/** One of the four texts of a report. */
export type ReportText = (typeof reportTexts)[number];

/** One version of a unit's annual report (Plan 101, IV.3), and where it stands with the office. */
export interface AnnualReport {
  planId: number;
  unitId: number;
  year: number;
  filingId: number;
  texts: Record<ReportText, string>;
  /** The answers of its form, as they were sent. */
  answers: Answers;
  status: FilingStatus;
  /** Keys of the questions that the officer asked to mend. */
  returnedLines: string[];
  reason: string | null;
}

const shown = {
  filing: { select: { status: true, returnedLines: true, decisionReason: true } },
} as const satisfies Prisma.AnnualReportInclude;

/** Finds the report that a filing is; undefined: it is another document. */
export async function findReportOfFiling(
  reader: Reader,
  filingId: number,
): Promise<AnnualReport | undefined> {
  const row = await reader.annualReport.findUnique({ where: { filingId }, include: shown });
  return row ? describe(row) : undefined;
}

const storedAnswers = z.record(z.string(), z.unknown());

function describe(row: Prisma.AnnualReportGetPayload<{ include: typeof shown }>): AnnualReport {
  const { results, difficulties, proposals, directions, filing, answers, ...of } = row;
  return {
    ...{ planId: of.planId, unitId: of.unitId, year: of.year, filingId: of.filingId },
    texts: { results, difficulties, proposals, directions },
    answers: storedAnswers.parse(answers),
    status: filing.status,
    returnedLines: filing.returnedLines,
    reason: filing.decisionReason,
  };
}
