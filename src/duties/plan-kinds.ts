import { dueOf } from '../plan/due.ts';
import { asOccurrence } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { PlanKinds } from '../unit-changes/change.ts';
import { findRegistrationDuty } from './kinds/index.ts';

/** Says what a change of units has to know of a plan. */
export function describePlanKinds(plan: LoadedPlan): PlanKinds {
  const duty = findRegistrationDuty(plan);
  return {
    id: plan.id,
    kinds: plan.unitKinds.map(({ code }) => code),
    findRegistrationDay: (occurrence, unitId) =>
      duty && dueOf(plan, duty.code, asOccurrence(occurrence), unitId)?.lastDay,
  };
}
