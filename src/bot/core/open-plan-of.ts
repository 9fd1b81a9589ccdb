import { DomainError } from '../../errors.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { type House, planOf } from './house.ts';

/** The columns of an exemplar with the plans that took it over, the newest first. */
export const carriedInto = {
  carried: { select: { planId: true }, orderBy: { planId: 'desc' } },
} as const;

/**
 * Finds the open plan under which something new is written about an exemplar. It is the newest that
 * took it over, or its own. Throws `plan-closed`.
 */
export function requireOpenPlanOf(
  house: Pick<House, 'plan' | 'plans'>,
  exemplar: { planId: number; carried: { planId: number }[] },
): LoadedPlan {
  const ids = [...exemplar.carried.map(({ planId }) => planId), exemplar.planId];
  const open = ids.flatMap((id) => house.plans.find(id) ?? []).find(({ closed }) => !closed);
  if (open) return open;
  throw new DomainError('plan-closed', { plan: planOf(house, exemplar).code });
}
