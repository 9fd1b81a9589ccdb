import type { LocalDate, Plan } from './plan.ts';

/** Lists the legal grounds that hold on a day, in the plan's order. Both ends are included. */
export function listLegalGrounds(plan: Pick<Plan, 'legalGrounds'>, day: LocalDate): string[] {
  return plan.legalGrounds
    .filter(({ from, until }) => (!from || from <= day) && (!until || day <= until))
    .map(({ text }) => text);
}
