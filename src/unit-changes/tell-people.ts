import { z } from 'zod';
import { enqueueDeliveries } from '../deliveries/ledger.ts';
import type { Prisma } from '../store/generated/client.ts';

/** The `kind` of a delivery that tells people that their unit has changed. */
const unitChangedKind = 'unit-changed';
/** The `kind` of a delivery that tells people that a coming change was taken back. */
export const unitChangeUndoneKind = 'unit-change-undone';

/** Tells whether a delivery of this kind is about a change of units. */
export function isUnitNews(kind: string): boolean {
  return kind === unitChangedKind || kind === unitChangeUndoneKind;
}

/** Its payload: the change, and what the units were called before it. */
export const unitChangeNews = z.object({ changeId: z.int(), names: z.array(z.string()) });

/**
 * Writes the news for liaisons and heads of units that change, once a person. It runs in the
 * change's transaction, before it is carried out. Returns the deliveries to send; they wait for the
 * hours in which people are nudged.
 */
export async function tellOfUnitChange(
  tx: Prisma.TransactionClient,
  of: { id: number; before: number[]; at: Date; news: 'applied' | 'undone' },
): Promise<number[]> {
  const { id: changeId, before, at, news } = of;
  const kind = news === 'applied' ? unitChangedKind : unitChangeUndoneKind;
  const units = await tx.unit.findMany({
    where: { id: { in: before } },
    select: { id: true, name: true },
  });
  const people = await tx.membership.findMany({
    where: { unitId: { in: before }, role: { in: ['liaison', 'head'] }, until: null },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    select: { personId: true },
  });
  const nameOf = new Map(units.map(({ id, name }) => [id, name]));
  const names = before.flatMap((id) => nameOf.get(id) ?? []);
  return enqueueDeliveries(
    tx,
    people.map(({ personId }) => ({
      key: `${kind}:${changeId}:${personId}`,
      personId,
      kind,
      payload: { changeId, names },
      at,
    })),
  );
}
