import type pg from 'pg';
import { duesOf } from '../plan/due.ts';
import type { Plan } from '../plan/plan.ts';

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
  unitName: string;
  late: boolean;
  since: Date;
}

/** An item that waits for an officer: an exemplar, or the newest version of a document. */
export type WaitingItem =
  | (WaitingBase & { what: 'exemplar'; code: string; name: string; overQuota: boolean; revision: number })
  | (WaitingBase & { what: 'filing'; duty: string; year: number });

/** Identifies one item of the queue. */
export type WaitingRef = Pick<WaitingItem, 'what' | 'id'>;

type Db = pg.Pool | pg.PoolClient;

/**
 * The common table expressions of the queue, ending in `chosen`: the items that wait and pass the
 * filter of the parameters $1 to $7 (`queueParameters`). A document waits as its duty's newest
 * version; it is late when the first version was.
 */
const chosenSql = `
  due as (
    select * from jsonb_to_recordset($7::jsonb) as d(duty text, year int, last_moment timestamptz)),
  waiting as (
    select 'exemplar' as what, e.id, e.code, e.name, e.unit_id, e.category, null as duty, null::int as year,
      e.late, e.over_quota, e.submitted_at as since
    from exemplar e
    where e.status = 'submitted' and not $6::bool and (not $5::bool or e.over_quota)
      and ($3::text is null or e.category = $3)
    union all
    select 'filing', f.id, null, null, f.unit_id, null, f.duty, f.year,
      coalesce(d.last_moment < (
        select min(v.filed_at) from filing v
        where v.unit_id = f.unit_id and v.duty = f.duty and v.year = f.year), false),
      false, f.filed_at
    from filing f left join due d on d.duty = f.duty and d.year = f.year
    where f.status = 'submitted' and $3::text is null and not $5::bool
      and not exists (
        select 1 from filing v
        where v.unit_id = f.unit_id and v.duty = f.duty and v.year = f.year
          and (v.filed_at, v.id) > (f.filed_at, f.id))),
  chosen as (
    select w.*, u.name as unit_name, u.kind, u.position
    from waiting w join unit u on u.id = w.unit_id
    where ($1::int is null or w.unit_id = $1) and ($2::text is null or u.kind = $2) and (not $4::bool or w.late))`;

function queueParameters(plan: Plan, filter: QueueFilter): unknown[] {
  const dues = duesOf(plan).map(({ duty, year, lastMoment }) => ({ duty, year, last_moment: lastMoment }));
  return [
    filter.unitId ?? null,
    filter.kind ?? null,
    filter.category ?? null,
    filter.late ?? false,
    filter.exceptions ?? false,
    filter.documents ?? false,
    JSON.stringify(dues),
  ];
}

/**
 * Reads one page of the waiting items, oldest first; a page beyond the last is the last. `total`:
 * how many wait in total.
 */
export async function readQueue(
  db: Db,
  plan: Plan,
  filter: QueueFilter,
  { page, perPage }: { page: number; perPage: number },
): Promise<{ lines: WaitingItem[]; total: number; page: number }> {
  const { rows } = await db.query<WaitingItem & { total: number }>(
    `with ${chosenSql}, counted as (select count(*) as total from chosen)
     select what, id, code, name, duty, year, unit_name as "unitName", late, over_quota as "overQuota", since, total,
       case when what = 'exemplar' then (
         select coalesce(max(c.id), 0) from exemplar_change c where c.exemplar_id = chosen.id) end as revision
     from chosen cross join counted
     order by since, what, id limit $8
     offset (select least($9::bigint, greatest(total - 1, 0) / $8) * $8 from counted)`,
    [...queueParameters(plan, filter), perPage, page],
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
  plan: Plan,
  filter: QueueFilter,
  here: WaitingRef,
): Promise<WaitingRef | undefined> {
  const { rows } = await db.query<WaitingRef>(
    `with ${chosenSql}, here as (
       select submitted_at as since from exemplar where $8 = 'exemplar' and id = $9
       union all select filed_at from filing where $8 = 'filing' and id = $9)
     select what, id from chosen
     where not (what = $8 and id = $9)
     order by coalesce((since, what, id) <= ((select since from here), $8, $9::int), false), since, what, id limit 1`,
    [...queueParameters(plan, filter), here.what, here.id],
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
export async function countQueue(db: Db, plan: Plan, filter: QueueFilter): Promise<QueueCounts> {
  const { rows } = await db.query<{
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
     select unit_id as "unitId", unit_name as "unitName", kind, category, count(*) as waiting,
       count(*) filter (where late) as late, count(*) filter (where over_quota) as exceptions,
       count(*) filter (where what = 'filing') as documents
     from chosen
     group by grouping sets ((), (unit_id, unit_name, position), (kind), (category))
     order by position, unit_id`,
    queueParameters(plan, filter),
  );
  const all = rows.find(
    ({ unitId, kind, category }) => unitId === null && kind === null && category === null,
  );
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
