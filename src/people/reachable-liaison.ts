import type { Database } from '../store/database.ts';

/** Tells whether a unit has a liaison with an account that accepts messages. */
export async function hasReachableLiaison({ prisma }: Database, unitId: number): Promise<boolean> {
  const liaison = await prisma.membership.findFirst({
    where: { unitId, role: 'liaison', until: null, person: { accounts: { some: { reachable: true } } } },
    select: { id: true },
  });
  return liaison !== null;
}
