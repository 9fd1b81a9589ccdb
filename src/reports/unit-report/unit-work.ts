import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { ActivityKind } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';

/** A unit's work over some years, as its annual report and its summaries say it. */
export interface UnitWork {
  /** Documents that the unit handed in, by the codes of their duties, with the first day. */
  documents: { duty: string; on: string }[];
  /** Who is responsible for fostering; undefined: there is no fostering plan. */
  lead: string | undefined;
  steps: { planned: number; done: number; overdue: number };
  activities: { kind: ActivityKind; count: number; reached: number; broadcasts: number; minutes: number }[];
  ownCriteria: string[];
}

/**
 * Reads a unit's work from the year `from` to the year `to`, as it is at `now`. Steps of an
 * exemplar that is approved no more count only if they were done, as in the office's report.
 */
export async function readUnitWork(
  reader: Reader,
  plan: LoadedPlan,
  { unitId, from, to, now }: { unitId: number; from: number; to: number; now: Date },
): Promise<UnitWork> {
  const inPlan = { planId: plan.id, unitId };
  const today = new Date(localDate(now, plan.zone));
  const days = { gte: new Date(`${from}-01-01`), lte: new Date(`${to}-12-31`) };
  const filings = await reader.filing.groupBy({
    by: ['duty'],
    where: { ...inPlan, occurrence: '', nilReason: null },
    _min: { filedAt: true },
  });
  const fostering = await reader.fosteringPlan.findUnique({
    where: { planId_unitId: inPlan },
    select: {
      lead: true,
      steps: {
        where: {
          ...{ droppedAt: null, dueOn: days },
          OR: [{ exemplarId: null }, { exemplar: { status: 'approved' } }, { doneOn: { not: null } }],
        },
      },
    },
  });
  const steps = fostering?.steps ?? [];
  const activities = await reader.activity.groupBy({
    by: ['kind'],
    where: {
      ...{ planId: plan.id, withdrawnAt: null, heldOn: days },
      OR: [{ unitId }, { exemplars: { some: { exemplar: { unitId } } } }],
    },
    _count: { id: true },
    _sum: { reached: true, broadcasts: true, minutes: true },
    orderBy: { kind: 'asc' },
  });
  const own = await reader.ownCriterion.findMany({
    where: { ...inPlan, retiredAt: null },
    orderBy: { id: 'asc' },
    select: { text: true },
  });
  return {
    documents: filings.flatMap(({ duty, _min }) =>
      _min.filedAt ? [{ duty, on: localDate(_min.filedAt, plan.zone) }] : [],
    ),
    lead: fostering?.lead,
    steps: {
      planned: steps.length,
      done: steps.filter(({ doneOn }) => doneOn !== null).length,
      overdue: steps.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today).length,
    },
    activities: activities.map(({ kind, _count, _sum }) => ({
      ...{ kind, count: _count.id, reached: _sum.reached ?? 0 },
      ...{ broadcasts: _sum.broadcasts ?? 0, minutes: _sum.minutes ?? 0 },
    })),
    ownCriteria: own.map(({ text }) => text),
  };
}
