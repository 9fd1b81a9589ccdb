import { findFiling } from '../../../duties/filing.ts';
import { findNominationsDuty, findSummaryKind } from '../../../duties/kinds/index.ts';
import { findReportOfFiling, reportTexts } from '../../../evaluations/annual-report.ts';
import { listReportedExemplars } from '../../../evaluations/evaluation.ts';
import { evaluationQuestions } from '../../../evaluations/questions.ts';
import { listNominations } from '../../../nominations/nomination.ts';
import { findSummaryOfFiling } from '../../../period-summaries/period-summary.ts';
import { summaryParts } from '../../../period-summaries/send-summary.ts';
import type { Reader } from '../../../store/reader.ts';
import { type House, planOf } from '../../core/house.ts';
import { listProposalsOf, proposalFields } from '../annual-report/proposal-items.ts';
import { nominationLines } from './say-lines.ts';

/** The lines of a document to which it can be returned. */
export interface Returnable {
  /** Lines of the whole document. */
  parts: string[];
  /** Its exemplars, each with its lines. */
  exemplars: { id: number; code: string; name: string; lines: string[] }[];
}

type Plans = Pick<House, 'db' | 'plan' | 'plans'>;

/**
 * Finds the lines of a document that a unit wrote here: an annual report, a summary, nominations.
 * Undefined: it is a file, which is returned as a whole.
 */
export async function findReturnable(house: Plans, filingId: number): Promise<Returnable | undefined> {
  return (
    (await findLinesOfReport(house.db.prisma, filingId)) ??
    (await findLinesOfSummary(house, filingId)) ??
    (await findLinesOfNominations(house, filingId))
  );
}

async function findLinesOfReport(reader: Reader, filingId: number): Promise<Returnable | undefined> {
  const report = await findReportOfFiling(reader, filingId);
  if (!report) return undefined;
  const { answers } = report;
  const fields = evaluationQuestions.map(({ field }) => field);
  const asked = proposalFields.filter((field) => field !== 'same');
  const exemplars = await listReportedExemplars(reader, report);
  return {
    parts: [...('awards' in answers ? ['awards'] : []), ...reportTexts],
    exemplars: exemplars.map(({ id, code, name }) => ({
      ...{ id, code, name },
      lines: [
        ...fields.map((field) => `${field}@${id}`),
        ...listProposalsOf(answers, id).flatMap((item) => asked.map((field) => `${field}@${item}`)),
      ].filter((line) => line in answers),
    })),
  };
}

async function findLinesOfSummary(house: Plans, filingId: number): Promise<Returnable | undefined> {
  const summary = await findSummaryOfFiling(house.db.prisma, filingId);
  if (!summary) return undefined;
  const plan = planOf(house, summary);
  const nominates = findSummaryKind(plan, summary.duty) === 'summary' && findNominationsDuty(plan);
  const { parts, exemplars } = nominates
    ? await listLinesOfNominations(house.db.prisma, summary)
    : { parts: [], exemplars: [] };
  return { parts: [...reportTexts, ...parts], exemplars };
}

/** A list of nominations that was sent alone has no texts. */
async function findLinesOfNominations(house: Plans, filingId: number): Promise<Returnable | undefined> {
  const { prisma } = house.db;
  const filing = await findFiling(prisma, filingId);
  if (!filing || findSummaryKind(planOf(house, filing), filing.duty) !== 'nominations') return undefined;
  const written = await prisma.attachment.count({ where: { filingId, part: summaryParts.nominations } });
  return written > 0 ? listLinesOfNominations(prisma, filing) : undefined;
}

async function listLinesOfNominations(
  reader: Reader,
  { planId, unitId }: { planId: number; unitId: number },
): Promise<Returnable> {
  const there = await listNominations(reader, { planId, unitIds: [unitId] });
  return {
    parts: [nominationLines.list],
    exemplars: there.map(({ exemplarId, exemplar }) => ({
      ...{ id: exemplarId, code: exemplar.code, name: exemplar.name },
      lines: [`${nominationLines.ofExemplar}@${exemplarId}`],
    })),
  };
}
