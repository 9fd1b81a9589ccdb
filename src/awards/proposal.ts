import type { ProposedAward } from '../plan/awards.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const shown = {
  exemplar: {
    select: { code: true, name: true, subject: true, position: true, representative: true, summary: true },
  },
  unit: { select: { name: true } },
  plan: { select: { code: true } },
} as const satisfies Prisma.AwardProposalInclude;

/** A unit's proposal to commend an exemplar, with the exemplar, unit and plan that it names. */
export type Proposal = Prisma.AwardProposalGetPayload<{ include: typeof shown }>;

/** A filter of proposals; parts that are left out allow all. Withdrawn ones are not listed. */
export interface ProposalFilter {
  planId?: number;
  unitIds?: number[];
  exemplarIds?: number[];
  year?: number;
}

const living = { not: 'withdrawn' } as const;

/** Lists proposals by year, then in the order in which they were made. */
export function listProposals(reader: Reader, filter: ProposalFilter): Promise<Proposal[]> {
  const { planId, unitIds, exemplarIds, year } = filter;
  return reader.awardProposal.findMany({
    where: {
      state: living,
      ...(planId !== undefined && { planId }),
      ...(unitIds && { unitId: { in: unitIds } }),
      ...(exemplarIds && { exemplarId: { in: exemplarIds } }),
      ...(year !== undefined && { year }),
    },
    orderBy: [{ year: 'asc' }, { id: 'asc' }],
    include: shown,
  });
}

/**
 * Finds a proposal of the same exemplar for the same award, level and year in another report. That
 * is a report of another plan, or of a unit that its unit took over from.
 */
export async function findSameProposal(
  reader: Reader,
  of: { exemplarId: number; year: number } & ProposedAward,
  report: { planId: number; unitId: number },
): Promise<Proposal | undefined> {
  const { exemplarId, year, form, title, level } = of;
  const found = await reader.awardProposal.findFirst({
    where: { exemplarId, year, form, title, level, state: living, NOT: report },
    orderBy: { id: 'desc' },
    include: shown,
  });
  return found ?? undefined;
}
