import { findReportDuty } from '../../../duties/kinds/index.ts';
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
    const plan = livingPlanOf(house, one);
    const next = plan && decideNextStep(one, { today, evaluates: asksForEvaluation(plan, today) });
    return { ...one, next };
  });
}

/** Finds the open plan that follows an exemplar: its own, or one that it was carried into. */
export function livingPlanOf(
  house: Pick<House, 'plan' | 'plans'>,
  { planId, carriedInto }: Pick<ExemplarProgress, 'planId' | 'carriedInto'>,
): LoadedPlan | undefined {
  return [planId, ...carriedInto].map((id) => planOf(house, { planId: id })).find(({ closed }) => !closed);
}

/** Tells whether a plan asks its units for the annual report, and evaluation, of this year. */
export function asksForEvaluation(plan: LoadedPlan, today: LocalDate): boolean {
  const year = String(yearOf(today));
  const duty = findReportDuty(plan);
  return duty !== undefined && occurrencesOf(duty).some((one) => one === year);
}

/** Says a next step in a few words (plain text). */
export function sayNextStepOf({ t }: Pick<BotContext, 't'>, next: NextStep, today: LocalDate): string {
  if (!('what' in next)) return t(`story-next-${next.step}`, { year: String(yearOf(today)) });
  return t(`story-next-${next.step}`, { what: shorten(next.what, 60), day: formatDate(next.dueOn) });
}
