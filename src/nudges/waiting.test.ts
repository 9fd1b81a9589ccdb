import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import { sayWaiting } from './say-waiting.ts';
import { createNudgeWorld, type NudgeWorld } from './testing/world.ts';
import { countWaiting, type WaitingNow } from './waiting.ts';

const registration = (units: number, own = 0) => ({ duty: 'registration', units, own });
const plans = (units: number, own = 0) => ({ duty: 'implementationPlan', units, own });
const none = { steps: 0, units: 0 };

describe('the line', () => {
  it.each<[WaitingNow, string | undefined, string | undefined]>([
    [
      { exemplars: 3, documents: 2, help: 0, overdue: [registration(52)], steps: none },
      'Việc đang chờ: 3 hồ sơ chờ duyệt, 2 văn bản; 52 đơn vị quá hạn đăng ký.',
      'Waiting: 3 exemplars to review, 2 documents; 52 units overdue with their registration.',
    ],
    [
      { exemplars: 0, documents: 1, help: 2, overdue: [], steps: none },
      'Việc đang chờ: 1 văn bản chờ xem, 2 đề nghị giúp đỡ chưa nhận.',
      'Waiting: 1 document to look at, 2 requests for help.',
    ],
    [
      { exemplars: 1, documents: 0, help: 0, overdue: [], steps: none },
      'Việc đang chờ: 1 hồ sơ chờ duyệt.',
      'Waiting: 1 exemplar to review.',
    ],
    [
      { exemplars: 0, documents: 4, help: 0, overdue: [], steps: none },
      'Việc đang chờ: 4 văn bản chờ xem.',
      'Waiting: 4 documents to look at.',
    ],
    [
      { exemplars: 0, documents: 0, help: 0, overdue: [registration(1), plans(7)], steps: none },
      'Việc đang chờ: 1 đơn vị quá hạn đăng ký, 7 đơn vị quá hạn nộp kế hoạch triển khai.',
      'Waiting: 1 unit overdue with its registration, 7 units overdue with: implementation plan.',
    ],
    [
      { exemplars: 0, documents: 0, help: 0, overdue: [registration(51, 1)], steps: none },
      'Việc đang chờ: 51 đơn vị khác quá hạn đăng ký.',
      'Waiting: 51 other units overdue with their registration.',
    ],
    [
      { exemplars: 0, documents: 0, help: 0, overdue: [], steps: { steps: 1, units: 1 } },
      'Việc đang chờ: 1 việc bồi dưỡng quá hạn ở 1 đơn vị.',
      'Waiting: one overdue fostering step in one unit.',
    ],
    [
      { exemplars: 2, documents: 0, help: 0, overdue: [plans(4)], steps: { steps: 12, units: 5 } },
      'Việc đang chờ: 2 hồ sơ chờ duyệt; 4 đơn vị quá hạn nộp kế hoạch triển khai, 12 việc bồi dưỡng quá hạn ở 5 đơn vị.',
      'Waiting: 2 exemplars to review; 4 units overdue with: implementation plan, 12 overdue fostering steps in 5 units.',
    ],
    [
      { exemplars: 0, documents: 0, help: 0, overdue: [registration(0, 1)], steps: none },
      undefined,
      undefined,
    ],
    [{ exemplars: 0, documents: 0, help: 0, overdue: [], steps: none }, undefined, undefined],
  ])('%j', (waiting, vi, en) => {
    expect([sayWaiting(plan101, 'vi', waiting), sayWaiting(plan101, 'en', waiting)]).toEqual([vi, en]);
  });
});

describe('what is counted', () => {
  let world: NudgeWorld;
  let officer: number;
  let units: number[];
  beforeAll(async () => {
    world = await createNudgeWorld();
    officer = await world.person('Hạnh');
    await world.member(officer, null, 'officer');
    units = [];
    for (const name of ['Xã Glar', 'Xã Trang', 'Xã Hà Bầu']) units.push(await world.unit(name));
  });
  afterAll(() => world.db.drop());

  const count = () => countWaiting({ ...world, now: world.clock.now() }, officer);

  it('before the due nothing is overdue', async () => {
    expect(await count()).toEqual({ exemplars: 0, documents: 0, help: 0, overdue: [], steps: none });
  });

  it('counts waiting exemplars, the newest documents, and overdue units', async () => {
    const [glar = 0, trang = 0] = units;
    await world.register(glar, officer, 10);
    await world.register(trang, officer, 3);
    await world.db.prisma.exemplar.updateMany({
      where: { unitId: trang },
      data: { status: 'returned', decidedAt: world.clock.now() },
    });
    for (const _ of ['first', 'again']) await world.file(glar, officer, 'implementationPlan');
    await world.file(trang, officer, 'implementationPlan');
    await world.db.prisma.filing.updateMany({
      where: { unitId: trang },
      data: { status: 'accepted', decidedAt: world.clock.now(), decidedById: officer },
    });
    world.goTo('2021-08-25', '08:00');
    expect(await count()).toEqual({
      exemplars: 10,
      documents: 1,
      help: 0,
      overdue: [registration(2), plans(1)],
      steps: none,
    });
  });

  it('counts overdue fostering steps that are open, and the units that have them', async () => {
    const { prisma } = world.db;
    const [glar = 0, trang = 0] = units;
    const [approved, gone] = await prisma.exemplar.findMany({
      where: { unitId: glar },
      orderBy: { id: 'asc' },
    });
    const at = world.clock.now();
    await prisma.exemplar.update({
      where: { id: approved?.id ?? 0 },
      data: { status: 'approved', decidedAt: at, decidedById: officer },
    });
    const step = (what: string, day: string, more: object = {}) => ({
      ...{ kind: 'nurture' as const, what, who: 'Hội Nông dân', dueOn: new Date(day) },
      ...more,
    });
    const lead = { lead: 'Chủ tịch', savedAt: at, byId: officer };
    await prisma.fosteringPlan.create({
      data: {
        ...{ planId: world.plan.id, unitId: glar, ...lead },
        steps: {
          create: [
            step('Tập huấn', '2021-08-20', { exemplarId: approved?.id }),
            step('Tham quan', '2021-08-24'),
            step('Đến hạn hôm nay', '2021-08-25'),
            step('Đã làm', '2021-08-20', { doneOn: new Date('2021-08-19') }),
            step('Đã bỏ', '2021-08-20', { droppedAt: at, dropReason: 'Không còn phù hợp nữa.' }),
            step('Chưa được duyệt', '2021-08-20', { exemplarId: gone?.id }),
          ],
        },
      },
    });
    await prisma.fosteringPlan.create({
      data: {
        planId: world.plan.id,
        unitId: trang,
        ...lead,
        steps: { create: [step('Nêu gương', '2021-08-01')] },
      },
    });
    expect((await count()).steps).toEqual({ steps: 3, units: 2 });
  });

  it("leaves an officer's own unit to the ladder", async () => {
    await world.member(officer, units[2] ?? 0, 'head');
    expect((await count()).overdue).toEqual([registration(1, 1), plans(0, 1)]);
    await world.member(officer, units[0] ?? 0, 'liaison');
    expect((await count()).steps).toEqual({ steps: 1, units: 1 });
  });
});
