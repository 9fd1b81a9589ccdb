import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layUnits, plan101 as plan, register } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readSummaryFigures } from '../period-summary/read-summary-figures.ts';
import { readUnitFigures } from './read-figures.ts';

const now = new Date('2021-12-20T01:00:00.000Z');
const statuses = ['approved', 'withdrawn', 'rejected'] as const;

let db: TestDatabase;
let unitId = 0;
let fosteringPlanId = 0;
let ids: number[] = [];
beforeAll(async () => {
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan);
  const [unit] = units;
  if (!unit) throw new Error('there is no unit');
  unitId = unit.id;
  const listed = statuses.map((status, i) => ({ unit, number: i + 1, status }));
  await register(db, plan, liaison, listed);
  const exemplars = await db.prisma.exemplar.findMany({ orderBy: { code: 'asc' }, select: { id: true } });
  ids = exemplars.map(({ id }) => id);
  const work = { planId: plan.id, unitId, lead: 'Chủ tịch', savedAt: now, byId: liaison };
  fosteringPlanId = (await db.prisma.fosteringPlan.create({ data: work })).id;
});
afterAll(() => db.drop());

describe('the steps of a report and of a summary', () => {
  it.each([
    ['a step for all exemplars', undefined, '2021-11-01', null, [1, 0, 1]],
    ['a step of an approved one', 'approved', '2021-12-31', null, [1, 0, 0]],
    ['a done step of an approved one', 'approved', '2021-11-01', '2021-10-30', [1, 1, 0]],
    ['no step of a withdrawn one', 'withdrawn', '2021-11-01', null, [0, 0, 0]],
    ['a done step of a withdrawn one', 'withdrawn', '2021-11-01', '2021-10-30', [1, 1, 0]],
    ['no step of a refused one', 'rejected', '2021-11-01', null, [0, 0, 0]],
    ['no step of another year', 'approved', '2022-03-01', null, [0, 0, 0]],
  ] as const)('have %s', async (_, status, dueOn, doneOn, [planned, done, overdue]) => {
    await db.prisma.fosteringStep.deleteMany();
    await db.prisma.fosteringStep.create({
      data: {
        ...{ fosteringPlanId, kind: 'nurture', what: 'Tập huấn', who: 'Hội Nông dân' },
        exemplarId: (status && ids[statuses.indexOf(status)]) ?? null,
        ...{ dueOn: new Date(dueOn), doneOn: doneOn && new Date(doneOn) },
      },
    });
    const of = { unitId, now };
    const report = await readUnitFigures(db.prisma, plan, { ...of, year: 2021 });
    const summary = await readSummaryFigures(db.prisma, plan, { ...of, years: { from: 2021, to: 2021 } });
    expect(report.steps).toEqual({ planned, done, overdue });
    expect(summary.steps).toEqual(report.steps);
  });
});
