import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import { reportDay } from '../report-day.ts';
import { readUnitLines } from '../unit-lines.ts';
import type { OfficeFigures } from './figures.ts';
import { readDuties, readNudges } from './read-duties.ts';
import { readActivities, readFostering } from './read-fostering.ts';
import { type OfficeScope, readCategoryTotals, readEarlier, readTraits } from './read-registrations.ts';
import { readResults } from './read-results.ts';
import { readUnitWords } from './read-unit-words.ts';

/** Reads everything that the office's report of a period says, from one snapshot. */
export async function readOfficeFigures(
  snapshot: Snapshot,
  plan: LoadedPlan,
  scope: OfficeScope,
): Promise<OfficeFigures> {
  const { sql } = snapshot;
  const { now, ...period } = scope;
  const lines = await readUnitLines(sql, plan, scope);
  const duties = await readDuties(sql, plan, scope);
  return {
    period,
    day: reportDay(plan, period, now),
    stateOn: localDate(now, plan.zone),
    lines,
    before: await readEarlier(snapshot, plan, scope),
    categories: await readCategoryTotals(sql, plan, scope),
    ...(await readTraits(sql, plan, scope)),
    ...duties,
    // Of an earlier day: a unit that reached its minimum later is still short in these figures.
    tardy: duties.tardy.filter((name) =>
      lines.some((line) => line.name === name && line.timeliness === 'late'),
    ),
    nudges: await readNudges(sql, plan, scope),
    fostering: await readFostering(sql, plan, scope),
    ...(await readActivities(sql, plan, scope)),
    ...(await readResults(sql, plan, scope)),
    ...(await readUnitWords(sql, plan, scope)),
  };
}
