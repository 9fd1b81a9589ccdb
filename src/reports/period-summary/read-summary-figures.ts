import { findSummaryKind } from '../../duties/kinds/index.ts';
import type { SummaryYears } from '../../period-summaries/summary-years.ts';
import { nameAward, nameAwardLevel } from '../../plan/awards.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import type { Reader } from '../../store/reader.ts';
import { decapitalise } from '../../text/letters.ts';
import { readUnitWork } from '../unit-report/unit-work.ts';
import type { SummaryFigures } from './content.ts';

/** Reads the figures of a unit in the years of a summary, as they are at `now`. */
export async function readSummaryFigures(
  reader: Reader,
  plan: LoadedPlan,
  of: { unitId: number; years: SummaryYears; now: Date },
): Promise<SummaryFigures> {
  const { unitId, years, now } = of;
  const ofYears = { gte: years.from, lte: years.to };
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
  const work = await readUnitWork(reader, plan, { unitId, ...years, now });
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
    ...work,
    documents: work.documents.filter(({ duty }) => findSummaryKind(plan, duty) === undefined),
    proposed: proposals.length,
    granted: proposals.filter(({ state }) => state === 'granted').length,
    difficulties: said('difficulties'),
    needs: said('help'),
    lessons: said('lesson'),
  };
}
