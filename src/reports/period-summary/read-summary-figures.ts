import type { SummaryYears } from '../../period-summaries/summary-years.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import { localDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Reader } from '../../store/reader.ts';
import { decapitalise } from '../../text/letters.ts';
import type { SummaryFigures } from './content.ts';

/** Reads the figures of a unit in the years of a summary, as they are at `now`. */
export async function readSummaryFigures(
  reader: Reader,
  plan: LoadedPlan,
  of: { unitId: number; years: SummaryYears; now: Date },
): Promise<SummaryFigures> {
  const { unitId, years, now } = of;
  const inPlan = { planId: plan.id, unitId };
  const today = new Date(localDate(now, plan.zone));
  const ofYears = { gte: years.from, lte: years.to };
  const days = { gte: new Date(`${years.from}-01-01`), lte: new Date(`${years.to}-12-31`) };
  const rows = await reader.exemplar.findMany({
    where: {
      ...{ unitId, status: 'approved', year: { lte: years.to } },
      OR: [{ planId: plan.id }, { carried: { some: { planId: plan.id } } }],
    },
    orderBy: { code: 'asc' },
    select: {
      ...{ id: true, code: true, name: true, subject: true, position: true, representative: true },
      ...{ year: true, directLabour: true, difficultArea: true, summary: true },
      evaluations: { where: { planId: plan.id, year: ofYears }, orderBy: { year: 'asc' } },
      proposals: {
        where: { planId: plan.id, year: ofYears, state: { not: 'withdrawn' } },
        orderBy: { id: 'asc' },
      },
    },
  });
  const filings = await reader.filing.groupBy({
    by: ['duty'],
    where: { ...inPlan, occurrence: '', nilReason: null },
    _min: { filedAt: true },
  });
  const summaries = plan.duties.flatMap(({ code, fulfilledBy }) =>
    fulfilledBy === 'interim' || fulfilledBy === 'summary' || fulfilledBy === 'nominations' ? [code] : [],
  );
  const fostering = await reader.fosteringPlan.findUnique({
    where: { planId_unitId: inPlan },
    select: { lead: true, steps: { where: { droppedAt: null, dueOn: days } } },
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
  const newest = rows.map(({ name, evaluations }) => ({ name, found: evaluations.at(-1) }));
  const said = (field: 'difficulties' | 'help' | 'lesson') =>
    newest.flatMap(({ name, found }) => (found?.[field] ? [{ name, words: found[field] }] : []));
  const proposals = rows.flatMap((row) => row.proposals);
  return {
    exemplars: rows.map(({ evaluations, proposals: proposed, ...exemplar }) => ({
      ...exemplar,
      results: evaluations.map(({ year, result, spreadTo }) => ({ year, result, spreadTo })),
      awards: proposed.flatMap(({ state, form, title, level, year }) =>
        state === 'granted'
          ? [
              `${nameAward(plan, 'vi', form ?? title ?? '')} (${decapitalise(nameAwardLevel(plan, 'vi', level))}, ${year})`,
            ]
          : [],
      ),
    })),
    documents: filings.flatMap(({ duty, _min }) =>
      _min.filedAt && !summaries.includes(duty) ? [{ duty, on: localDate(_min.filedAt, plan.zone) }] : [],
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
    proposed: proposals.length,
    granted: proposals.filter(({ state }) => state === 'granted').length,
    difficulties: said('difficulties'),
    needs: said('help'),
    lessons: said('lesson'),
  };
}
