import { sayStanding } from '../../duties/say.ts';
import type { DutyStanding } from '../../duties/standing.ts';
import type { BotContext } from '../core/context.ts';
import { planOf } from '../core/house.ts';

/** Writes one line of a duty in the words of its plan, named where several are open (HTML). */
export function sayStandingInPlan(
  by: Pick<BotContext, 'house' | 'locale'>,
  standing: DutyStanding,
  now: Date,
): string {
  return sayStanding(planOf(by.house, standing), by.locale, standing, now) + markPlan(by, standing);
}

/** Marks what belongs to a plan with its code, where several are open; empty with one. */
export function markPlan({ house }: Pick<BotContext, 'house'>, of: { planId: number }): string {
  return house.plans.open().length > 1 ? ` (${planOf(house, of).code})` : '';
}
