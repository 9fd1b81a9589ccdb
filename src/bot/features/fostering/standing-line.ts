import { type FosteringStanding, listFosteringStandings } from '../../../fostering/fostering-standing.ts';
import { formatDate } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { markPlan } from '../say-in-plan.ts';
import { type FosteringSayer, todayOf } from './fostering-words.ts';

/** Lists where units stand with fostering now, under the open plans. */
export function listFosteringOf(
  by: Pick<FosteringSayer, 'house'>,
  unitIds: number[],
): Promise<FosteringStanding[]> {
  const planIds = by.house.plans.open().map(({ id }) => id);
  return listFosteringStandings(by.house.db.pool, { planIds, unitIds, today: todayOf(by) });
}

/** Says where a unit stands with fostering, as a line among its duties (HTML). */
export function sayFosteringStanding(
  by: Pick<FosteringSayer, 'html' | 'house'>,
  standing: FosteringStanding,
): string {
  const { planned, exemplars, uncovered, steps, done, overdue, next, nextDueOn } = standing;
  const mark = markPlan(by, standing);
  if (!planned) return by.html('fostering-owed', { n: exemplars }) + mark;
  const parts = [
    by.html('fostering-progress', { steps, done, overdue }),
    ...(next && nextDueOn
      ? [by.html('fostering-progress-next', { what: shorten(next, 80), day: formatDate(nextDueOn) })]
      : []),
    ...(uncovered > 0 ? [by.html('fostering-uncovered', { n: uncovered })] : []),
  ];
  return parts.join(' ') + mark;
}
