import { DomainError } from '../errors.ts';
import { isAwardHeld } from '../plan/awards.ts';
import { formatDate, yearOf } from '../plan/calendar.ts';
import type { LocalDate, Plan } from '../plan/plan.ts';
import type { Proposal } from './proposal.ts';

/** The part of a proposal that says when it can be decided. */
type Decided = Pick<Proposal, 'form' | 'title' | 'level' | 'year'> & { exemplar: { code: string } };

/**
 * Finds why a decision of a day cannot grant a proposal. `award-not-held`: its level or award does
 * not hold then (the district level ended on 30/6/2025). `award-before-year`: the year for which it
 * was proposed had not begun. Undefined: it can.
 */
export function findUndecidable(
  plan: Pick<Plan, 'awards'>,
  one: Decided,
  day: LocalDate,
): DomainError | undefined {
  const { year, exemplar } = one;
  const args = { code: exemplar.code, day: formatDate(day) };
  if (!isAwardHeld(plan, one, day)) return new DomainError('award-not-held', args);
  return yearOf(day) < year
    ? new DomainError('award-before-year', { ...args, year: String(year) })
    : undefined;
}

/** Refuses proposals that a decision of a day cannot grant. Throws as `findUndecidable` says. */
export function requireDecidable(plan: Pick<Plan, 'awards'>, proposals: Decided[], day: LocalDate): void {
  for (const one of proposals) {
    const refusal = findUndecidable(plan, one, day);
    if (refusal) throw refusal;
  }
}
