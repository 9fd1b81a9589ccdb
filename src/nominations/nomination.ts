import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const shown = {
  exemplar: { select: { code: true, name: true, status: true } },
  unit: { select: { name: true } },
  decidedBy: { select: { name: true } },
  changes: {
    orderBy: { id: 'asc' },
    select: { id: true, at: true, action: true, reason: true, person: { select: { name: true } } },
  },
} as const satisfies Prisma.NominationInclude;

/** A stored nomination to the conference, with its exemplar, unit and history. */
export type Nomination = Prisma.NominationGetPayload<{ include: typeof shown }>;

/** A filter of nominations; parts that are left out allow all. Withdrawn ones are not listed. */
export interface NominationFilter {
  planId?: number;
  unitIds?: number[];
  exemplarIds?: number[];
}

/** Lists nominations by plan, then in the order in which they were made. */
export function listNominations(reader: Reader, filter: NominationFilter): Promise<Nomination[]> {
  const { planId, unitIds, exemplarIds } = filter;
  return reader.nomination.findMany({
    where: {
      state: { not: 'withdrawn' },
      ...(planId !== undefined && { planId }),
      ...(unitIds && { unitId: { in: unitIds } }),
      ...(exemplarIds && { exemplarId: { in: exemplarIds } }),
    },
    orderBy: [{ planId: 'asc' }, { id: 'asc' }],
    include: shown,
  });
}

/** Finds a nomination in any state; undefined: there is none. */
export async function findNomination(reader: Reader, id: number): Promise<Nomination | undefined> {
  return (await reader.nomination.findUnique({ where: { id }, include: shown })) ?? undefined;
}

/** Lists the plans under which exemplars were nominated. */
export async function listNominatedPlans(reader: Reader): Promise<number[]> {
  const found = await reader.nomination.findMany({ distinct: ['planId'], select: { planId: true } });
  return found.map(({ planId }) => planId);
}
