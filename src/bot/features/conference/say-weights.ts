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
      : plan.awards.levels
          .flatMap(({ code, name }) => {
            const each = award[code];
            return each === undefined ? [] : [`${decapitalise(name[locale])} ${each}`];
          })
          .join(', ');
  return html('conference-weights', { ...weights, award: levels });
}
