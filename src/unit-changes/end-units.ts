import { addDays } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';

/** Ends units the day before `day`, and their places in plans. */
export async function endUnits(tx: Prisma.TransactionClient, ids: number[], day: LocalDate): Promise<void> {
  const until = new Date(addDays(day, -1));
  await tx.unit.updateMany({ where: { id: { in: ids } }, data: { active: false, until } });
  // A place in a plan that began on this very day has no day to end on.
  await tx.planUnit.updateMany({
    where: { unitId: { in: ids }, OR: [{ since: null }, { since: { lte: until } }] },
    data: { until },
  });
}

/** Ends the roles in units that no unit takes over from, and withdraws their invitations. */
export async function releasePeople(
  sql: Sql,
  of: { unitIds: number[]; now: Date; byId: number; channel: string; reason: string },
): Promise<void> {
  await sql.query(
    `with ended as (
       update membership set until = $2 where unit_id = any ($1) and until is null
       returning id, person_id, role, unit_id)
     insert into person_change (person_id, at, by_id, channel, action, reason, membership_id, before, after)
     select e.person_id, $2, $3, $4, 'role_ended', $5, e.id,
       jsonb_build_object('role', e.role, 'unitId', e.unit_id, 'unit', u.name), '{}'
     from ended e join unit u on u.id = e.unit_id`,
    [of.unitIds, of.now, of.byId, of.channel, of.reason],
  );
  await sql.query(
    'update invitation set withdrawn_at = $2 where unit_id = any ($1) and used_at is null and withdrawn_at is null',
    [of.unitIds, of.now],
  );
}
