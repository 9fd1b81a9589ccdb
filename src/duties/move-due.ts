import type { Clock } from '../clock.ts';
import { enqueueDeliveries } from '../deliveries/ledger.ts';
import { endHeldDraft, holdDraft } from '../drafts/held-draft.ts';
import { DomainError } from '../errors.ts';
import { dueOf } from '../plan/due.ts';
import type { LoadedPlan, LocalDate, MovedDue } from '../plan/plan.ts';
import { requireOpenPlan } from '../plans/require-open.ts';
import type { Database } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';
import { transact } from '../store/transaction.ts';
import { readStandings } from './standing.ts';

/** The `kind` of a delivery that tells a unit about a due that was moved. */
export const dueMovedKind = 'moved-due';

/** The effect of moving a due, before it is moved. */
export interface DueMoveEffect {
  /** The last day that the new one takes the place of; undefined: there was none. */
  previous: LocalDate | undefined;
  /** Units that have not done the duty and whose last day changes. */
  units: number[];
  /** Liaisons and heads of these units, who are told. */
  people: number[];
  /** Units whose own last day is later than the new general one, and holds. */
  keeping: { unitId: number; lastDay: LocalDate }[];
}

/** Says what moving a due would change, and whom it would be told to. */
export async function previewDueMove(
  deps: { db: Pick<Database, 'pool'>; plan: LoadedPlan; clock: Clock },
  move: MovedDue,
): Promise<DueMoveEffect> {
  return computeEffect(deps.db.pool, deps.plan, deps.clock.now(), move);
}

/**
 * Moves the due of a duty, for every unit or for one, with a reason. Both days stay in the history,
 * and the ladder begins again from the new day. The people of the units whose day changes are told,
 * in the same transaction. The same draft again changes nothing. Throws `draft-gone` and
 * `plan-closed`.
 */
export async function moveDue(
  deps: { db: Database; plan: LoadedPlan; clock: Clock },
  move: MovedDue & { reason: string },
  by: { personId: number; channel: string; draftId: number },
): Promise<{ effect: DueMoveEffect; deliveries: number[] }> {
  const { db, plan } = deps;
  const at = deps.clock.now();
  return transact(db, async ({ prisma: tx, sql }) => {
    const draft = await holdDraft(tx, by.draftId);
    const effect = await computeEffect(sql, plan, at, move);
    if (draft?.state === 'done') return { effect, deliveries: [] };
    if (draft?.state !== 'open') throw new DomainError('draft-gone');
    await requireOpenPlan(sql, plan.id);
    await requireNewest(sql, plan, move);
    const { duty, occurrence, unitId, exact, reason } = move;
    const { id: moveId } = await tx.dueMove.create({
      data: {
        ...{ planId: plan.id, duty, occurrence, unitId, exact, reason, at },
        lastDay: new Date(move.lastDay),
        previous: effect.previous === undefined ? null : new Date(effect.previous),
        byId: by.personId,
        channel: by.channel,
      },
      select: { id: true },
    });
    const deliveries = await enqueueDeliveries(
      tx,
      effect.people.map((personId) => ({
        key: `${dueMovedKind}:${moveId}:${personId}`,
        personId,
        kind: dueMovedKind,
        payload: { moveId },
        at,
      })),
    );
    await endHeldDraft(tx, by.draftId, 'done', at, { moveId });
    return { effect, deliveries };
  });
}

/**
 * Lets moves of dues happen one after the other. Throws for a plan that does not know the newest
 * move of this due: the update is handled again, with the due as it is now.
 */
async function requireNewest(sql: Sql, plan: LoadedPlan, of: MovedDue): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtext('moving a due'))`);
  const { rows } = await sql.query<{ n: number }>(
    'select count(*) as n from due_move where plan_id = $1 and duty = $2 and occurrence = $3',
    [plan.id, of.duty, of.occurrence],
  );
  const known = plan.moved.filter(
    ({ duty, occurrence }) => duty === of.duty && occurrence === of.occurrence,
  ).length;
  if (rows[0]?.n !== known) throw new Error('the due was moved at this moment');
}

async function computeEffect(sql: Sql, plan: LoadedPlan, now: Date, move: MovedDue): Promise<DueMoveEffect> {
  const { duty, occurrence, unitId } = move;
  const then = { ...plan, moved: [...plan.moved, move] };
  const standings = await readStandings(sql, plan, now, {
    of: { duty, occurrence },
    unitIds: unitId === null ? undefined : [unitId],
  });
  const open = standings.filter(({ status }) => status !== 'done' && status !== 'doneLate');
  const dayOf = (unit: number) => dueOf(then, duty, occurrence, unit)?.lastDay;
  const units = open.filter((one) => dayOf(one.unitId) !== one.due?.lastDay).map((one) => one.unitId);
  const keeping = standings.flatMap((one) => {
    const lastDay = dayOf(one.unitId);
    return unitId === null && lastDay !== undefined && lastDay !== move.lastDay
      ? [{ unitId: one.unitId, lastDay }]
      : [];
  });
  const { rows } = await sql.query<{ id: number }>(peopleSql, [units, now]);
  return {
    previous: dueOf(plan, duty, occurrence, unitId)?.lastDay,
    units,
    people: rows.map(({ id }) => id),
    keeping,
  };
}

const peopleSql = `
  select distinct person_id as id from membership
  where unit_id = any ($1) and role in ('liaison', 'head') and since <= $2 and (until is null or until > $2)
  order by person_id`;
