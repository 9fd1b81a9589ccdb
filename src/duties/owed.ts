import { localDate, yearOf } from '../plan/calendar.ts';
import { type Due, duesOf } from '../plan/due.ts';
import type { Duty, Plan } from '../plan/plan.ts';
import { dutyKinds } from './kinds/index.ts';

/** A duty of the plan for one year, which units owe. */
export interface OwedDuty {
  duty: string;
  /** 0 for a one-off duty. */
  year: number;
  fulfilledBy: Duty['fulfilledBy'];
  /** Kinds of units that owe it; undefined: all. */
  kinds?: string[];
  /** Undefined until a date is set. */
  due?: Due;
}

/**
 * Lists the duties that units owe by now with a date, and that can be missing. They are the subject
 * of nudges.
 */
export function listNudgedDuties(plan: Plan, now: Date): OwedDuty[] {
  return listOwedDuties(plan, now).filter(({ due, fulfilledBy }) => due && !dutyKinds[fulfilledBy].optional);
}

/** Tells whether units owe this duty for this year by now. A forged button may name another one. */
export function isOwed(plan: Plan, now: Date, { duty, year }: { duty: string; year: number }): boolean {
  return listOwedDuties(plan, now).some((one) => one.duty === duty && one.year === year);
}

/**
 * Lists the duties that units owe by now (Plan 101, IV.3, V.1). A yearly duty begins with its year,
 * in the plan's zone, and stays until it is done; a one-off duty exists from the first day, with a
 * date or without.
 */
export function listOwedDuties(plan: Plan, now: Date): OwedDuty[] {
  const thisYear = yearOf(localDate(now, plan.zone));
  const dues = duesOf(plan);
  return plan.duties.flatMap((duty) => {
    const { code, fulfilledBy } = duty;
    const kinds = duty.owedBy === 'all' ? undefined : duty.owedBy;
    if (duty.due.rule === 'unset') return [{ duty: code, year: 0, fulfilledBy, kinds }];
    return dues
      .filter((due) => due.duty === code && due.year <= thisYear)
      .map((due) => ({ duty: code, year: due.year, fulfilledBy, kinds, due }));
  });
}
