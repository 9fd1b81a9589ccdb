import { listOwedDuties, type OwedDuty } from '../duties/owed.ts';
import { oneOff } from '../plan/occurrence.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import { isWithin } from './counted-times.ts';
import { type ReportPeriod, spanOf } from './report-period.ts';

/**
 * Lists the duties of a period that are owed by `now`. Recurring ones are of a period by their
 * time, others by their day or without one.
 */
export function listDutiesOfPeriod(
  plan: LoadedPlan,
  { now, ...period }: ReportPeriod & { now: Date },
): OwedDuty[] {
  const span = spanOf(plan, period);
  return listOwedDuties(plan, now).filter(({ occurrence, due }) =>
    occurrence === oneOff
      ? due === undefined || (span.from <= due.lastDay && due.lastDay <= span.to)
      : isWithin(span, occurrence),
  );
}
