import { localDate } from '../plan/calendar.ts';
import { type Due, dueOf, occurrencesOf, ownDuesOf } from '../plan/due.ts';
import { firstDayOf, type Occurrence, periodOf } from '../plan/occurrence.ts';
import type { Duty, LoadedPlan, Plan } from '../plan/plan.ts';
import { dutyKinds } from './kinds/index.ts';

/** One occurrence of a duty of a plan. */
export interface DutyTime {
  duty: string;
  occurrence: Occurrence;
}

/** A duty of the plan for one occurrence, which units owe. */
export interface OwedDuty extends DutyTime {
  fulfilledBy: Duty['fulfilledBy'];
  /** Kinds of units that owe it; undefined: all. */
  kinds?: string[];
  /** Undefined until a date is set. Units may have one of their own. */
  due?: Due;
}

/**
 * Lists the duties that units owe by now with a date, and that can be missing. They are the subject
 * of nudges.
 */
export function listNudgedDuties(plan: LoadedPlan, now: Date): OwedDuty[] {
  return listOwedDuties(plan, now).filter(
    (one) => !dutyKinds[one.fulfilledBy].optional && listDuesOf(plan, one).length > 0,
  );
}

/** Lists the different dues of a duty: that of every unit, and those of units with their own. */
export function listDuesOf(plan: LoadedPlan, { duty, occurrence, due }: OwedDuty): Due[] {
  const own = ownDuesOf(plan, duty, occurrence).map((one) => one.due);
  const byDay = new Map([...(due ? [due] : []), ...own].map((one) => [one.lastDay, one]));
  return [...byDay.values()];
}

/** Tells whether units owe this occurrence of a duty by now. A forged button may name another. */
export function isOwed(plan: Plan, now: Date, { duty, occurrence }: DutyTime): boolean {
  return listOwedDuties(plan, now).some((one) => one.duty === duty && one.occurrence === occurrence);
}

/**
 * Lists the duties that units owe by now (Plan 101, IV.3, V.1). A recurring duty begins with its
 * period, in the plan's zone, and stays until it is done; a one-off duty exists from the first day,
 * with a date or without. In the order of the plan.
 */
export function listOwedDuties(plan: Plan, now: Date): OwedDuty[] {
  const today = localDate(now, plan.zone);
  return listAllDuties(plan).filter(({ occurrence }) => hasBegun(occurrence, today));
}

/**
 * Lists every duty of the plan with all its occurrences, begun or not, in the order of the plan.
 */
export function listAllDuties(plan: Plan): OwedDuty[] {
  return plan.duties.flatMap((duty) => {
    const { code, fulfilledBy } = duty;
    const kinds = duty.owedBy === 'all' ? undefined : duty.owedBy;
    return occurrencesOf(duty).map((occurrence) => ({
      ...{ duty: code, occurrence, fulfilledBy, kinds },
      due: dueOf(plan, code, occurrence),
    }));
  });
}

function hasBegun(occurrence: Occurrence, today: string): boolean {
  const period = periodOf(occurrence);
  return period === undefined || firstDayOf(period) <= today;
}
