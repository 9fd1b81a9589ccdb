import type pg from 'pg';
import type { ExemplarStatus } from '../store/generated/enums.ts';

/** An exemplar as a line of a list. */
export interface ExemplarLine {
  id: number;
  code: string;
  name: string;
  unitId: number;
  unitName: string;
  status: ExemplarStatus;
  late: boolean;
  overQuota: boolean;
  submittedAt: Date;
}

type Db = pg.Pool | pg.PoolClient;

const columns = `e.id, e.code, e.name, e.unit_id as "unitId", u.name as "unitName", e.status,
  e.late, e.over_quota as "overQuota",
  e.submitted_at as "submittedAt"`;
const tables = 'exemplar e join unit u on u.id = e.unit_id';

/**
 * A page of exemplars of these units (all when not given) in any of these states, with how many
 * there are in all.
 */
export async function listExemplars(
  db: Db,
  filter: { unitIds?: number[]; statuses?: ExemplarStatus[]; limit: number; offset: number },
): Promise<{ items: ExemplarLine[]; total: number }> {
  const where = `where ($1::int[] is null or e.unit_id = any($1)) and ($2::exemplar_status[] is null or e.status = any($2))`;
  const args = [filter.unitIds ?? null, filter.statuses ?? null];
  const items = await db.query<ExemplarLine>(
    `select ${columns} from ${tables} ${where} order by e.submitted_at, e.id limit $3 offset $4`,
    [...args, filter.limit, filter.offset],
  );
  const total = await db.query<{ n: number }>(`select count(*) as n from exemplar e ${where}`, args);
  return { items: items.rows, total: total.rows[0]?.n ?? 0 };
}

/**
 * The next one waiting for an officer, oldest first, after `afterId` in the queue's order; wraps
 * around to the first.
 */
export async function nextInQueue(db: Db, afterId: number | undefined): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `select e.id from exemplar e left join exemplar here on here.id = $1
     where e.status = 'submitted' and e.id is distinct from $1
     order by (here.id is not null and (e.submitted_at, e.id) <= (here.submitted_at, here.id)), e.submitted_at, e.id
     limit 1`,
    [afterId ?? null],
  );
  return rows[0]?.id;
}

/** Collective exemplars of a unit that a leader may head (Plan 101, III.3.2). */
export async function collectivesOf(db: Db, unitId: number): Promise<{ id: number; name: string }[]> {
  const { rows } = await db.query<{ id: number; name: string }>(
    `select id, name from exemplar where unit_id = $1 and subject = 'collective'
       and status in ('submitted', 'approved', 'returned') order by id`,
    [unitId],
  );
  return rows;
}

/**
 * Registered exemplars with a name much like this one (trigrams of the folded name), the likest
 * first.
 */
export async function findSimilar(
  db: Db,
  like: { searchName: string; subject: string; exceptId?: number },
): Promise<(ExemplarLine & { likeness: number })[]> {
  const { rows } = await db.query<ExemplarLine & { likeness: number }>(
    `select ${columns}, similarity(e.search_name, $1)::float8 as likeness from ${tables}
     where e.search_name % $1 and similarity(e.search_name, $1) > 0.6 and e.subject = $2::subject
       and e.status <> 'withdrawn' and e.id is distinct from $3
     order by likeness desc, e.id limit 3`,
    [like.searchName, like.subject, like.exceptId ?? null],
  );
  return rows;
}
