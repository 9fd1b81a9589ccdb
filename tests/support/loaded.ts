import type { LoadedPlan, Plan } from '../../src/plan/plan.ts';

/** A plan file as the database holds it: the first plan, with no due moved. */
export function loaded(plan: Plan, id = 1): LoadedPlan {
  return { ...plan, id, officeId: 1, moved: [], closed: false };
}
