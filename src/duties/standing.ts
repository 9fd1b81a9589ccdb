import { localDate, yearOf } from '../plan/calendar.ts';
import type { Due } from '../plan/due.ts';
import type { Plan, Quota } from '../plan/plan.ts';
import { compareWithQuota, quotaOf } from '../plan/quota.ts';
import type { Database } from '../store/database.ts';
import type { FilingStatus } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { listOwedDuties, type OwedDuty } from './owed.ts';
import { buildStandingParameters, standingSql } from './standing-sql.ts';

/**
 * The status of a duty. `missing`: not done, and there is time; `overdue`: not done, and the last
 * moment has passed; `unset`: no date is set; `optional`: owed only by units with something to hand
 * in.
 */
export type DutyStatus = 'done' | 'doneLate' | 'missing' | 'overdue' | 'unset' | 'optional';

/** The state of one duty of one year for one unit. Derived, never typed by hand. */
export interface DutyStanding {
  unitId: number;
  duty: string;
  /** 0 for a one-off duty. */
  year: number;
  /** Undefined while no date is set. */
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
  deps: { db: Database; plan: Plan; now: Date },
  options: { unitIds?: number[] } = {},
): Promise<DutyStanding[]> {
  return readStandings(deps.db.pool, deps.plan, deps.now, { unitIds: options.unitIds });
}

/**
 * Lists standings like `listStandings`, on a given connection; with `of`, only that duty and year.
 */
export async function readStandings(
  client: Sql,
  plan: Plan,
  now: Date,
  options: { unitIds?: number[] | undefined; of?: { duty: string; year: number } },
): Promise<DutyStanding[]> {
  const { of } = options;
  const owed = listOwedDuties(plan, now).filter(
    (one) => !of || (one.duty === of.duty && one.year === of.year),
  );
  const { rows } = await client.query<Row>(
    `with ${standingSql}
     select s.unit_id as "unitId", s.kind, s.duty, s.year, s.status, s.done_at as "doneAt", s.counted,
       s.newest, s.filed_at as "firstAt", s.returned_at as "returnedAt", s.supplemented_at as "supplementedAt"
     from standing s join unit u on u.id = s.unit_id order by u.position, u.id`,
    buildStandingParameters(plan, owed, options.unitIds, now),
  );
  const order = new Map(owed.map((one, i) => [keyOf(one), { one, i }]));
  return rows
    .map((row, i) => ({ row, i, place: order.get(keyOf(row)) }))
    .sort((a, b) => (a.row.unitId === b.row.unitId ? (a.place?.i ?? 0) - (b.place?.i ?? 0) : a.i - b.i))
    .map(({ row, place }) => asStanding(plan, row, place?.one));
}

/** Tells whether a nudge about it makes sense: it is not done and has a date. */
export function isLacking({ status }: DutyStanding): boolean {
  return status === 'missing' || status === 'overdue';
}

/**
 * Leaves out duties of earlier years that are done or not needed: a unit's screen shows only
 * current ones.
 */
export function keepCurrent(standings: DutyStanding[], plan: Plan, now: Date): DutyStanding[] {
  const thisYear = yearOf(localDate(now, plan.zone));
  return standings.filter((one) => one.year === 0 || one.year === thisYear || isLacking(one));
}

interface Row {
  unitId: number;
  kind: string;
  duty: string;
  year: number;
  status: DutyStatus;
  doneAt: Date | null;
  counted: number | null;
  newest: FilingStatus | null;
  firstAt: Date | null;
  returnedAt: Date | null;
  supplementedAt: Date | null;
}

function asStanding(plan: Plan, row: Row, owed: OwedDuty | undefined): DutyStanding {
  const { unitId, duty, year, status } = row;
  const base: DutyStanding = { unitId, duty, year, status };
  if (owed?.due) base.due = owed.due;
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
  const quota = quotaOf(plan, row.kind);
  return { ...base, counted: row.counted, missing: compareWithQuota(quota, row.counted).missing, quota };
}

function keyOf({ duty, year }: { duty: string; year: number }): string {
  return `${duty} ${year}`;
}
