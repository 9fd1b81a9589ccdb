import { nameAwardLevel } from '../../../plan/awards.ts';
import type { ConferenceWeights, LoadedPlan } from '../../../plan/plan.ts';
import { decapitalise } from '../../../text/letters.ts';
import type { ConferenceSayer } from './screens.ts';

/** Says the points of the plan and how equal points are decided, in one paragraph (HTML). */
export function sayWeights(
  { locale, html }: Pick<ConferenceSayer, 'locale' | 'html'>,
  plan: LoadedPlan,
  { award, ...weights }: ConferenceWeights,
): string {
  const levels =
    typeof award === 'number'
      ? String(award)
      : Object.entries(award)
          .map(([level, each]) => `${decapitalise(nameAwardLevel(plan, locale, level))} ${each}`)
          .join(', ');
  return html('conference-weights', { ...weights, award: levels });
}
