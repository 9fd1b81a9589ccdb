import type { UnitEntry } from '../plan/plan.ts';
import type { UnitInPlan } from '../plan/quota.ts';
import type { Prisma } from '../store/generated/client.ts';
import type { Reader } from '../store/reader.ts';
import { shareReads } from '../store/shared-read.ts';
import type { Sql } from '../store/sql.ts';

const listed = { id: true, code: true, name: true, short: true } as const;

/** A unit in lists and reports. */
export type Unit = Prisma.UnitGetPayload<{ select: typeof listed }>;

/**
 * Adds the roster to an empty database, each unit taking part in the plan. An existing roster is
 * left unchanged, since it is changed there. Returns the number of units added.
 */
export async function loadRoster(
  sql: Sql,
  entries: UnitEntry[],
  { planId, at }: { planId: number; at: Date },
): Promise<number> {
  const { rowCount } = await sql.query(
    `with entry as (
       select * from jsonb_to_recordset($1::jsonb) as e(code text, name text, short text, kind text, n int)),
     added as (
       insert into unit (office_id, code, name, short, position, created_at)
       select (select office_id from plan where id = $3), e.code, e.name, e.short, e.n, $2
       from entry e where not exists (select 1 from unit)
       on conflict (code) do nothing
       returning id, code)
     insert into plan_unit (plan_id, unit_id, kind, position)
     select $3, a.id, e.kind, e.n from added a join entry e on e.code = a.code`,
    [JSON.stringify(entries.map((entry, n) => ({ ...entry, n }))), at, planId],
  );
  return rowCount ?? 0;
}

/** Lists active units in the order of the roster; with `officeIds`, of these offices alone. */
export async function listUnits(reader: Reader, officeIds?: number[] | undefined): Promise<Unit[]> {
  return reader.unit.findMany({
    where: { active: true, ...(officeIds && { officeId: { in: officeIds } }) },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: listed,
  });
}

/** Lists these units in the order of the roster, also those that are no longer active. */
export async function listUnitsById(reader: Reader, ids: number[]): Promise<Unit[]> {
  return reader.unit.findMany({
    where: { id: { in: ids } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: listed,
  });
}

/** A unit as it takes part in a plan, with its quota there. */
export interface PlanUnit extends Unit, UnitInPlan {}

/** Lists the active units of a plan, in the plan's order. */
export async function listPlanUnits(reader: Reader, planId: number): Promise<PlanUnit[]> {
  const rows = await reader.planUnit.findMany({
    where: { planId, unit: { active: true } },
    orderBy: [{ position: 'asc' }, { unitId: 'asc' }],
    select: { kind: true, min: true, max: true, unit: { select: listed } },
  });
  return rows.map(({ unit, ...place }) => ({ ...unit, ...place }));
}

/** Lists the plans in which one of these units takes part, by their ids. */
export async function listPlansOfUnits(sql: Sql, unitIds: number[]): Promise<number[]> {
  const places = await Promise.all(unitIds.map((id) => readPlansOfUnit(sql, id)));
  return [...new Set(places.flat().map(({ planId }) => planId))].sort((a, b) => a - b);
}

const readPlansOfUnit = shareReads<[unitId: number], { n: number; planId: number }>({
  name: 'plans-of-unit',
  text: `select asked.n, p.plan_id as "planId" from unnest($1::int[]) with ordinality as asked(unit_id, n)
         join plan_unit p on p.unit_id = asked.unit_id`,
});

/** Finds a unit as it takes part in a plan; undefined where it does not. */
export async function findPlanUnit(
  sql: Sql,
  { planId, unitId }: { planId: number; unitId: number },
): Promise<PlanUnit | undefined> {
  return (await readPlanUnit(sql, planId, unitId))[0];
}

const readPlanUnit = shareReads<[planId: number, unitId: number], PlanUnit & { n: number }>({
  name: 'plan-unit',
  text: `select asked.n, u.id, u.code, u.name, u.short, p.kind, p.min, p.max
         from unnest($1::int[], $2::int[]) with ordinality as asked(plan_id, unit_id, n)
         join plan_unit p on p.plan_id = asked.plan_id and p.unit_id = asked.unit_id
         join unit u on u.id = p.unit_id`,
});

/** Finds a unit, also one that is no longer active; undefined when there is none. */
export async function findUnit(reader: Reader, id: number): Promise<Unit | undefined> {
  return (await reader.unit.findUnique({ where: { id }, select: listed })) ?? undefined;
}
