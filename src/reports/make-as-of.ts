import { showAsOf } from './as-of-day.ts';
import { readPast } from './read-past.ts';
import type { MadeReport, Report, ReportDeps, ReportRequest } from './report.ts';
import { momentOf } from './report-period.ts';

/**
 * Makes a report, of now or with the figures of an earlier day. Of that day are the states, the
 * units and the dues, and the words of the plan; its head and its date are of the day it is made.
 */
export async function makeAsOf(
  report: Report,
  deps: ReportDeps,
  request: ReportRequest,
): Promise<MadeReport> {
  const { plan, db } = deps;
  const { now, asOf: day } = request;
  const moment = momentOf(plan, request, now);
  if (day === undefined || moment === now) return report.make(deps, { ...request, asOf: undefined });
  const { plan: then, unitIds } = await db.inSnapshot(({ sql }) =>
    readPast(sql, plan, { moment, now, unitIds: request.unitIds }),
  );
  return report.make(
    { ...deps, plan: then, db: showAsOf(db, { moment, day }) },
    { ...request, ...(unitIds && { unitIds }), now: moment, madeAt: now },
  );
}
