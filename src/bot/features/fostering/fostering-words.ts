import { type FosteringStep, type StepState, stateOfStep } from '../../../fostering/step.ts';
import { daysBetween, formatDate, localDate } from '../../../plan/calendar.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';

/** The speaker of these screens: a context, or a form's scene. */
export type FosteringSayer = Pick<BotContext, 't' | 'html' | 'house' | 'person' | 'locale'>;

/** Returns the present day in the zone of the plan. */
export function todayOf({ house }: Pick<FosteringSayer, 'house'>): LocalDate {
  return localDate(house.clock.now(), house.plan.zone);
}

const signs: Record<StepState, string> = { open: '◻', overdue: '⚠', done: '✓', dropped: '✗' };

/** Says a step in one line (HTML): its state, kind, work, people and day. */
export function sayStep(by: FosteringSayer, step: FosteringStep, n: number): string {
  const state = stateOfStep(step, todayOf(by));
  return by.html('fostering-step-line', {
    n,
    sign: signs[state],
    kind: by.t(`fostering-kind-${step.kind}`),
    what: shorten(step.what, 120),
    who: shorten(step.who, 60),
    when: sayStepDay(by, step),
  });
}

/** Says the day of a step: its due, or when it was done or dropped. Plain text. */
export function sayStepDay(by: FosteringSayer, step: FosteringStep): string {
  const today = todayOf(by);
  const state = stateOfStep(step, today);
  const { zone } = by.house.plan;
  const day =
    state === 'done' && step.doneOn
      ? step.doneOn
      : state === 'dropped' && step.droppedAt
        ? localDate(step.droppedAt, zone)
        : step.dueOn;
  const days = Math.abs(daysBetween(step.dueOn, today));
  return by.t(`fostering-day-${state}`, { day: formatDate(day), days });
}

/** Says for which exemplar a step is. Plain text. */
export function sayForWhom(
  by: Pick<FosteringSayer, 't'>,
  { exemplar }: Pick<FosteringStep, 'exemplar'>,
): string {
  return exemplar ? `${exemplar.code} ${exemplar.name}` : by.t('fostering-for-all');
}
