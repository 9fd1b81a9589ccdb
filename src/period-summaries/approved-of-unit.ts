import type { Reader } from '../store/reader.ts';

/** Lists the approved exemplars of a unit under a plan, or carried over into it, by code. */
export function listApprovedOfUnit(
  reader: Reader,
  { planId, unitId }: { planId: number; unitId: number },
): Promise<{ id: number; code: string; name: string }[]> {
  return reader.exemplar.findMany({
    where: {
      ...{ unitId, status: 'approved' },
      OR: [{ planId }, { carried: { some: { planId } } }],
    },
    orderBy: { code: 'asc' },
    select: { id: true, code: true, name: true },
  });
}
