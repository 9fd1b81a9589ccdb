import { type Locale, t } from '../i18n.ts';
import { nameAwardLevel } from '../plan/awards.ts';
import type { Plan } from '../plan/plan.ts';
import { decapitalise } from '../text/letters.ts';
import type { PointsPart, Ranking } from './rank-nominations.ts';

/** Explains the points of a nomination in one line: `4 năm duy trì × 3 = 12; …`. Plain text. */
export function sayPoints(
  locale: Locale,
  plan: Pick<Plan, 'awards'>,
  { parts }: Pick<Ranking, 'parts'>,
): string {
  const order = plan.awards.levels.map(({ code }) => code);
  const placeOf = ({ level = '' }: PointsPart) => order.indexOf(level);
  const sorted = parts.toSorted((one, other) =>
    one.part === 'award' && other.part === 'award' ? placeOf(one) - placeOf(other) : 0,
  );
  const said = sorted.map(({ part, level, times, each, points }) =>
    t(locale, `points-${part}`, {
      ...{ times, each, points },
      level: level === undefined ? '' : decapitalise(nameAwardLevel(plan, locale, level)),
    }),
  );
  return said.join('; ') || t(locale, 'points-none');
}
