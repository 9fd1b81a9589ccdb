import { DomainError } from '../errors.ts';
import { isAwardHeld } from '../plan/awards.ts';
import { formatDate } from '../plan/calendar.ts';
import type { LocalDate, Plan } from '../plan/plan.ts';
import type { Proposal } from './proposal.ts';

/**
 * Refuses proposals whose level or award does not hold on a day: the district level ended on
 * 30/6/2025. Throws `award-not-held`.
 */
export function requireHeld(plan: Pick<Plan, 'awards'>, proposals: Proposal[], day: LocalDate): void {
  const over = proposals.find((one) => !isAwardHeld(plan, one, day));
  if (over) throw new DomainError('award-not-held', { code: over.exemplar.code, day: formatDate(day) });
}
