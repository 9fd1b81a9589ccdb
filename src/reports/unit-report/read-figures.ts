import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { ActivityKind, Subject } from '../../store/generated/enums.ts';
import type { Reader } from '../../store/reader.ts';

/** An approved exemplar, as the report of its unit needs it. */
export interface RegisteredExemplar {
  id: number;
  name: string;
  subject: Subject;
  position: string | null;
  representative: string | null;
  directLabour: boolean;
  difficultArea: boolean;
  year: number;
  summary: string;
}

/** The figures of a unit's annual report that its own form does not ask for. */
export interface UnitFigures {
  exemplars: RegisteredExemplar[];
  /** Documents that the unit handed in, by the codes of their duties, with the first day. */
  documents: { duty: string; on: string }[];
  /** Who is responsible for fostering; undefined: there is no fostering plan. */
  lead: string | undefined;
  steps: { planned: number; done: number; overdue: number };
  activities: { kind: ActivityKind; count: number; reached: number; broadcasts: number; minutes: number }[];
  ownCriteria: string[];
}

/** Reads the figures of a unit's report of a year, as they are at `now`. */
export async function readUnitFigures(
  reader: Reader,
  plan: LoadedPlan,
  of: { unitId: number; year: number; now: Date },
): Promise<UnitFigures> {
  const { unitId, year, now } = of;
  const inPlan = { planId: plan.id, unitId };
  const today = localDate(now, plan.zone);
  const days = { gte: new Date(`${year}-01-01`), lte: new Date(`${year}-12-31`) };
  const exemplars = await reader.exemplar.findMany({
    where: {
      ...{ unitId, status: 'approved', year: { lte: year } },
      OR: [{ planId: plan.id }, { carried: { some: { planId: plan.id } } }],
    },
    orderBy: { code: 'asc' },
    select: {
      ...{ id: true, name: true, subject: true, position: true, representative: true, year: true },
      ...{ directLabour: true, difficultArea: true, summary: true },
    },
  });
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
    exemplars,
    documents: filings.flatMap(({ duty, _min }) =>
      _min.filedAt ? [{ duty, on: localDate(_min.filedAt, plan.zone) }] : [],
    ),
    lead: fostering?.lead,
    steps: {
      planned: steps.length,
      done: steps.filter(({ doneOn }) => doneOn !== null).length,
      overdue: steps.filter(({ doneOn, dueOn }) => doneOn === null && dueOn < new Date(today)).length,
    },
    activities: activities.map(({ kind, _count, _sum }) => ({
      ...{ kind, count: _count.id, reached: _sum.reached ?? 0 },
      ...{ broadcasts: _sum.broadcasts ?? 0, minutes: _sum.minutes ?? 0 },
    })),
    ownCriteria: own.map(({ text }) => text),
  };
}
