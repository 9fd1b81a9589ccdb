import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { listExemplarProgress } from './exemplar-progress.ts';

let world: NudgeWorld;
let glar: number;
let binh: number;
/** Four approved exemplars: own step, publicised, evaluated, carried over. */
let ids: number[];
beforeAll(async () => {
  world = await createNudgeWorld();
  const { prisma } = world.db;
  glar = await world.unit('Xã Glar');
  binh = await world.person('Bình');
  await world.register(glar, binh, 6);
  const at = world.clock.now();
  const decided = { status: 'approved', decidedAt: at, decidedById: binh } as const;
  const all = await prisma.exemplar.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  ids = all.map(({ id }) => id);
  await prisma.exemplar.updateMany({ where: { id: { in: ids.slice(0, 4) } }, data: decided });
  await prisma.exemplar.update({ where: { id: ids[5] ?? 0 }, data: { status: 'withdrawn' } });
  const [own = 0, publicised = 0, evaluated = 0, carried = 0] = ids;
  const of = { planId: world.plan.id, unitId: glar };
  const step = { kind: 'nurture', who: 'Hội Nông dân', exemplarId: own } as const;
  await prisma.fosteringPlan.create({
    data: {
      ...{ ...of, lead: 'Chủ tịch', savedAt: at, byId: binh },
      steps: {
        create: [
          { ...step, what: 'Sau', dueOn: new Date('2021-12-01') },
          { ...step, what: 'Trước', dueOn: new Date('2021-11-01') },
          { ...step, what: 'Xong', dueOn: new Date('2021-10-01'), doneOn: new Date('2021-10-01') },
        ],
      },
    },
  });
  const logged = { loggedAt: at, loggedById: binh, loggedAs: 'liaison', channel: 'web' } as const;
  for (const [exemplarId, more] of [
    [publicised, {}],
    [evaluated, { withdrawnAt: at, withdrawReason: 'Ghi nhầm điển hình' }],
  ] as const)
    await prisma.activity.create({
      data: {
        ...{ ...of, ...logged, ...more, kind: 'publicity', heldOn: new Date('2021-10-01'), place: 'Đài' },
        exemplars: { create: { exemplarId } },
      },
    });
  await prisma.evaluation.create({
    data: { ...of, exemplarId: evaluated, year: 2021, result: 'kept', evaluatedAt: at },
  });
  const next = await prisma.plan.create({ data: { officeId: 1, code: 'KH-2' } });
  await prisma.carriedExemplar.create({ data: { planId: next.id, exemplarId: carried, at, byId: binh } });
});
afterAll(() => world.db.drop());

const listed = (year = 2021) => listExemplarProgress(world.db.pool, { unitIds: [glar] }, year);

describe('how far exemplars have come', () => {
  it.each<[string, number, object]>([
    ['an own step, the nearest first', 0, { planned: true, stepWhat: 'Trước', stepDueOn: '2021-11-01' }],
    ['no step of another', 1, { planned: false, stepWhat: null, publicised: true, evaluated: false }],
    ['an evaluation; publicity that was withdrawn does not count', 2, { publicised: false, evaluated: true }],
    ['the plan that it was carried into', 3, { carriedInto: [expect.any(Number)], status: 'approved' }],
    ['one in review', 4, { status: 'submitted', carriedInto: [] }],
  ])('knows %s', async (_, at, expected) => {
    expect((await listed()).find(({ id }) => id === ids[at])).toMatchObject(expected);
  });

  it('leaves out what was withdrawn, unless it is named', async () => {
    expect(await listed()).toHaveLength(5);
    const named = await listExemplarProgress(world.db.pool, { ids: [ids[5] ?? 0] }, 2021);
    expect(named).toMatchObject([{ status: 'withdrawn' }]);
  });

  it('asks for the evaluation of that year', async () => {
    const evaluated = (await listed(2022)).filter((one) => one.evaluated);
    expect(evaluated).toEqual([]);
  });

  it('is covered by a step for all exemplars of the unit', async () => {
    const plan = await world.db.prisma.fosteringPlan.findFirstOrThrow();
    await world.db.prisma.fosteringStep.create({
      data: {
        ...{ fosteringPlanId: plan.id, kind: 'exchange', what: 'Giao lưu', who: 'Đoàn xã' },
        dueOn: new Date('2021-12-31'),
      },
    });
    expect((await listed()).slice(0, 4).every(({ planned }) => planned)).toBe(true);
  });
});
