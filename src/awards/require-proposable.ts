import { DomainError } from '../errors.ts';
import { isAwardHeld } from '../plan/awards.ts';
import { formatDate, localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Reader } from '../store/reader.ts';
import type { WantedProposal } from './save-proposals.ts';

/**
 * Refuses a report of a unit that proposes an award which does not hold at its moment. One that was
 * proposed while it held stays, in any state. Throws `award-not-held`.
 */
export async function requireProposable(
  reader: Reader,
  { plan, unitId, year, at }: { plan: LoadedPlan; unitId: number; year: number; at: Date },
  wanted: WantedProposal[],
): Promise<void> {
  const day = localDate(at, plan.zone);
  for (const one of wanted.filter((proposed) => !isAwardHeld(plan, proposed, day))) {
    const { exemplarId, form, title, level } = one;
    const same = { planId: plan.id, unitId, year, exemplarId, form, title, level };
    const there = await reader.awardProposal.count({ where: { ...same, state: { not: 'withdrawn' } } });
    if (there > 0) continue;
    const exemplar = await reader.exemplar.findUnique({
      where: { id: exemplarId },
      select: { code: true },
    });
    throw new DomainError('award-not-held', { code: exemplar?.code ?? '–', day: formatDate(day) });
  }
}
