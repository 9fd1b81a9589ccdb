import { localDate } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { planOn } from '../plan/plan-on.ts';
import { readPlanAsOf } from '../plans/plans.ts';
import type { Database } from '../store/database.ts';
import { snapshotAsOf } from './as-of-day.ts';
import { type Chart, drawPages, type MadeChart, nameChartFile, type PictureScope } from './chart/charts.ts';
import { findPictures, hasExemplars } from './picture-sheet.ts';
import type { Report } from './report.ts';
import { momentOf } from './report-period.ts';

/**
 * Makes the picture that is shown with a report, of the same day. Undefined where the report has
 * none that can be filtered as it is, or no exemplar was registered.
 */
export async function makePicture(
  { db, plan }: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  { pictures = [] }: Report,
  scope: PictureScope,
): Promise<(MadeChart & { chart: Chart }) | undefined> {
  const [chart] = findPictures(pictures, scope);
  if (!chart) return undefined;
  const moment = momentOf(plan, scope, scope.now);
  return db.inSnapshot(async (snapshot) => {
    const day = scope.asOf ?? localDate(moment, plan.zone);
    const then = moment === scope.now ? snapshot : snapshotAsOf(snapshot, { moment, day });
    if (!(await hasExemplars(then.sql, plan))) return undefined;
    const before = moment === scope.now ? plan : await readPlanAsOf(snapshot.sql, plan.id, moment);
    const of = planOn(before ?? plan, localDate(scope.now, plan.zone));
    const [png] = await drawPages(then.sql, of, chart, { ...scope, now: moment });
    return png && { png, chart, filename: nameChartFile(chart, scope) };
  });
}
