import type { Database } from '../store/database.ts';
import type { Role } from '../store/generated/enums.ts';

/**
 * Reads the roles for the whole office that a person holds at `now`, as a delivery may have waited.
 */
export async function readOfficeRoles(db: Database, personId: number, now: Date): Promise<Role[]> {
  const rows = await db.prisma.membership.findMany({
    where: { personId, unitId: null, since: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { role: true },
  });
  return rows.map(({ role }) => role);
}
