import { createHash } from 'node:crypto';
import { duesOf } from '../plan/due.ts';
import { locateMistakes, parsePlan } from '../plan/load.ts';
import { tellMistake } from '../plan/mistake.ts';
import type { Plan } from '../plan/plan.ts';
import { PlanError } from '../plan/plan-error.ts';
import { planSchema } from '../plan/schema.ts';
import type { Database } from '../store/database.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { type Transaction, transact } from '../store/transaction.ts';
import { findOrphans } from './codes-in-use.ts';
import { comparePlans, type Difference } from './compare-plans.ts';

/** A plan file as a text, with the name under which its mistakes are reported. */
export interface PlanText {
  name: string;
  text: string;
}

/** The effect of loading a plan file, before or after it is loaded. */
export interface PlanChange {
  plan: Plan;
  /** Undefined: the database does not have a plan with this code yet. */
  planId: number | undefined;
  /** The number of the version. */
  number: number;
  /** Whether the database has this very content already: nothing is loaded. */
  known: boolean;
  differences: Difference[];
}

/**
 * Says what loading a plan file would change. Throws `PlanError` for a file that cannot be used,
 * that would leave data of the plan behind, or whose plan is closed; each mistake with its line.
 */
export async function previewPlan(
  db: Pick<Database, 'prisma' | 'pool'>,
  file: PlanText,
  officeId?: number,
): Promise<PlanChange> {
  return examine({ prisma: db.prisma, sql: db.pool }, file, officeId);
}

/**
 * Stores a plan file as the newest version of the office's plan with its code. A new code is a new
 * plan, in which the units take part whose kind it has. A content that the plan had before changes
 * nothing: an old file never undoes a newer version. Throws as `previewPlan`.
 */
export async function loadPlanText(
  db: Database,
  file: PlanText,
  by: {
    at: Date;
    personId?: number | null;
    /** The office that it belongs to; left out: the oldest. */
    officeId?: number;
    /** Ends the draft that loads it, in the same transaction; false: nothing is loaded. */
    draft?(tx: Transaction, change: PlanChange): Promise<boolean>;
    /** Runs in the same transaction, once the version is there. */
    loaded?(tx: Transaction, planId: number): Promise<void>;
  },
): Promise<PlanChange> {
  return transact(db, async (tx) => {
    // Processes that start at once wait here for the first.
    await tx.sql.query(`select pg_advisory_xact_lock(hashtext('plans'))`);
    const change = await examine(tx, file, by.officeId);
    if (by.draft && !(await by.draft(tx, change))) return change;
    if (change.known) return change;
    const planId = change.planId ?? (await openPlan(tx, change.plan, by.officeId));
    await tx.prisma.planVersion.create({
      data: {
        planId,
        number: change.number,
        content: toJson(change.plan),
        hash: hashOf(change.plan),
        loadedAt: by.at,
        loadedById: by.personId ?? null,
        differences: toJson(change.differences),
      },
    });
    await by.loaded?.(tx, planId);
    return { ...change, planId };
  });
}

/**
 * Tells whether the database has this very content already, so that loading it changes nothing. It
 * is SQL because each start asks, and a start makes no typed client.
 */
export async function isPlanKnown(sql: Sql, plan: Plan): Promise<boolean> {
  const { rows } = await sql.query<{ known: boolean }>(
    `select exists (select 1 from plan p join plan_version v on v.plan_id = p.id where p.code = $1 and v.hash = $2) as known`,
    [plan.code, hashOf(plan)],
  );
  return rows[0]?.known ?? false;
}

async function examine(
  { prisma, sql }: Transaction,
  { name, text }: PlanText,
  officeId: number | undefined,
): Promise<PlanChange> {
  const plan = parsePlan(text, name);
  const found = await prisma.plan.findFirst({
    where: { code: plan.code, ...(officeId !== undefined && { officeId }) },
    orderBy: { officeId: 'asc' },
    select: { id: true, closedAt: true, versions: { orderBy: { number: 'desc' } } },
  });
  const [newest] = found?.versions ?? [];
  if (!found || !newest) return { plan, planId: found?.id, number: 1, known: false, differences: [] };

  const hash = hashOf(plan);
  const same = found.versions.find((version) => version.hash === hash);
  const known = same !== undefined;
  if (same) return { plan, planId: found.id, number: same.number, known, differences: [] };
  if (found.closedAt)
    throw new PlanError([{ place: name, says: tellMistake('file-plan-closed', { plan: plan.code }) }]);
  const orphans = await findOrphans(sql, found.id, plan);
  if (orphans.length > 0) throw new PlanError(locateMistakes(text, name, orphans));
  const before = planSchema.safeParse(newest.content);
  const differences = before.success ? comparePlans(before.data, plan) : [];
  return { plan, planId: found.id, number: newest.number + 1, known, differences };
}

/** Opens a plan: the one that a database begins with, or one more. */
async function openPlan(
  { prisma, sql }: Transaction,
  plan: Plan,
  ofOffice: number | undefined,
): Promise<number> {
  const first = await prisma.plan.findFirst({
    where: { code: null, ...(ofOffice !== undefined && { officeId: ofOffice }) },
    select: { id: true },
  });
  if (first) {
    await prisma.plan.update({ where: { id: first.id }, data: { code: plan.code } });
    await dateEarlierNudges(sql, first.id, plan);
    return first.id;
  }
  const oldest = { orderBy: { id: 'asc' }, select: { id: true } } as const;
  const officeId = ofOffice ?? (await prisma.office.findFirstOrThrow(oldest)).id;
  const { id } = await prisma.plan.create({ data: { officeId, code: plan.code }, select: { id: true } });
  await sql.query(joinUnitsSql, [id, officeId, plan.unitKinds.map(({ code }) => code)]);
  return id;
}

/** Every active unit of the office, with the kind that it has in its newest plan. */
const joinUnitsSql = `
  insert into plan_unit (plan_id, unit_id, kind, position)
  select $1, u.id, k.kind, u.position
  from unit u
  cross join lateral (
    select pu.kind from plan_unit pu where pu.unit_id = u.id and pu.kind = any ($3) order by pu.plan_id desc limit 1) k
  where u.office_id = $2 and u.active`;

/** Nudges of a release that knew one plan say nothing of the due from which they count. */
async function dateEarlierNudges(sql: Sql, planId: number, plan: Plan): Promise<void> {
  const dues = duesOf(plan).map(({ duty, occurrence, lastDay }) => ({ duty, occurrence, last_day: lastDay }));
  await sql.query(
    `update nudge n set last_day = d.last_day
     from jsonb_to_recordset($2::jsonb) as d(duty text, occurrence text, last_day date)
     where n.plan_id = $1 and n.last_day is null and n.duty = d.duty and n.occurrence = d.occurrence`,
    [planId, JSON.stringify(dues)],
  );
}

function hashOf(plan: Plan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('hex');
}

/** A copy as JSON has it. */
function toJson(value: unknown): Prisma.InputJsonValue {
  return JSON.parse(JSON.stringify(value));
}
