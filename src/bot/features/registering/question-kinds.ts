import { criteriaOffered } from '../../../plan/criteria.ts';
import type { Category, Criterion } from '../../../plan/plan.ts';
import type { Scene } from '../../forms/form.ts';

/** Tells whether the exemplar is a person. */
export const individual = (s: Scene) => s.answers.subject === 'individual';
/** Returns a stored text; anything else is an empty one. */
export const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Finds the category chosen so far. */
export function categoryOf(s: Scene): Category | undefined {
  return s.house.plan.categories.find((c) => c.code === s.answers.category);
}

/**
 * Lists the criteria to tick: general ones, then the category's own. Those of leaders are only for
 * a leader (Plan 101, III.2, III.3).
 */
export function tickable(s: Scene): Criterion[] {
  return criteriaOffered(s.house.plan, {
    category: s.answers.category,
    leads: s.answers.leader === 'yes',
  });
}
