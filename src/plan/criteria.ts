import type { Criterion, Plan } from './plan.ts';

/**
 * What an exemplar of a category can meet: the general criteria, then the category's own (Plan 101,
 * III.2, III.3).
 */
export function criteriaFor(plan: Plan, category: unknown): Criterion[] {
  const own = plan.categories.find(({ code }) => code === category);
  return [...plan.generalCriteria, ...(own?.criteria ?? [])];
}

/**
 * The numbers that criteria have in that list, from 1, ascending; codes of other categories have
 * none.
 */
export function criterionNumbers(plan: Plan, category: unknown, codes: string[]): number[] {
  return criteriaFor(plan, category).flatMap(({ code }, i) => (codes.includes(code) ? [i + 1] : []));
}
