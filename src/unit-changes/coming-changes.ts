import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';

const shown = { id: true, action: true, on: true, ground: true, before: true, after: true } as const;

/** A change that waits for its day, with the names of the units before it. */
export type ComingChange = Prisma.UnitChangeGetPayload<{ select: typeof shown }> & { names: string[] };

/**
 * Lists the changes of units that wait for their day, the next first; with `officeIds`, those of
 * these offices alone.
 */
export async function listComingChanges(
  reader: Reader,
  officeIds?: number[] | undefined,
): Promise<ComingChange[]> {
  const changes = await reader.unitChange.findMany({
    where: { appliedAt: null, undoneAt: null, ...(officeIds && { officeId: { in: officeIds } }) },
    orderBy: [{ on: 'asc' }, { id: 'asc' }],
    select: shown,
  });
  const units = await reader.unit.findMany({
    where: { id: { in: changes.flatMap(({ before }) => before) } },
    select: { id: true, name: true },
  });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  return changes.map((change) => ({
    ...change,
    names: change.before.flatMap((id) => nameOf.get(id) ?? []),
  }));
}
