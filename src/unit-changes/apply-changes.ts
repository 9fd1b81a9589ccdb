import { localDate } from '../plan/calendar.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';
import { type PlanKinds, unitsAfter } from './change.ts';
import { moveToPart } from './divide-exemplars.ts';
import { endUnits, releasePeople } from './end-units.ts';
import { handOverUnits } from './hand-over.ts';
import { lockUnits } from './lock-units.ts';
import { makeUnit } from './make-unit.ts';
import { tellOfUnitChange } from './tell-people.ts';

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
 * Carries out one change, in a transaction, and writes what its people are told. Returns these
 * deliveries; undefined when it had been carried out or undone before.
 */
export async function applyUnitChange(
  tx: Prisma.TransactionClient,
  sql: Sql,
  { plans, now }: Pick<ApplyDeps, 'plans' | 'now'>,
  id: number,
): Promise<number[] | undefined> {
  await tx.$queryRaw`select 1 from change_of_units where id = ${id} for update`;
  const change = await tx.unitChange.findFirst({ where: { id, appliedAt: null, undoneAt: null } });
  if (!change) return undefined;
  const { action, before, officeId, byId, channel, ground: reason } = change;
  const day = change.on.toISOString().slice(0, 10);
  await lockUnits(sql, before);
  const after = unitsAfter.parse(change.after);
  const ends = action !== 'created' && action !== 'renamed';
  const deliveries = await tellOfUnitChange(tx, { id, before, at: now, news: 'applied' });

  if (action === 'renamed') {
    const [renamed] = after;
    const [unitId] = before;
    if (renamed && unitId)
      await tx.unit.update({ where: { id: unitId }, data: { name: renamed.name, short: renamed.short } });
  }
  if (ends) await endUnits(tx, before, day);
  const made: number[] = [];
  for (const unit of ends || action === 'created' ? after : []) {
    const part = action === 'split';
    const heir = before.length > 0 && made.length === 0;
    made.push(await makeUnit(tx, { unit, officeId, before, heir, part, plans, day, now }));
  }
  const [heir] = made;
  if (ends && heir !== undefined) {
    await tx.unit.updateMany({ where: { id: { in: before } }, data: { successorId: heir } });
    const to = made.map((unitId, i) => ({ unitId, people: after[i]?.people }));
    await handOverUnits(sql, { from: before, to, at: now, byId, channel, reason });
    for (const [i, part] of made.entries()) {
      const { exemplars = [] } = after[i] ?? {};
      const [unit] = before;
      if (i > 0 && unit !== undefined && exemplars.length > 0)
        await moveToPart(tx, { exemplars, divided: unit, heir, part, plans, day });
    }
  }
  if (action === 'closed') await releasePeople(sql, { unitIds: before, now, byId, channel, reason });
  const units = action === 'renamed' ? before : made;
  await tx.unitChange.update({ where: { id }, data: { appliedAt: now, units } });
  return deliveries;
}
