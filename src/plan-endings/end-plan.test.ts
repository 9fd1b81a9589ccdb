import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { endPlan, type WorkChoice } from './end-plan.ts';
import { countOpenWork, type OpenWorkKind } from './open-work.ts';

let world: NudgeWorld;
let glar: number;
let binh: number;
let officer: number;
let next: number;
let carried: number;
beforeEach(async () => {
  world = await createNudgeWorld();
  const { prisma } = world.db;
  glar = await world.unit('Xã Glar');
  binh = await world.person('Bình');
  officer = await world.person('Hạnh');
  await world.member(binh, glar);
  await world.member(officer, null, 'officer');
  await world.register(glar, binh, 3);
  const at = world.clock.now();
  await prisma.plan.update({ where: { id: world.plan.id }, data: { code: 'KH-1' } });
  const all = await prisma.exemplar.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  const [first = 0, second = 0, third = 0] = all.map(({ id }) => id);
  carried = first;
  const decided = { decidedAt: at, decidedById: officer };
  await prisma.exemplar.update({ where: { id: first }, data: { ...decided, status: 'approved' } });
  await prisma.exemplar.update({
    where: { id: third },
    data: {
      ...decided,
      status: 'returned',
      decisionReason: 'Thiếu số liệu cụ thể',
      returnedFields: ['summary'],
    },
  });
  next = (await prisma.plan.create({ data: { officeId: 1, code: 'KH-2' } })).id;
  await prisma.planUnit.create({ data: { planId: next, unitId: glar, kind: 'commune', position: 1 } });
  await prisma.carriedExemplar.create({ data: { planId: next, exemplarId: first, at, byId: officer } });
  const of = { planId: world.plan.id, unitId: glar };
  const step = { kind: 'nurture', who: 'Hội Nông dân', dueOn: new Date('2021-12-31') } as const;
  await prisma.fosteringPlan.create({
    data: {
      ...{ ...of, lead: 'Chủ tịch', savedAt: at, byId: binh },
      steps: {
        create: [
          { ...step, what: 'Chuyển được', exemplarId: first },
          { ...step, what: 'Không chuyển được', exemplarId: second },
          { ...step, what: 'Đã làm', doneOn: new Date('2021-09-01') },
        ],
      },
    },
  });
  await prisma.helpRequest.create({
    data: { ...of, text: 'Cần cây giống', madeBy: 'draft:1', askedAt: at, askedById: binh, channel: 'web' },
  });
  const award = { form: 'merit', level: 'district', grounds: 'Căn cứ', year: 2021, proposedAt: at };
  await prisma.awardProposal.create({ data: { ...of, ...award, exemplarId: first } });
  await prisma.nomination.create({
    data: { ...of, exemplarId: first, grounds: 'Căn cứ', nominatedAt: at, nominatedById: binh },
  });
  await prisma.filing.create({
    data: { ...of, duty: 'implementationPlan', filedAt: at, filedById: binh, channel: 'web' },
  });
  await prisma.draft.create({
    data: {
      form: 'register',
      personId: binh,
      openedBy: 'u1',
      subject: { planId: of.planId },
      createdAt: at,
      updatedAt: at,
    },
  });
});
afterEach(() => world.db.drop());

async function end(choices: Partial<Record<OpenWorkKind, WorkChoice>>, draftId?: number) {
  const { prisma } = world.db;
  const at = world.clock.now();
  const draft = await prisma.draft.upsert({
    where: { id: draftId ?? 0 },
    create: { form: 'close-plan', personId: officer, openedBy: 'u2', createdAt: at, updatedAt: at },
    update: {},
  });
  const by = { personId: officer, channel: 'web', at };
  const reason = 'Giai đoạn đã tổng kết xong';
  const of = { planId: world.plan.id, toPlanId: next, reason, draftId: draft.id, choices, by };
  return { draftId: draft.id, deliveries: await endPlan(world.db, of) };
}

const kindsTold = async () =>
  (await world.db.prisma.delivery.findMany({ orderBy: { kind: 'asc' }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );

describe('a plan that ends', () => {
  const everything = {
    exemplars: 2,
    documents: 1,
    steps: 2,
    help: 1,
    proposals: 1,
    nominations: 1,
    drafts: 1,
  };

  it('leaves what is left as it was, and tells its units that it is closed', async () => {
    expect(await countOpenWork(world.db.prisma, world.plan.id)).toEqual(everything);
    await end({});
    expect(await countOpenWork(world.db.prisma, world.plan.id)).toEqual(everything);
    expect(await world.db.prisma.plan.findUnique({ where: { id: world.plan.id } })).toMatchObject({
      closedById: officer,
    });
    expect(await kindsTold()).toEqual(['plan-ended']);
  });

  it('ends each kind with a reason, in its history, and tells the unit', async () => {
    const { draftId } = await end({
      ...{ exemplars: 'close', documents: 'close', steps: 'close', help: 'close' },
      ...{ proposals: 'close', nominations: 'close', drafts: 'close' },
    });
    const { prisma } = world.db;
    expect(Object.values(await countOpenWork(prisma, world.plan.id))).toEqual([0, 0, 0, 0, 0, 0, 0]);
    expect(await prisma.exemplar.count({ where: { status: 'approved' } })).toBe(1);
    expect(
      await prisma.exemplarChange.count({ where: { action: 'reject', reason: { contains: 'tổng kết' } } }),
    ).toBe(2);
    expect(await prisma.fosteringChange.count({ where: { action: 'drop' } })).toBe(2);
    expect(await prisma.helpRequestChange.count({ where: { action: 'close' } })).toBe(1);
    expect(await prisma.awardProposalChange.count({ where: { action: 'decline' } })).toBe(1);
    expect(await prisma.nominationChange.count({ where: { action: 'drop' } })).toBe(1);
    expect(await prisma.filingChange.count({ where: { action: 'return' } })).toBe(1);
    const told = await kindsTold();
    expect(told).toEqual([
      'award-decline',
      'exemplar-reject',
      'exemplar-reject',
      'filing-return',
      'help-close',
      'nomination-drop',
      'plan-ended',
    ]);
    await end({ exemplars: 'close' }, draftId);
    expect(await kindsTold()).toEqual(told);
  });

  it('moves steps and requests to the later plan; what has no place there is ended', async () => {
    await end({ steps: 'move', help: 'move' });
    const { prisma } = world.db;
    const steps = await prisma.fosteringStep.findMany({
      orderBy: { id: 'asc' },
      select: { exemplarId: true, droppedAt: true, fosteringPlan: { select: { planId: true, lead: true } } },
    });
    expect(steps[0]).toMatchObject({
      ...{ exemplarId: carried, droppedAt: null },
      fosteringPlan: { planId: next, lead: 'Chủ tịch' },
    });
    expect(steps[1]).toMatchObject({
      droppedAt: world.clock.now(),
      fosteringPlan: { planId: world.plan.id },
    });
    expect(steps[2]).toMatchObject({ droppedAt: null, fosteringPlan: { planId: world.plan.id } });
    expect(await prisma.helpRequest.findFirst()).toMatchObject({ planId: next, state: 'open' });
  });
});
