import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { changeStep, type StepChange } from '../fostering/change-step.ts';
import { saveSteps } from '../fostering/save-plan.ts';
import { snooze } from './snooze.ts';
import { at, createNudgeWorld, type NudgeWorld } from './testing/world.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;
let drafts = 0;

beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  liaison = await world.person('Nguyễn Văn A');
  await world.member(liaison, glar);
  // Nothing but steps to be told about.
  await world.register(glar, liaison, 10);
  await world.file(glar, liaison, 'implementationPlan');
});
afterEach(() => world.db.drop());

async function newDraft(): Promise<number> {
  drafts += 1;
  const now = world.clock.now();
  const times = { createdAt: now, updatedAt: now };
  const draft = { form: 'fostering', openedBy: `f${drafts}`, personId: liaison, ...times };
  return (await world.db.prisma.draft.create({ data: draft })).id;
}

const by = () => ({ personId: liaison, channel: 'zalo', at: world.clock.now(), onBehalf: false });

async function plans(...days: string[]): Promise<number[]> {
  const steps = days.map((dueOn, i) => ({
    ...{ exemplarId: null, kind: 'nurture' as const, what: `Việc số ${i + 1}`, who: 'Hội Nông dân', dueOn },
  }));
  const given = { planId: world.plan.id, unitId: glar, lead: 'Chủ tịch', steps, draftId: await newDraft() };
  await saveSteps(world.db, given, by());
  const made = await world.db.prisma.fosteringStep.findMany({ orderBy: { id: 'asc' } });
  return made.map(({ id }) => id);
}

async function changes(stepId: number, change: StepChange): Promise<void> {
  await changeStep(world.db, { stepId, draftId: await newDraft(), change }, by());
}

const stages = async () =>
  (await world.db.prisma.stepNudge.findMany({ orderBy: { id: 'asc' } })).map(
    ({ stage, personId, dueOn }) => `${stage} p${personId} ${dueOn.toISOString().slice(0, 10)}`,
  );

describe('an overdue step of a fostering plan', () => {
  test.each([
    // Friday is the last day: on time until its end.
    ['2021-09-09', '2021-09-10', []],
    ['2021-09-10', '2021-09-10', []],
    // The first stage falls on a Saturday and begins on Monday.
    ['2021-09-11', '2021-09-10', []],
    ['2021-09-13', '2021-09-10', ['after-3']],
    ['2021-09-08', '2021-09-07', ['after-1']],
    ['2021-09-14', '2021-09-07', ['after-7']],
    ['2021-09-28', '2021-09-07', ['after-21']],
  ])('on %s, due %s, is told by %j', async (today, due, told) => {
    await plans(due);
    world.goTo(today);
    await world.planNow();
    expect(await stages()).toEqual(told.map((stage) => `${stage} p${liaison} ${due}`));
  });

  test('climbs stage by stage, once each, until it is done', async () => {
    const [step = 0] = await plans('2021-09-07');
    for (const day of ['2021-09-08', '2021-09-09', '2021-09-10', '2021-09-13', '2021-09-14']) {
      world.goTo(day);
      await world.planNow();
      await world.planNow();
    }
    expect((await stages()).map((one) => one.split(' ')[0])).toEqual(['after-1', 'after-3', 'after-7']);
    await changes(step, { action: 'done', on: '2021-09-14' });
    world.goTo('2021-09-21');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
  });

  test('is told to heads from the stage of the plan, to others of the unit alone', async () => {
    const head = await world.person('Thủ trưởng');
    await world.member(head, glar, 'head');
    await world.member(await world.person('Người khác'), await world.unit('Xã Trang'), 'head');
    await plans('2021-09-07');
    world.goTo('2021-09-08');
    await world.planNow();
    expect((await stages()).toSorted()).toEqual(
      [liaison, head].map((id) => `after-1 p${id} 2021-09-07`).toSorted(),
    );
  });

  test('comes in the one message of the day, with the duties', async () => {
    await world.db.prisma.$executeRaw`delete from filing`;
    await plans('2021-08-23', '2021-08-23');
    world.goTo('2021-08-25');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    await world.sendAll();
    const [message, ...more] = world.sent;
    expect(more).toEqual([]);
    const text = message?.text.replaceAll(/<\/?b>/g, '');
    expect(text).toContain('chưa nộp kế hoạch triển khai');
    expect(text).toContain(
      'Xã Glar có 2 việc bồi dưỡng điển hình quá hạn:\n• Việc số 1 (Hội Nông dân), hạn 23/8/2021',
    );
  });

  test('begins a new ladder when it moves', async () => {
    const [step = 0] = await plans('2021-09-07');
    world.goTo('2021-09-14');
    await world.planNow();
    await changes(step, { action: 'move', to: '2021-09-20' });
    world.goTo('2021-09-20');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
    world.goTo('2021-09-21');
    expect(await world.planNow()).toEqual({ deliveries: 1 });
    expect(await stages()).toEqual([`after-7 p${liaison} 2021-09-07`, `after-1 p${liaison} 2021-09-20`]);
  });

  test.each<[string, StepChange]>([
    ['done', { action: 'done', on: '2021-09-08' }],
    ['moved', { action: 'move', to: '2021-10-01' }],
    ['dropped', { action: 'drop', reason: 'Ngày hội dừng vì dịch bệnh' }],
  ])('is looked at once more before sending: one %s since is left out', async (_, change) => {
    const [step = 0] = await plans('2021-09-07', '2021-09-07');
    world.goTo('2021-09-08');
    await world.planNow();
    await changes(step, change);
    await world.sendAll();
    expect(world.sent).toHaveLength(1);
    expect(world.sent[0]?.text).toContain('Việc số 2');
    expect(world.sent[0]?.text).not.toContain('Việc số 1');
  });

  test('drops the message where nothing is left of it', async () => {
    const [step = 0] = await plans('2021-09-07');
    world.goTo('2021-09-08');
    await world.planNow();
    await changes(step, { action: 'done', on: '2021-09-08' });
    expect(await world.sendAll()).toEqual([expect.objectContaining({ status: 'dropped' })]);
  });

  test('is told again tomorrow to a person who asked, if it is still open', async () => {
    await plans('2021-09-07');
    world.goTo('2021-09-08');
    await world.planNow();
    const delivery = await world.db.prisma.delivery.findFirstOrThrow({ orderBy: { id: 'desc' } });
    await snooze({ ...world, plan: world.plan }, { deliveryId: delivery.id, personId: liaison });
    world.goTo('2021-09-09');
    await world.planNow();
    await world.planNow();
    expect((await stages()).map((one) => one.split(' ')[0])).toEqual(['after-1', 'again-2021-09-09']);
  });

  test('of an exemplar whose approval was taken back waits', async () => {
    const exemplar = await world.db.prisma.exemplar.findFirstOrThrow();
    const [step = 0] = await plans('2021-09-07');
    await world.db.prisma.fosteringStep.update({ where: { id: step }, data: { exemplarId: exemplar.id } });
    world.goTo('2021-09-08');
    expect(await world.planNow()).toEqual({ deliveries: 0 });
    await world.db.prisma.exemplar.update({
      where: { id: exemplar.id },
      data: { status: 'approved', decidedAt: at('2021-08-30'), decidedById: liaison },
    });
    expect(await world.planNow()).toEqual({ deliveries: 1 });
  });
});
