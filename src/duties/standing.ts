import { localDate, yearOf } from '../plan/calendar.ts';
import type { Due } from '../plan/due.ts';
import type { Plan, Quota } from '../plan/plan.ts';
import { compareWithQuota, quotaOf } from '../plan/quota.ts';
import type { Database } from '../store/database.ts';
import type { FilingStatus } from '../store/generated/client.ts';
import type { Sql } from '../store/sql.ts';
import { type OwedDuty, owedBy } from './owed.ts';
import { standingParameters, standingSql } from './standing-sql.ts';

/**
 * `missing`: not done, and there is time; `overdue`: not done, and the last moment has passed;
 * `unset`: nobody has set a date; `optional`: owed only by those who have something to hand in.
 */
export type DutyStatus = 'done' | 'doneLate' | 'missing' | 'overdue' | 'unset' | 'optional';

/** Where one unit stands with one duty of one year. Derived, never typed by hand. */
export interface DutyStanding {
  unitId: number;
  duty: string;
  /** 0 for a one-off duty. */
  year: number;
  /** Undefined while no date is set. */
  due?: Due;
  status: DutyStatus;
  /**
   * When it was done: by the document handed in first, or by the exemplar that reached the minimum.
   */
  doneAt?: Date;
  /** Documents only: the newest version that was handed in. */
  document?: {
    status: FilingStatus;
    /** When the first version was handed in: lateness counts from it. */
    firstAt: Date;
    /** When an officer sent the newest version back: the duty is open again. */
    returnedAt?: Date;
    /**
     * When the newest version came, if after the last moment and the first was in time: *bổ sung
     * sau hạn*.
     */
    supplementedAt?: Date;
  };
  /**
   * Registration only: exemplars that count, how many are missing to the minimum, and the quota.
   */
  counted?: number;
  missing?: number;
  quota?: Quota;
}

/**
 * What units owe by now and whether it is done (Plan 101, IV.1, IV.3, V.1), by unit in the order of
 * the list, then in the order of the plan. One query, whatever the number of units; units that are
 * no longer active owe nothing.
 */
export function dutyStandings(
  deps: { db: Database; plan: Plan; now: Date },
  options: { unitIds?: number[] } = {},
): Promise<DutyStanding[]> {
  return readStandings(deps.db.pool, deps.plan, deps.now, { unitIds: options.unitIds });
}

/** As `dutyStandings`, on a given connection; with `of`, only that duty and year. */
export async function readStandings(
  client: Sql,
  plan: Plan,
  now: Date,
  options: { unitIds?: number[] | undefined; of?: { duty: string; year: number } },
): Promise<DutyStanding[]> {
  const { of } = options;
  const owed = owedBy(plan, now).filter((one) => !of || (one.duty === of.duty && one.year === of.year));
  const { rows } = await client.query<Row>(
    `with ${standingSql}
     select s.unit_id as "unitId", s.kind, s.duty, s.year, s.status, s.done_at as "doneAt", s.counted,
       s.newest, s.filed_at as "firstAt", s.returned_at as "returnedAt", s.supplemented_at as "supplementedAt"
     from standing s join unit u on u.id = s.unit_id order by u.position, u.id`,
    standingParameters(plan, owed, options.unitIds, now),
  );
  const order = new Map(owed.map((one, i) => [keyOf(one), { one, i }]));
  return rows
    .map((row, i) => ({ row, i, place: order.get(keyOf(row)) }))
    .sort((a, b) => (a.row.unitId === b.row.unitId ? (a.place?.i ?? 0) - (b.place?.i ?? 0) : a.i - b.i))
    .map(({ row, place }) => asStanding(plan, row, place?.one));
}

/** Whether a nudge about it makes sense: it is not done and has a date. */
export function isLacking({ status }: DutyStanding): boolean {
  return status === 'missing' || status === 'overdue';
}

/**
 * Leaves out what was done, or not needed, in years before this one: a unit's screen shows what
 * still concerns it.
 */
export function current(standings: DutyStanding[], plan: Plan, now: Date): DutyStanding[] {
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
