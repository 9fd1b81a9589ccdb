import { settleDraft } from '../drafts/settle-draft.ts';
import { DomainError } from '../errors.ts';
import { findOfficeOf } from '../people/office-of.ts';
import type { Actor } from '../people/person-change.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import { applyUnitChange } from './apply-changes.ts';
import type { PlanKinds, UnitAfter } from './change.ts';
import { lockUnits } from './lock-units.ts';
import { tellOfUnitChange } from './tell-people.ts';
import { listTakenCodes } from './unit-code.ts';

/** A change of units as an officer confirmed it. */
export interface UnitChangeEntry {
  action: UnitAction;
  /** The first day on which it holds; a past day takes effect at once. */
  on: LocalDate;
  ground: string;
  before: number[];
  after: UnitAfter[];
}

/**
 * Records a change of units, and carries it out where its day has come. The same draft again does
 * nothing and returns undefined. `deliveries`: the news of it to send now. Throws `unit-unknown`
 * for a unit that is not there any more, `unit-day-too-early`, `unit-changing` when another change
 * of one of the units waits, `unit-code-taken`.
 */
export async function recordUnitChange(
  deps: { db: Database; plans: PlanKinds[]; zone: string },
  change: UnitChangeEntry & { draftId: number; by: Actor; at: Date },
): Promise<{ id: number; applied: boolean; deliveries: number[] } | undefined> {
  const { draftId, by, at, on, before, after } = change;
  return transact(deps.db, async ({ prisma: tx, sql }) => {
    if (!(await settleDraft(tx, draftId, at, {}))) return undefined;
    // Codes that two officers choose at the same instant are compared one after the other.
    await sql.query(`select pg_advisory_xact_lock(hashtext('unit-changes'))`);
    await lockUnits(sql, before);
    const officeId = await findOfficeOf(tx, by.personId);
    await refuseUnknown(tx, before, officeId);
    await refuseTooEarly(tx, before, on);
    await refuseChanging(tx, before);
    await refuseTakenCodes(tx, after);
    const { id } = await tx.unitChange.create({
      data: {
        officeId,
        action: change.action,
        on: new Date(on),
        ground: change.ground,
        before,
        after: after.map((unit) => ({ ...unit })),
        units: [],
        recordedAt: at,
        byId: by.personId,
        channel: by.channel,
        madeBy: `draft:${draftId}`,
      },
      select: { id: true },
    });
    const due = on <= localDate(at, deps.zone);
    const deliveries = due ? await applyUnitChange(tx, sql, { plans: deps.plans, now: at }, id) : [];
    return { id, applied: due, deliveries: deliveries ?? [] };
  });
}

/**
 * Takes back a change whose day has not come, and tells the people of its units. Returns these
 * deliveries. Throws `unit-change-over` when it took effect or was taken back before.
 */
export async function undoUnitChange(
  db: Pick<Database, 'prisma'>,
  { id, by, at }: { id: number; by: Actor; at: Date },
): Promise<number[]> {
  return transact(db, async ({ prisma: tx }) => {
    const officeId = await findOfficeOf(tx, by.personId);
    const [undone] = await tx.unitChange.updateManyAndReturn({
      where: { id, officeId, appliedAt: null, undoneAt: null },
      data: { undoneAt: at, undoneById: by.personId },
      select: { before: true },
    });
    if (!undone) throw new DomainError('unit-change-over');
    return tellOfUnitChange(tx, { id, before: undone.before, at, news: 'undone' });
  });
}

async function refuseUnknown(tx: Prisma.TransactionClient, ids: number[], officeId: number): Promise<void> {
  const there = await tx.unit.count({ where: { id: { in: ids }, officeId, active: true } });
  if (there !== new Set(ids).size || there !== ids.length) throw new DomainError('unit-unknown');
}

async function refuseTooEarly(tx: Prisma.TransactionClient, ids: number[], on: LocalDate): Promise<void> {
  const later = await tx.unit.findFirst({
    where: { id: { in: ids }, since: { gt: new Date(on) } },
    select: { name: true, since: true },
  });
  if (!later?.since) return;
  const since = formatDate(later.since.toISOString().slice(0, 10));
  throw new DomainError('unit-day-too-early', { unit: later.name, since });
}

async function refuseChanging(tx: Prisma.TransactionClient, ids: number[]): Promise<void> {
  const other = await tx.unitChange.findFirst({
    where: { appliedAt: null, undoneAt: null, before: { hasSome: ids } },
    select: { on: true },
  });
  if (other) throw new DomainError('unit-changing', { on: formatDate(other.on.toISOString().slice(0, 10)) });
}

async function refuseTakenCodes(tx: Prisma.TransactionClient, after: UnitAfter[]): Promise<void> {
  const taken = await listTakenCodes(tx);
  for (const { code } of after) {
    if (code === undefined) continue;
    if (taken.has(code)) throw new DomainError('unit-code-taken', { code });
    taken.add(code);
  }
}
