import type { Exemplar } from '../../../exemplars/exemplar.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';

/** Where a collective stands that no leader can be approved with unseen. */
const worthSaying = ['returned', 'rejected', 'withdrawn'] as const;

/**
 * Says what an officer should know of the collective that a leader heads (HTML). That is: there is
 * none yet, or it is a draft, returned, turned down or withdrawn (Plan 101, III.3.2). Empty
 * otherwise.
 */
export function leadsLine(by: Pick<BotContext, 'html' | 't' | 'house'>, exemplar: Exemplar): string {
  const { leader, leadsName, leadsStatus, leadsDraftName } = exemplar;
  if (leader !== true) return '';
  const { categories } = planOf(by.house, exemplar);
  const clause = categories.find(({ code }) => code === exemplar.category)?.clause ?? '';
  if (leadsDraftName !== null) return by.html('review-leads-draft', { name: leadsDraftName, clause });
  if (leadsName === null) return by.html('review-leads-none', { clause });
  const status = worthSaying.find((one) => one === leadsStatus);
  if (!status) return '';
  return by.html('review-leads-status', { name: leadsName, status: by.t(`status-${status}`), clause });
}
