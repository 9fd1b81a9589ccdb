import { localDate, yearOf } from '../../../plan/calendar.ts';
import { countLeftToDo } from '../../../stories/next-step.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { asksForEvaluation, livingPlanOf, type Next, sayNextStepOf } from './say-next-step.ts';

/** Maximum number of exemplars that are named one by one. */
const mostNamed = 15;

/**
 * Says what is left of a unit's exemplars this year (HTML). That is one line with the numbers, and
 * with `named` the next step of each; nothing for a unit without exemplars.
 */
export function sayLeftThisYear(
  by: Pick<BotContext, 't' | 'html' | 'house'>,
  steps: Next[],
  { named }: { named: boolean },
): string[] {
  const { clock, plan } = by.house;
  const today = localDate(clock.now(), plan.zone);
  const open = steps.filter(({ next }) => next !== undefined);
  if (open.length === 0) return [];
  const plans = open.flatMap((one) => livingPlanOf(by.house, one) ?? []);
  const evaluates = plans.some((one) => asksForEvaluation(one, today));
  const left = countLeftToDo(open, { evaluates });
  const parts = (['mend', 'foster', 'publicise', 'evaluate'] as const).flatMap((what) =>
    left[what] > 0 ? [by.t(`story-left-${what}`, { n: left[what] })] : [],
  );
  const year = String(yearOf(today));
  return [
    parts.length > 0
      ? by.html('story-left', { year, left: parts.join(', ') })
      : by.html('story-left-nothing', { year }),
    ...(named ? nameEach(by, open, today) : []),
  ];
}

function nameEach(by: Pick<BotContext, 't' | 'html'>, open: Next[], today: string): string[] {
  const lines = open.slice(0, mostNamed).flatMap(({ code, name, next }) =>
    next
      ? [
          by.html('story-left-line', {
            code,
            name: shorten(name, 40),
            next: sayNextStepOf(by, next, today),
          }),
        ]
      : [],
  );
  const more = open.length - lines.length;
  return more > 0 ? [...lines, by.html('story-left-more', { n: more })] : lines;
}
