import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { occurrencesOf } from '../../../plan/due.ts';
import type { LoadedPlan, LocalDate } from '../../../plan/plan.ts';
import { listExemplarProgress } from '../../../stories/exemplar-progress.ts';
import { decideNextStep, type ExemplarProgress, type NextStep } from '../../../stories/next-step.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { type House, planOf } from '../../core/house.ts';

/** An exemplar with its next step; undefined where its way has ended. */
export interface Next extends ExemplarProgress {
  next: NextStep | undefined;
}

/** Lists the next steps of exemplars now, in the order of their codes. */
export async function listNextSteps(
  house: House,
  of: { ids: number[] } | { unitIds: number[] },
): Promise<Next[]> {
  const today = localDate(house.clock.now(), house.plan.zone);
  const progress = await listExemplarProgress(house.db.pool, of, yearOf(today));
  return progress.map((one) => {
    const plan = planOf(house, one);
    const next = plan.closed
      ? undefined
      : decideNextStep(one, { today, evaluates: asksForEvaluation(plan, today) });
    return { ...one, next };
  });
}

/** Tells whether a plan asks for an evaluation this year, by a yearly report of its units. */
export function asksForEvaluation(plan: LoadedPlan, today: LocalDate): boolean {
  const year = String(yearOf(today));
  return plan.duties.some((duty) => occurrencesOf(duty).some((one) => one === year));
}

/** Says a next step in a few words (plain text). */
export function sayNextStepOf({ t }: Pick<BotContext, 't'>, next: NextStep, today: LocalDate): string {
  if (!('what' in next)) return t(`story-next-${next.step}`, { year: String(yearOf(today)) });
  return t(`story-next-${next.step}`, { what: shorten(next.what, 60), day: formatDate(next.dueOn) });
}
