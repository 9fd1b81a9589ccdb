import type { Criterion, Plan } from './plan.ts';

/** Lists the criteria for a category: the general ones, then its own (Plan 101, III.2, III.3). */
export function criteriaFor(plan: Plan, category: unknown): Criterion[] {
  const own = plan.categories.find(({ code }) => code === category);
  return [...plan.generalCriteria, ...(own?.criteria ?? [])];
}

/**
 * Lists those of them that an exemplar can meet. Criteria for leaders apply only to a person who
 * leads. They are last in their category, so the numbers of the others stay. Ticked criteria are
 * always listed.
 */
export function criteriaOffered(
  plan: Plan,
  { category, leads, ticked = [] }: { category: unknown; leads: boolean; ticked?: string[] },
): Criterion[] {
  return criteriaFor(plan, category).filter(
    ({ code, leaders }) => leads || leaders !== true || ticked.includes(code),
  );
}

/**
 * Returns the positions of `codes` in that list, from 1, ascending. Codes of other categories are
 * left out.
 */
export function criterionNumbers(plan: Plan, category: unknown, codes: string[]): number[] {
  return criteriaFor(plan, category).flatMap(({ code }, i) => (codes.includes(code) ? [i + 1] : []));
}
