/**
 * The nouns of awards (Plan 101, IV.3). A *proposal* asks the competent level to commend an
 * exemplar with a form or a title. The office *forwards* it or declines it with a reason. A
 * *decision* of the level grants many at once; what it does not grant stays forwarded, until it is
 * granted or refused. So every proposal has a known state, and none is lost.
 */
import type { ProposedAward } from '../plan/awards.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { ProposalState } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';

const shown = {
  exemplar: {
    select: {
      ...{ code: true, name: true, status: true, subject: true, position: true, representative: true },
      summary: true,
      unit: { select: { id: true, name: true } },
    },
  },
  unit: { select: { name: true } },
  plan: { select: { code: true } },
  decision: { select: { id: true, number: true, decidedOn: true, body: true } },
  changes: {
    orderBy: { id: 'desc' },
    take: 1,
    select: { id: true, at: true, personId: true, person: { select: { name: true } } },
  },
} as const satisfies Prisma.AwardProposalInclude;

/**
 * A proposal to commend an exemplar, with its decision and its last step. `exemplar.unit` has the
 * exemplar now, `unit` proposed it.
 */
export type Proposal = Prisma.AwardProposalGetPayload<{ include: typeof shown }>;

/** A filter of proposals; parts that are left out allow all. Withdrawn ones are not listed. */
export interface ProposalFilter {
  planId?: number | undefined;
  /** Units that have the exemplars now: those of merged units count for the unit after them. */
  unitIds?: number[] | undefined;
  exemplarIds?: number[] | undefined;
  year?: number | undefined;
  state?: ProposalState | undefined;
  level?: string | undefined;
  /** A form or a title. */
  award?: Pick<ProposedAward, 'form' | 'title'> | undefined;
}

const living = { not: 'withdrawn' } as const;

/** Writes the condition of a filter. */
export function filterProposals(filter: ProposalFilter): Prisma.AwardProposalWhereInput {
  const { planId, unitIds, exemplarIds, year, state, level, award } = filter;
  return {
    state: state ?? living,
    ...(planId !== undefined && { planId }),
    ...(unitIds && { exemplar: { unitId: { in: unitIds } } }),
    ...(exemplarIds && { exemplarId: { in: exemplarIds } }),
    ...(year !== undefined && { year }),
    ...(level !== undefined && { level }),
    ...award,
  };
}

/** Lists proposals by year, then in the order in which they were made. */
export function listProposals(reader: Reader, filter: ProposalFilter): Promise<Proposal[]> {
  return reader.awardProposal.findMany({
    where: filterProposals(filter),
    orderBy: [{ year: 'asc' }, { id: 'asc' }],
    include: shown,
  });
}

/** Lists a page of proposals with the total: the newest year first, then by unit and exemplar. */
export async function pageProposals(
  reader: Reader,
  { limit, offset, ...filter }: ProposalFilter & { limit: number; offset: number },
): Promise<{ items: Proposal[]; total: number }> {
  const where = filterProposals(filter);
  const items = await reader.awardProposal.findMany({
    where,
    orderBy: [
      { year: 'desc' },
      { exemplar: { unit: { position: 'asc' } } },
      { exemplar: { code: 'asc' } },
      { id: 'asc' },
    ],
    take: limit,
    // A forged button may ask for a page beyond what a query can skip.
    skip: Math.min(offset, 2_000_000_000),
    include: shown,
  });
  return { items, total: await reader.awardProposal.count({ where }) };
}

/** Lists proposals by their ids, in the order in which they were made. Unknown ids are left out. */
export function listProposalsById(reader: Reader, ids: number[]): Promise<Proposal[]> {
  return reader.awardProposal.findMany({
    where: { id: { in: ids } },
    orderBy: { id: 'asc' },
    include: shown,
  });
}

/** Finds a proposal; undefined when there is none. */
export async function findProposal(reader: Reader, id: number): Promise<Proposal | undefined> {
  const [found] = await listProposalsById(reader, [id]);
  return found;
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
