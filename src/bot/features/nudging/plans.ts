import type { NudgePlans } from '../../../nudges/say.ts';
import { type House, planOf } from '../../core/house.ts';

/** Gives nudges the plans with whose words they speak. */
export function nudgePlans(house: Pick<House, 'plan' | 'plans'>): NudgePlans {
  return { find: (planId) => planOf(house, { planId }), several: house.plans.open().length > 1 };
}
