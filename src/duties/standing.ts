import { localDate } from '../plan/calendar.ts';
import { type Due, dueOn } from '../plan/due.ts';
import { lastDayOf, type Occurrence, periodOf } from '../plan/occurrence.ts';
import type { LoadedPlan, Plan, Quota } from '../plan/plan.ts';
import { compareWithQuota, quotaOfUnit } from '../plan/quota.ts';
import type { Database } from '../store/database.ts';
import type { FilingStatus } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { type DutyTime, listOwedDuties } from './owed.ts';
import { buildStandingParameters, standingSql } from './standing-sql.ts';

/**
 * The status of a duty. `missing`: not done, and there is time; `overdue`: not done, and the last
 * moment has passed; `unset`: no date is set; `optional`: owed only by units with something to hand
 * in.
 */
export type DutyStatus = 'done' | 'doneLate' | 'missing' | 'overdue' | 'unset' | 'optional';

/** The state of one occurrence of a duty for one unit. Derived, never typed by hand. */
export interface DutyStanding extends DutyTime {
  planId: number;
  unitId: number;
  /** The unit's own, where it has one. Undefined while no date is set. */
  due?: Due;
  status: DutyStatus;
  /** When it was done: by the first document, or by the exemplar that reached the minimum. */
  doneAt?: Date;
  /** Documents only: the newest version. */
  document?: {
    status: FilingStatus;
    /** When the first version was handed in: lateness counts from it. */
    firstAt: Date;
    /** When an officer returned the newest version: the duty is open again. */
    returnedAt?: Date;
    /**
     * When the newest version came, if after the last moment and the first was in time: *bổ sung
     * sau hạn*.
     */
    supplementedAt?: Date;
  };
  /**
   * Registration only: exemplars that count, how many are missing to reach the minimum, and the
   * quota.
   */
  counted?: number;
  missing?: number;
  quota?: Quota;
}

/**
 * Lists the duties that units owe by now and whether they are done (Plan 101, IV.1, IV.3, V.1).
 * They are sorted by unit in the order of the roster, then in the order of the plan. One query, for
 * any number of units; inactive units owe nothing.
 */
export function listStandings(
  deps: { db: Database; plan: LoadedPlan; now: Date },
  options: { unitIds?: number[] } = {},
): Promise<DutyStanding[]> {
  return readStandings(deps.db.pool, deps.plan, deps.now, { unitIds: options.unitIds });
}

/**
 * Lists standings like `listStandings`, on a given connection; with `of`, only that one.
 */
export async function readStandings(
  client: Sql,
  plan: LoadedPlan,
  now: Date,
  options: { unitIds?: number[] | undefined; of?: DutyTime },
): Promise<DutyStanding[]> {
  const { of } = options;
  const owed = listOwedDuties(plan, now).filter(
    (one) => !of || (one.duty === of.duty && one.occurrence === of.occurrence),
  );
  const { rows } = await client.query<Row>(
    `with ${standingSql}
     select s.unit_id as "unitId", s.kind, s.own_min as min, s.own_max as max, s.duty, s.occurrence, s.last_day::text as "lastDay", s.status,
       s.done_at as "doneAt", s.counted, s.newest, s.filed_at as "firstAt", s.returned_at as "returnedAt", s.supplemented_at as "supplementedAt"
     from standing s join plan_unit u on u.plan_id = s.plan_id and u.unit_id = s.unit_id
     order by u.position, u.unit_id`,
    buildStandingParameters(plan, owed, options.unitIds, now),
  );
  const order = new Map(owed.map((one, i) => [keyOf(one), i]));
  return rows
    .map((row, i) => ({ row, i, place: order.get(keyOf(row)) ?? 0 }))
    .sort((a, b) => (a.row.unitId === b.row.unitId ? a.place - b.place : a.i - b.i))
    .map(({ row }) => asStanding(plan, row));
}

/** Lists standings like `listStandings`, of several plans, one plan after the other. */
export async function listStandingsOf(
  { plans, ...deps }: { db: Database; plans: LoadedPlan[]; now: Date },
  options: { unitIds?: number[] } = {},
): Promise<DutyStanding[]> {
  const all: DutyStanding[] = [];
  for (const plan of plans) all.push(...(await listStandings({ ...deps, plan }, options)));
  return all;
}

/** Tells whether a nudge about it makes sense: it is not done and has a date. */
export function isLacking({ status }: Pick<DutyStanding, 'status'>): boolean {
  return status === 'missing' || status === 'overdue';
}

/**
 * Leaves out duties of the past that are done or not needed: a unit's screen shows current ones. A
 * duty is current until its period and its due have passed.
 */
export function keepCurrent(standings: DutyStanding[], plan: Plan, now: Date): DutyStanding[] {
  const today = localDate(now, plan.zone);
  return standings.filter((one) => {
    const period = periodOf(one.occurrence);
    if (period === undefined || isLacking(one) || lastDayOf(period) >= today) return true;
    return one.due !== undefined && one.due.lastDay >= today;
  });
}

interface Row {
  unitId: number;
  kind: string;
  min: number | null;
  max: number | null;
  duty: string;
  occurrence: Occurrence;
  lastDay: string | null;
  status: DutyStatus;
  doneAt: Date | null;
  counted: number | null;
  newest: FilingStatus | null;
  firstAt: Date | null;
  returnedAt: Date | null;
  supplementedAt: Date | null;
}

function asStanding(plan: LoadedPlan, row: Row): DutyStanding {
  const { unitId, duty, occurrence, status } = row;
  const base: DutyStanding = { planId: plan.id, unitId, duty, occurrence, status };
  if (row.lastDay) base.due = dueOn(plan, duty, occurrence, row.lastDay);
  if (row.doneAt) base.doneAt = row.doneAt;
  if (row.newest && row.firstAt) {
    const { newest, firstAt, returnedAt, supplementedAt } = row;
    base.document = {
      status: newest,
      firstAt,
      ...(returnedAt ? { returnedAt } : {}),
      ...(supplementedAt ? { supplementedAt } : {}),
    };
  }
  if (row.counted === null) return base;
  const quota = quotaOfUnit(plan, row);
  return { ...base, counted: row.counted, missing: compareWithQuota(quota, row.counted).missing, quota };
}

function keyOf({ duty, occurrence }: DutyTime): string {
  return `${duty} ${occurrence}`;
}
