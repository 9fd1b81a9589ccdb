import { addDays, localDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';
import { type PlanKinds, type UnitAfter, unitsAfter } from './change.ts';
import { handOverUnits } from './hand-over.ts';
import { lockUnits } from './lock-units.ts';

/** Days of a change in the zone of the plans. */
interface ApplyDeps {
  db: Database;
  /** Open plans; the first is the one whose kind and quota an officer chose. */
  plans: PlanKinds[];
  now: Date;
  zone: string;
}

/**
 * Carries out the changes of units whose day has come, in the order of their days. Running it twice
 * or in several processes at once carries out each once. One that fails delays no other; its error
 * is thrown after them. Returns how many.
 */
export async function applyUnitChanges(deps: ApplyDeps): Promise<number> {
  const { db, now, zone } = deps;
  // SQL, because each start asks: a start makes no typed client.
  const due = await db.pool.query<{ id: number }>(
    `select id from change_of_units where applied_at is null and undone_at is null and day <= $1::date order by day, id`,
    [localDate(now, zone)],
  );
  let applied = 0;
  const failures: unknown[] = [];
  for (const { id } of due.rows) {
    try {
      if (await transact(db, ({ prisma, sql }) => applyUnitChange(prisma, sql, deps, id))) applied += 1;
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return applied;
}

/**
 * Carries out one change, in a transaction. False when it had been carried out or undone before.
 */
export async function applyUnitChange(
  tx: Prisma.TransactionClient,
  sql: Sql,
  { plans, now }: Pick<ApplyDeps, 'plans' | 'now'>,
  id: number,
): Promise<boolean> {
  await tx.$queryRaw`select 1 from change_of_units where id = ${id} for update`;
  const change = await tx.unitChange.findFirst({ where: { id, appliedAt: null, undoneAt: null } });
  if (!change) return false;
  const day = change.on.toISOString().slice(0, 10);
  await lockUnits(sql, change.before);
  const after = unitsAfter.parse(change.after);
  const ends = change.action !== 'created' && change.action !== 'renamed';

  if (change.action === 'renamed') {
    const [renamed] = after;
    const [unitId] = change.before;
    if (renamed && unitId)
      await tx.unit.update({ where: { id: unitId }, data: { name: renamed.name, short: renamed.short } });
  }
  if (ends) await endUnits(tx, change.before, day);
  const made: number[] = [];
  for (const unit of ends || change.action === 'created' ? after : []) {
    made.push(
      await makeUnit(tx, { unit, officeId: change.officeId, before: change.before, plans, day, now }),
    );
  }
  const [heir] = made;
  const { byId, channel, ground: reason } = change;
  if (ends && heir !== undefined) {
    await tx.unit.updateMany({ where: { id: { in: change.before } }, data: { successorId: heir } });
    await handOverUnits(sql, { from: change.before, to: heir, at: now, byId, channel, reason });
  }
  if (change.action === 'closed')
    await releasePeople(sql, { unitIds: change.before, now, byId, channel, reason });
  const units = change.action === 'renamed' ? change.before : made;
  await tx.unitChange.update({ where: { id }, data: { appliedAt: now, units } });
  return true;
}

async function endUnits(tx: Prisma.TransactionClient, ids: number[], day: LocalDate): Promise<void> {
  const until = new Date(addDays(day, -1));
  await tx.unit.updateMany({ where: { id: { in: ids } }, data: { active: false, until } });
  // A place in a plan that began on this very day has no day to end on.
  await tx.planUnit.updateMany({
    where: { unitId: { in: ids }, OR: [{ since: null }, { since: { lte: until } }] },
    data: { until },
  });
}

interface Making {
  unit: UnitAfter;
  officeId: number;
  before: number[];
  plans: PlanKinds[];
  day: LocalDate;
  now: Date;
}

/** Makes a unit and lets it take part in the plans in which those before it did. */
async function makeUnit(tx: Prisma.TransactionClient, making: Making): Promise<number> {
  const { unit, officeId, before, plans, day, now } = making;
  const { _max } = await tx.unit.aggregate({ _max: { position: true } });
  const position = (_max.position ?? -1) + 1;
  const { code = '', name, short } = unit;
  const { id } = await tx.unit.create({
    data: { officeId, code, name, short, position, since: new Date(day), createdAt: now },
    select: { id: true },
  });
  for (const [i, plan] of plans.entries()) {
    const took = await tx.planUnit.findFirst({
      where: { planId: plan.id, unitId: { in: before } },
      orderBy: { position: 'asc' },
    });
    const given = unit.kind !== undefined && plan.kinds.includes(unit.kind) ? unit.kind : took?.kind;
    if (given === undefined || (before.length > 0 && !took)) continue;
    const quota = i === 0 ? unit.quota : undefined;
    await tx.planUnit.create({
      data: {
        planId: plan.id,
        unitId: id,
        kind: given,
        position: took?.position ?? position,
        since: new Date(day),
        ...(quota && { min: quota.min, max: quota.max }),
      },
    });
  }
  return id;
}

/** No unit takes over from a closed one: its roles end, its invitations are withdrawn. */
async function releasePeople(
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
