import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { recordUnitChange } from '../unit-changes/record-change.ts';
import { changeLead } from './change-lead.ts';
import { changeStep, type StepChange } from './change-step.ts';
import { listFosteringHistory } from './fostering-history.ts';
import { listFosteringStandings } from './fostering-standing.ts';
import { listFosterable, listSteps } from './read-fostering.ts';
import { saveSteps } from './save-plan.ts';
import type { PlannedStep } from './step.ts';

let world: NudgeWorld;
let glar: number;
let binh: number;
let drafts = 0;
beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  binh = await world.person('Bình');
  await world.member(binh, glar);
});
afterEach(() => world.db.drop());

async function newDraft(): Promise<number> {
  drafts += 1;
  const now = world.clock.now();
  const draft = { form: 'fostering', openedBy: `d${drafts}`, personId: binh, createdAt: now, updatedAt: now };
  return (await world.db.prisma.draft.create({ data: draft })).id;
}

const by = () => ({ personId: binh, channel: 'zalo', at: world.clock.now(), onBehalf: false });
const step = (what: string, more: Partial<PlannedStep> = {}): PlannedStep => ({
  ...{ exemplarId: null, kind: 'nurture', what, who: 'Hội Nông dân', dueOn: '2021-11-30', ...more },
});

interface Saving {
  unitId?: number;
  lead?: string;
  draftId?: number;
}

async function save(steps: PlannedStep[], { unitId = glar, ...more }: Saving = { lead: 'Chủ tịch' }) {
  const draftId = more.draftId ?? (await newDraft());
  return saveSteps(world.db, { planId: world.plan.id, unitId, steps, ...more, draftId }, by());
}

const stepsOf = (unitId = glar) => listSteps(world.db.prisma, { planId: world.plan.id, unitId });
const whatOf = async (unitId = glar) => (await stepsOf(unitId)).map(({ what }) => what).sort();
const historyOf = async (unitId = glar) => {
  const of = { planId: world.plan.id, unitId };
  const { items } = await listFosteringHistory(world.db.prisma, of, { limit: 50, offset: 0 });
  return items.map(({ action }) => action).toReversed();
};

async function approved(unitId: number, n: number): Promise<number[]> {
  await world.register(unitId, binh, n);
  const decided = { status: 'approved', decidedAt: world.clock.now(), decidedById: binh } as const;
  await world.db.prisma.exemplar.updateMany({ where: { unitId }, data: decided });
  const all = await world.db.prisma.exemplar.findMany({ where: { unitId }, orderBy: { id: 'asc' } });
  return all.map(({ id }) => id);
}

describe('a fostering plan', () => {
  it('is saved once by its draft, with a line of history for each step', async () => {
    const draftId = await newDraft();
    await save([step('Một'), step('Hai')], { lead: 'Chủ tịch', draftId });
    await save([step('Một'), step('Hai')], { lead: 'Chủ tịch', draftId });
    expect(await whatOf()).toEqual(['Hai', 'Một']);
    expect(await historyOf()).toEqual(['save', 'add', 'add']);
  });

  it('of two people at once is one: the steps of both, the leader of the first', async () => {
    const [first, second] = await Promise.all([
      save([step('Một')], { lead: 'Chủ tịch' }),
      save([step('Hai')], { lead: 'Phó Chủ tịch' }),
    ]);
    expect([first.joined, second.joined].sort()).toEqual([false, true]);
    expect(await whatOf()).toEqual(['Hai', 'Một']);
    expect(await world.db.prisma.fosteringPlan.count()).toBe(1);
  });

  it.each<[string, Saving, PlannedStep[], string]>([
    ['steps of none', {}, [step('Một')], 'fostering-plan-unknown'],
    [
      'an exemplar of another unit',
      { lead: 'A' },
      [step('Một', { exemplarId: 999_999 })],
      'exemplar-not-found',
    ],
    ['a unit that there is not', { unitId: 999_999, lead: 'A' }, [step('Một')], 'unit-unknown'],
    ['a draft that is gone', { lead: 'A', draftId: 999_999 }, [step('Một')], 'draft-gone'],
  ])('refuses %s', async (_, of, steps, code) => {
    await expect(save(steps, of)).rejects.toMatchObject({ code });
    expect(await world.db.prisma.fosteringStep.count()).toBe(0);
  });

  it('gets another leader, noted once', async () => {
    await save([step('Một')]);
    const of = { planId: world.plan.id, unitId: glar, draftId: await newDraft() };
    await changeLead(world.db, { ...of, lead: 'Phó Chủ tịch' }, by());
    await changeLead(world.db, { ...of, lead: 'Người khác' }, by());
    await changeLead(world.db, { ...of, lead: 'Phó Chủ tịch', draftId: await newDraft() }, by());
    expect(await historyOf()).toEqual(['save', 'add', 'lead']);
  });
});

describe('a step', () => {
  const reason = 'Dừng vì dịch bệnh';
  it.each<[string, StepChange[], string, string]>([
    [
      'done and done again',
      [
        { action: 'done', on: '2021-10-01' },
        { action: 'done', on: '2021-10-02' },
      ],
      'fostering-step-over',
      'done',
    ],
    [
      'dropped and then moved',
      [
        { action: 'drop', reason },
        { action: 'move', to: '2021-12-01' },
      ],
      'fostering-step-over',
      'drop',
    ],
    [
      'done and then dropped',
      [
        { action: 'done', on: '2021-10-01' },
        { action: 'drop', reason },
      ],
      'fostering-step-over',
      'done',
    ],
    ['open and opened again', [{ action: 'reopen', reason }], 'fostering-step-open', 'add'],
    [
      'opened again twice',
      [
        { action: 'drop', reason },
        { action: 'reopen', reason },
        { action: 'reopen', reason },
      ],
      'fostering-step-open',
      'reopen',
    ],
  ])('%s is refused the last time', async (_, changes, code, last) => {
    await save([step('Một')]);
    const [{ id: stepId } = { id: 0 }] = await stepsOf();
    const change = async (one: StepChange) =>
      changeStep(world.db, { stepId, draftId: await newDraft(), change: one }, by());
    for (const one of changes.slice(0, -1)) await change(one);
    const end = changes.at(-1);
    if (!end) throw new Error('nothing to try');
    await expect(change(end)).rejects.toMatchObject({ code });
    expect((await historyOf()).at(-1)).toBe(last);
  });

  it('is changed once by its draft', async () => {
    await save([step('Một')]);
    const [{ id: stepId } = { id: 0 }] = await stepsOf();
    const of = { stepId, draftId: await newDraft(), change: { action: 'move', to: '2021-12-24' } as const };
    await changeStep(world.db, of, by());
    await changeStep(world.db, of, by());
    expect(await historyOf()).toEqual(['save', 'add', 'move']);
    expect((await stepsOf())[0]?.dueOn).toBe('2021-12-24');
  });
});

describe('where a unit stands', () => {
  it('counts exemplars without a step only while no step is for all', async () => {
    const standing = async () =>
      (
        await listFosteringStandings(world.db.pool, {
          ...{ planIds: [world.plan.id], unitIds: [glar], today: '2021-12-01' },
        })
      )[0];
    expect(await standing()).toBeUndefined();
    const [first = 0] = await approved(glar, 3);
    expect(await standing()).toMatchObject({ exemplars: 3, uncovered: 3, planned: false, steps: 0 });
    await save([step('Một', { exemplarId: first })]);
    expect(await standing()).toMatchObject({
      uncovered: 2,
      planned: true,
      steps: 1,
      overdue: 1,
      next: 'Một',
    });
    await save([step('Chung', { dueOn: '2022-01-31' })], {});
    expect(await standing()).toMatchObject({ uncovered: 0, steps: 2, overdue: 1, nextDueOn: '2021-11-30' });
  });
});

describe('when units change', () => {
  async function change(action: UnitAction, before: number[], after: object[]): Promise<number[]> {
    const at = world.clock.now();
    const entry = { action, on: '2021-08-18', ground: 'Nghị quyết', before, draftId: await newDraft(), at };
    const recorded = await recordUnitChange(
      { db: world.db, plans: [describePlanKinds(world.plan)], zone: world.plan.zone },
      {
        ...entry,
        by: { personId: binh, channel: 'web' },
        after: after.map((part, i) => ({
          ...{ code: `P${i}X`, name: `Xã mới ${i}`, short: `Mới ${i}`, kind: 'commune', ...part },
        })),
      },
    );
    const made = await world.db.prisma.unitChange.findUniqueOrThrow({ where: { id: recorded?.id ?? 0 } });
    return made.units;
  }

  it('a merger joins the plans: steps and history of both, the leader of the older', async () => {
    const trang = await world.unit('Xã Trang');
    await save([step('Của Glar')]);
    await save([step('Của Trang')], { unitId: trang, lead: 'Người khác' });
    const [made = 0] = await change('merged', [glar, trang], [{}]);
    expect(await whatOf(made)).toEqual(['Của Glar', 'Của Trang']);
    expect((await historyOf(made)).filter((action) => action === 'add')).toHaveLength(2);
    const plan = await world.db.prisma.fosteringPlan.findFirst({ where: { unitId: made } });
    expect(plan?.lead).toBe('Chủ tịch');
  });

  it('a division takes the steps of an exemplar to its part', async () => {
    const [first = 0, second = 0] = await approved(glar, 2);
    await save([
      step('Riêng một', { exemplarId: first }),
      step('Riêng hai', { exemplarId: second }),
      step('Chung'),
    ]);
    const [heir = 0, part = 0] = await change('split', [glar], [{}, { exemplars: [second] }]);
    expect(await whatOf(heir)).toEqual(['Chung', 'Riêng một']);
    expect(await whatOf(part)).toEqual(['Riêng hai']);
    const of = { planId: world.plan.id, unitId: part };
    expect((await listFosterable(world.db.prisma, of)).map(({ id }) => id)).toEqual([second]);
  });
});
