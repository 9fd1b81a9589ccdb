import type pg from 'pg';
import type { DutyTime } from '../duties/owed.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { buildLatenessParameters, latenessSql } from './lateness.ts';

/** An officer's filter of the queue; parts that are left out do not filter. */
export interface QueueFilter {
  unitId?: number;
  /** Code of a kind of unit. */
  kind?: string;
  /** Code of a category: only exemplars have one. */
  category?: string;
  /** Whether it was handed in after the last moment. */
  late?: boolean;
  /** Exemplars above their unit's maximum. */
  exceptions?: boolean;
  /** Only documents. */
  documents?: boolean;
}

interface WaitingBase {
  id: number;
  planId: number;
  unitName: string;
  late: boolean;
  since: Date;
}

/** An item that waits for an officer: an exemplar, or the newest version of a document. */
export type WaitingItem =
  | (WaitingBase & { what: 'exemplar'; code: string; name: string; overQuota: boolean; revision: number })
  | (WaitingBase & { what: 'filing' } & DutyTime);

/** Identifies one item of the queue. */
export type WaitingRef = Pick<WaitingItem, 'what' | 'id'>;

type Db = pg.Pool | pg.PoolClient;

/**
 * The common table expressions of the queue, ending in `chosen`: the items of these plans that wait
 * and pass the filter of the parameters $1 to $8 (`queueParameters`). A document waits as its
 * duty's newest version; it is late when the first version was.
 */
const chosenSql = `
  ${latenessSql("select id from exemplar where status = 'submitted'", '$7', '$8')},
  waiting as (
    select 'exemplar' as what, e.id, e.code, e.name, e.plan_id, e.unit_id, e.category, null as duty,
      null::text as occurrence, coalesce(t.lateness = 'late', false) as late, e.over_quota, e.submitted_at as since
    from exemplar e left join timed t on t.exemplar_id = e.id
    where e.status = 'submitted' and not $6::bool and (not $5::bool or e.over_quota)
      and ($3::text is null or e.category = $3)
    union all
    select 'filing', f.id, null, null, f.plan_id, f.unit_id, null, f.duty, f.occurrence,
      coalesce(coalesce(w.last_moment, d.last_moment) < (
        select min(v.filed_at) from filing v
        where v.plan_id = f.plan_id and v.unit_id = f.unit_id and v.duty = f.duty and v.occurrence = f.occurrence), false),
      false, f.filed_at
    from filing f
    left join duty_time d on d.plan_id = f.plan_id and d.duty = f.duty and d.occurrence = f.occurrence
    left join own_due w
      on w.plan_id = f.plan_id and w.duty = f.duty and w.occurrence = f.occurrence and w.unit_id = f.unit_id
    where f.status = 'submitted' and $3::text is null and not $5::bool
      and not exists (
        select 1 from filing v
        where v.plan_id = f.plan_id and v.unit_id = f.unit_id and v.duty = f.duty and v.occurrence = f.occurrence
          and v.id > f.id)),
  chosen as (
    select w.*, u.name as unit_name, pu.kind, u.position
    from waiting w
    join unit u on u.id = w.unit_id
    left join plan_unit pu on pu.plan_id = w.plan_id and pu.unit_id = w.unit_id
    where w.plan_id in (select plan_id from duty_time)
      and ($1::int is null or w.unit_id = $1) and ($2::text is null or pu.kind = $2) and (not $4::bool or w.late))`;

function queueParameters(plans: LoadedPlan[], filter: QueueFilter): unknown[] {
  return [
    filter.unitId ?? null,
    filter.kind ?? null,
    filter.category ?? null,
    filter.late ?? false,
    filter.exceptions ?? false,
    filter.documents ?? false,
    ...buildLatenessParameters(plans),
  ];
}

/**
 * Reads one page of the waiting items, oldest first; a page beyond the last is the last. `total`:
 * how many wait in total.
 */
export async function readQueue(
  db: Db,
  plans: LoadedPlan[],
  filter: QueueFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ lines: WaitingItem[]; total: number; page: number }> {
  const { rows } = await db.query<WaitingItem & { total: number }>(
    `with ${chosenSql}, counted as (select count(*) as total from chosen)
     select what, id, code, name, plan_id as "planId", duty, occurrence, unit_name as "unitName", late, over_quota as "overQuota", since, total,
       case when what = 'exemplar' then (
         select coalesce(max(c.id), 0) from exemplar_change c where c.exemplar_id = chosen.id) end as revision
     from chosen cross join counted
     order by since, what, id limit $9
     offset (select least($10::bigint, greatest(total - 1, 0) / $9) * $9 from counted)`,
    [...queueParameters(plans, filter), perPage, page],
  );
  const total = rows[0]?.total ?? 0;
  const last = Math.max(0, Math.ceil(total / perPage) - 1);
  return { lines: rows, total, page: Math.min(page, last) };
}

/**
 * Finds the next item in the queue after `here`, oldest first; after the last comes the first.
 * Undefined: no other item waits.
 */
export async function nextWaiting(
  db: Db,
  plans: LoadedPlan[],
  filter: QueueFilter,
  here: WaitingRef,
): Promise<WaitingRef | undefined> {
  const { rows } = await db.query<WaitingRef>(
    `with ${chosenSql}, here as (
       select submitted_at as since from exemplar where $9 = 'exemplar' and id = $10
       union all select filed_at from filing where $9 = 'filing' and id = $10)
     select what, id from chosen
     where not (what = $9 and id = $10)
     order by coalesce((since, what, id) <= ((select since from here), $9, $10::int), false), since, what, id limit 1`,
    [...queueParameters(plans, filter), here.what, here.id],
  );
  return rows[0];
}

/** Number of waiting items for each value of the filters. */
export interface QueueCounts {
  total: number;
  late: number;
  exceptions: number;
  documents: number;
  /** In the order of the roster. */
  units: { id: number; name: string; waiting: number }[];
  kinds: Map<string, number>;
  categories: Map<string, number>;
}

/** Counts the items that wait and pass the filter, for each value of the filters. */
export async function countQueue(db: Db, plans: LoadedPlan[], filter: QueueFilter): Promise<QueueCounts> {
  const { rows } = await db.query<{
    whole: boolean;
    unitId: number | null;
    unitName: string | null;
    kind: string | null;
    category: string | null;
    waiting: number;
    late: number;
    exceptions: number;
    documents: number;
  }>(
    `with ${chosenSql}
     select grouping(unit_id, kind, category) = 7 as whole, unit_id as "unitId", unit_name as "unitName", kind, category, count(*) as waiting,
       count(*) filter (where late) as late, count(*) filter (where over_quota) as exceptions,
       count(*) filter (where what = 'filing') as documents
     from chosen
     group by grouping sets ((), (unit_id, unit_name, position), (kind), (category))
     order by position, unit_id`,
    queueParameters(plans, filter),
  );
  const all = rows.find(({ whole }) => whole);
  const by = (heading: 'kind' | 'category') =>
    new Map(rows.flatMap((row) => (row[heading] === null ? [] : [[row[heading], row.waiting] as const])));
  return {
    total: all?.waiting ?? 0,
    late: all?.late ?? 0,
    exceptions: all?.exceptions ?? 0,
    documents: all?.documents ?? 0,
    units: rows.flatMap(({ unitId, unitName, waiting }) =>
      unitId === null ? [] : [{ id: unitId, name: unitName ?? '', waiting }],
    ),
    kinds: by('kind'),
    categories: by('category'),
  };
}
