import type { ProposalState } from '../store/generated/enums.ts';
import type { Reader } from '../store/reader.ts';
import { filterProposals, type ProposalFilter } from './proposal.ts';

/** Counts the proposals of a filter by state; a state without any is left out. */
export async function countByState(
  reader: Reader,
  filter: ProposalFilter,
): Promise<Partial<Record<ProposalState, number>>> {
  const rows = await reader.awardProposal.groupBy({
    by: ['state'],
    where: filterProposals(filter),
    _count: true,
  });
  return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
}

/** Lists the years with proposals under a plan, the newest first. */
export async function listProposalYears(reader: Reader, planId: number): Promise<number[]> {
  const rows = await reader.awardProposal.groupBy({
    by: ['year'],
    where: filterProposals({ planId }),
    orderBy: { year: 'desc' },
  });
  return rows.map(({ year }) => year);
}

/** Lists the units that have exemplars with proposals of a filter. */
export function listProposalUnits(
  reader: Reader,
  filter: ProposalFilter,
): Promise<{ id: number; name: string }[]> {
  return reader.unit.findMany({
    where: { exemplars: { some: { proposals: { some: filterProposals(filter) } } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  });
}

/** Counts the forwarded proposals under a plan by level. */
export async function countForwardedByLevel(
  reader: Reader,
  planId: number,
): Promise<{ level: string; n: number }[]> {
  const rows = await reader.awardProposal.groupBy({
    by: ['level'],
    where: { planId, state: 'forwarded' },
    _count: true,
  });
  return rows.map(({ level, _count }) => ({ level, n: _count }));
}
