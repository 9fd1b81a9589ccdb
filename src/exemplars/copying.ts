import type { Answers } from '../drafts/draft.ts';
import type { Plan } from '../plan/plan.ts';
import type { Exemplar } from './exemplar.ts';
import { facts } from './facts/facts.ts';
import { answersOf } from './registration.ts';

/** Keys of the questions whose answers a new exemplar may copy, in their order. */
export const copiedKeys = facts.filter((fact) => fact.copied).map(({ key }) => key);

/**
 * Returns the answers of an exemplar that a new one of its unit may copy. Name, persons' data,
 * achievements, figures, days and files are each exemplar's own. A category that the plan has no
 * more is left out.
 */
export function copiedAnswersOf(exemplar: Exemplar, plan: Plan): Answers {
  const known = plan.categories.some(
    ({ code, subject }) => code === exemplar.category && subject === exemplar.subject,
  );
  const copied = Object.entries(answersOf(exemplar)).filter(
    ([key, value]) => copiedKeys.includes(key) && value !== null && (known || key !== 'category'),
  );
  return Object.fromEntries(copied);
}
