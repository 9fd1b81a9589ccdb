import type { Clock } from '../clock.ts';
import { localDate } from '../plan/calendar.ts';
import { listMistakes } from '../plan/load.ts';
import { tellMistake } from '../plan/mistake.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan, MovedDue } from '../plan/plan.ts';
import { PlanError } from '../plan/plan-error.ts';
import { planOn } from '../plan/plan-on.ts';
import { planSchema } from '../plan/schema.ts';
import type { Database } from '../store/database.ts';
import type { Sql } from '../store/sql.ts';

/**
 * The plans of the database, as this process knows them. Reading them costs no round trip;
 * `refresh` reads again what another process or an officer changed.
 */
export interface Plans {
  /**
   * The plan that speaks for the office where no other is meant: the file's, or else the newest.
   */
  leading(): LoadedPlan;
  /** Plans in which people work, the oldest first. */
  open(): LoadedPlan[];
  /** Every plan, the oldest first. */
  all(): LoadedPlan[];
  /** One plan, also a closed one; undefined for an unknown id. */
  find(id: number): LoadedPlan | undefined;
  /** Reads the plans again, where anything changed. */
  refresh(): Promise<void>;
}

/**
 * Reads the plans of the database. `leadingCode`: the code of the plan file of this process. With a
 * clock they speak with the bodies of the day. Throws
 * `PlanError` when the database has none, or one that this release cannot read.
 */
export async function openPlans(
  { pool }: Pick<Database, 'pool'>,
  leadingCode: string,
  clock?: Clock,
): Promise<Plans> {
  let state = await readState(pool);
  let known = await readPlans(pool);
  let leading = leadingOf(known, leadingCode);
  const refresh = async () => {
    const now = await readState(pool);
    if (now === state) return;
    known = await readPlans(pool);
    leading = leadingOf(known, leadingCode);
    state = now;
  };
  const today = (plan: LoadedPlan) => (clock ? planOn(plan, localDate(clock.now(), plan.zone)) : plan);
  return {
    leading: () => today(leading),
    open: () => known.filter(({ closed }) => !closed).map(today),
    all: () => known.map(today),
    find: (id) => known.filter((plan) => plan.id === id).map(today)[0],
    refresh,
  };
}

function leadingOf(plans: LoadedPlan[], code: string): LoadedPlan {
  const open = plans.filter(({ closed }) => !closed);
  const leading = open.find((plan) => plan.code === code) ?? open.at(-1) ?? plans.at(-1);
  if (!leading) throw new PlanError([{ place: '', says: tellMistake('file-no-plan') }]);
  return leading;
}

/** Changes with every version, every closing and every moved due. */
async function readState(sql: Sql): Promise<string> {
  const { rows } = await sql.query<{ state: string }>(
    `select concat_ws(' ', (select max(id) from plan_version), (select count(closed_at) from plan),
       (select max(id) from due_move)) as state`,
  );
  return rows[0]?.state ?? '';
}

/**
 * Reads a plan as it was at a moment. It has its newest version of then (the first, before there
 * was one) and the dues that had been moved; it is open or closed as now. Undefined: unknown id.
 */
export async function readPlanAsOf(sql: Sql, planId: number, moment: Date): Promise<LoadedPlan | undefined> {
  return (await readPlans(sql, { planId, moment }))[0];
}

interface PlanRow {
  id: number;
  officeId: number;
  code: string;
  closed: boolean;
  number: number;
  content: unknown;
  moves: (Omit<MovedDue, 'occurrence'> & { occurrence: string })[];
}

/**
 * One statement, and SQL: each start reads it, and makes no typed client. `then`: one plan, as it
 * was at that moment.
 */
async function readPlans(sql: Sql, then?: { planId: number; moment: Date }): Promise<LoadedPlan[]> {
  const { rows } = await sql.query<PlanRow>(
    `select p.id, p.office_id as "officeId", p.code, p.closed_at is not null as closed, v.number, v.content,
       coalesce((
         select json_agg(json_build_object('duty', m.duty, 'occurrence', m.occurrence, 'unitId', m.unit_id,
           'lastDay', m.last_day, 'exact', m.exact) order by m.id)
         from due_move m where m.plan_id = p.id and ($2::timestamptz is null or m.at <= $2)), '[]'::json) as moves
     from plan p
     cross join lateral (
       select number, content from plan_version
       where plan_id = p.id and ($2::timestamptz is null or loaded_at <= $2 or number = 1)
       order by number desc limit 1) v
     where $1::int is null or p.id = $1
     order by p.id`,
    [then?.planId ?? null, then?.moment ?? null],
  );
  return rows.map(({ id, officeId, code, closed, number, content, moves }) => {
    const read = planSchema.safeParse(content);
    if (!read.success) {
      throw new PlanError([
        { place: '', says: tellMistake('file-old-version', { plan: code, n: number }) },
        ...listMistakes(read.error).map(({ path, says }) => ({ place: '', path: path.join('.'), says })),
      ]);
    }
    const moved = moves.map((move) => ({ ...move, occurrence: asOccurrence(move.occurrence) }));
    return { ...read.data, id, officeId, closed, moved };
  });
}
