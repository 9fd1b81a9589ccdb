import type { Args } from '../../../i18n.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import type { House } from '../../core/house.ts';
import { namePlan } from '../../core/meant-plan.ts';

/** Explains a role to the invited person, with the plans that it is for (HTML). */
export async function invitedAs(
  by: { house: House; t(key: string, args?: Args): string; html(key: string, args?: Args): string },
  role: string,
  unit: string | null,
): Promise<string> {
  const plans = await listPlansOfRole(by.house, unit);
  const named = plans.map((plan) => namePlan(by, plan));
  return by.html(`join-invited-${role}`, { unit: unit ?? '', plans: named.join(', ') });
}

/** The open plans in which the unit takes part, or all open ones; without any the leading one. */
async function listPlansOfRole({ db, plan, plans }: House, unit: string | null): Promise<LoadedPlan[]> {
  const open = plans.open();
  if (open.length < 2) return open.length > 0 ? open : [plan];
  if (unit === null) return open;
  const taking = await db.prisma.planUnit.findMany({
    where: { unit: { name: unit, active: true } },
    select: { planId: true },
  });
  const theirs = open.filter(({ id }) => taking.some(({ planId }) => planId === id));
  return theirs.length > 0 ? theirs : open;
}
