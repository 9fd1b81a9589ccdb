import type { LoadedPlan } from '../plan/plan.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { type RegistrationStandingRow, registrationStandingSql } from './registration-standing.sql.ts';
import type { ReportRequest } from './report.ts';
import { reportDay } from './report-day.ts';
import { buildRegistrationParameters } from './unit-lines.ts';

/**
 * Reads the exemplars of each unit that counted a year before. Those of a unit that has merged
 * since count for the unit in its place on the day of the report.
 */
export async function readUnitsBefore(
  then: Snapshot,
  plan: LoadedPlan,
  request: ReportRequest,
  now: { snapshot: Snapshot; request: ReportRequest },
): Promise<Map<string, number>> {
  const { rows } = await then.sql.query<RegistrationStandingRow>(
    registrationStandingSql,
    buildRegistrationParameters(plan, request),
  );
  const counting = rows.filter(({ counted }) => counted > 0);
  const { rows: places } = await now.snapshot.sql.query<{ id: number; place: number }>(
    'SELECT id, unit_on(id, $2) AS place FROM unit WHERE id = ANY ($1)',
    [counting.map(({ unitId }) => unitId), reportDay(plan, now.request, now.request.now)],
  );
  const placeOf = new Map(places.map(({ id, place }) => [id, place]));
  const counts = new Map<string, number>();
  for (const { unitId, counted } of counting) {
    const key = String(placeOf.get(unitId) ?? unitId);
    counts.set(key, (counts.get(key) ?? 0) + counted);
  }
  return counts;
}
