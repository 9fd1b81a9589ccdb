import { z } from 'zod';
import { PlanError } from '../plan/load.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan, MovedDue } from '../plan/plan.ts';
import { planSchema } from '../plan/schema.ts';
import type { Database } from '../store/database.ts';
import type { Reader } from '../store/reader.ts';
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
 * Reads the plans of the database. `leadingCode`: the code of the plan file of this process. Throws
 * `PlanError` when the database has none, or one that this release cannot read.
 */
export async function openPlans(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  leadingCode: string,
): Promise<Plans> {
  let state = await readState(pool);
  let known = await readPlans(prisma);
  const refresh = async () => {
    const now = await readState(pool);
    if (now === state) return;
    known = await readPlans(prisma);
    state = now;
  };
  return {
    leading: () => leadingOf(known, leadingCode),
    open: () => known.filter(({ closed }) => !closed),
    all: () => known,
    find: (id) => known.find((plan) => plan.id === id),
    refresh,
  };
}

function leadingOf(plans: LoadedPlan[], code: string): LoadedPlan {
  const open = plans.filter(({ closed }) => !closed);
  const leading = open.find((plan) => plan.code === code) ?? open.at(-1) ?? plans.at(-1);
  if (!leading) throw new PlanError(['the database has no plan: set PLAN_FILE, or npm run plan:load FILE']);
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

async function readPlans(reader: Reader): Promise<LoadedPlan[]> {
  const rows = await reader.plan.findMany({
    where: { versions: { some: {} } },
    orderBy: { id: 'asc' },
    select: {
      id: true,
      code: true,
      closedAt: true,
      versions: { orderBy: { number: 'desc' }, take: 1, select: { number: true, content: true } },
      moves: { orderBy: { id: 'asc' } },
    },
  });
  return rows.map(({ id, code, closedAt, versions, moves }) => {
    const read = planSchema.safeParse(versions[0]?.content);
    if (!read.success) {
      const version = `plan ${code}, version ${versions[0]?.number}`;
      throw new PlanError([
        `${version} cannot be read by this release; load its file again: npm run plan:load FILE`,
        ...z.prettifyError(read.error).split('\n'),
      ]);
    }
    return { ...read.data, id, closed: closedAt !== null, moved: moves.map(asMovedDue) };
  });
}

function asMovedDue(row: {
  duty: string;
  occurrence: string;
  unitId: number | null;
  lastDay: Date;
  exact: boolean;
}): MovedDue {
  const { duty, occurrence, unitId, lastDay, exact } = row;
  return { duty, unitId, exact, occurrence: asOccurrence(occurrence), lastDay: dayOf(lastDay) };
}

/** A day of the database, which Prisma gives as midnight UTC. */
function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
