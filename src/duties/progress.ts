import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import { findRegistrationDuty } from './kinds/index.ts';
import { type DutyTime, listOwedDuties } from './owed.ts';
import { type DutyStanding, readStandings } from './standing.ts';

/**
 * The lists of units by their registration. `none`: nothing counts; `short`: some, not enough;
 * `overdue`: not enough after the due, so these are in one of the first two as well; `late`:
 * completed after the due; `done`: completed in time.
 */
export const progressLists = ['none', 'short', 'overdue', 'late', 'done'] as const;
/** One of the lists. */
export type ProgressList = (typeof progressLists)[number];

/** Where the registration stands over all units. */
export interface Progress extends DutyTime {
  /** Every unit that owes it, in the order of the roster. */
  all: DutyStanding[];
  lists: Record<ProgressList, DutyStanding[]>;
}

/** Tells whether the units of a list can still be nudged: they have not done the duty. */
export function isNudgedList(list: ProgressList): boolean {
  return list === 'none' || list === 'short' || list === 'overdue';
}

/** Finds the lists in which a unit is. */
export function findProgressLists({
  status,
  counted = 0,
}: Pick<DutyStanding, 'status' | 'counted'>): ProgressList[] {
  if (status === 'done') return ['done'];
  if (status === 'doneLate') return ['late'];
  return [counted === 0 ? 'none' : 'short', ...(status === 'overdue' ? (['overdue'] as const) : [])];
}

/**
 * Reads where the registration stands at `now`, of its newest occurrence. Undefined when the plan
 * asks for none by then.
 */
export async function readProgress(sql: Sql, plan: LoadedPlan, now: Date): Promise<Progress | undefined> {
  const code = findRegistrationDuty(plan)?.code;
  const newest = listOwedDuties(plan, now)
    .filter(({ duty }) => duty === code)
    .at(-1);
  if (!newest) return undefined;
  const of = { duty: newest.duty, occurrence: newest.occurrence };
  const all = await readStandings(sql, plan, now, { of });
  const lists: Progress['lists'] = { none: [], short: [], overdue: [], late: [], done: [] };
  for (const standing of all) for (const list of findProgressLists(standing)) lists[list].push(standing);
  return { ...of, all, lists };
}
