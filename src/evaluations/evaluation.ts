import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const shown = {
  exemplar: { select: { code: true, name: true, subject: true } },
} as const satisfies Prisma.EvaluationInclude;

/** A stored evaluation of an exemplar in a year, with the exemplar's code and name. */
export type Evaluation = Prisma.EvaluationGetPayload<{ include: typeof shown }>;

/** A filter of evaluations; parts that are left out allow all. */
export interface EvaluationFilter {
  planId?: number;
  unitIds?: number[];
  exemplarIds?: number[];
  year?: number;
}

/** Lists evaluations by year, then by the exemplar's code. */
export function listEvaluations(reader: Reader, filter: EvaluationFilter): Promise<Evaluation[]> {
  const { planId, unitIds, exemplarIds, year } = filter;
  return reader.evaluation.findMany({
    where: {
      ...(planId !== undefined && { planId }),
      ...(unitIds && { unitId: { in: unitIds } }),
      ...(exemplarIds && { exemplarId: { in: exemplarIds } }),
      ...(year !== undefined && { year }),
    },
    orderBy: [{ year: 'asc' }, { exemplar: { code: 'asc' } }],
    include: shown,
  });
}

/** An approved exemplar that the report of a year is about. */
export interface ReportedExemplar {
  id: number;
  code: string;
  name: string;
  /** Its evaluation of that year, once a report was sent. */
  evaluationId?: number;
}

/**
 * Lists the approved exemplars that a unit evaluates in a year, by code (Plan 101, IV.3). They were
 * registered under the plan by then, or carried over into it.
 */
export async function listReportedExemplars(
  reader: Reader,
  { planId, unitId, year }: { planId: number; unitId: number; year: number },
): Promise<ReportedExemplar[]> {
  const rows = await reader.exemplar.findMany({
    where: {
      ...{ unitId, status: 'approved', year: { lte: year } },
      OR: [{ planId }, { carried: { some: { planId } } }],
    },
    orderBy: { code: 'asc' },
    select: {
      ...{ id: true, code: true, name: true },
      evaluations: { where: { planId, year }, select: { id: true } },
    },
  });
  return rows.map(({ evaluations: [known], ...exemplar }) => ({
    ...exemplar,
    ...(known && { evaluationId: known.id }),
  }));
}
