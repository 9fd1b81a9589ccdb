import type { Criterion, Plan } from './plan.ts';

/** Lists the criteria for a category: the general ones, then its own (Plan 101, III.2, III.3). */
export function criteriaFor(plan: Plan, category: unknown): Criterion[] {
  const own = plan.categories.find(({ code }) => code === category);
  return [...plan.generalCriteria, ...(own?.criteria ?? [])];
}

/**
 * Returns the positions of `codes` in that list, from 1, ascending. Codes of other categories are
 * left out.
 */
export function criterionNumbers(plan: Plan, category: unknown, codes: string[]): number[] {
  return criteriaFor(plan, category).flatMap(({ code }, i) => (codes.includes(code) ? [i + 1] : []));
}
