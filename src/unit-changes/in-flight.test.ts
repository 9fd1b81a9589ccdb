import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDraft } from '../drafts/draft.ts';
import { recordFiling } from '../duties/file.ts';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { saveOwnCriterion } from '../exemplars/own-criteria/change-own-criteria.ts';
import { submitExemplar } from '../exemplars/submit.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { recordUnitChange } from './record-change.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;
let drafts = 0;
beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  liaison = await world.person('Bình');
  await world.member(liaison, glar);
});
afterEach(() => world.db.drop());

const by = () => ({ personId: liaison, channel: 'telegram' });

async function draftOf(form: string, answers: object, subject: object = {}): Promise<number> {
  drafts += 1;
  const now = world.clock.now();
  const file = {
    ...{ name: 'ke-hoach.pdf', mime: 'application/pdf', size: 3, sha256: 'a'.repeat(64), uploadedAt: now },
    ...{ storageKey: `attachments/${drafts}`, updateKey: `telegram:${drafts}` },
  };
  const { id } = await world.db.prisma.draft.create({
    data: {
      ...{
        form,
        openedBy: `d${drafts}`,
        personId: liaison,
        answers,
        subject,
        createdAt: now,
        updatedAt: now,
      },
      ...(form === 'filing' && { attachments: { create: file } }),
    },
  });
  return id;
}

/** Ends the unit while the last press of its liaison is on its way. */
async function end(action: Extract<UnitAction, 'merged' | 'closed'>): Promise<void> {
  const other = await world.unit('Xã Trang');
  const after = { code: 'MOI', name: 'Xã Mới', short: 'Mới', kind: 'commune' };
  await recordUnitChange(
    { db: world.db, plans: [describePlanKinds(world.plan)], zone: world.plan.zone },
    {
      ...{ action, on: '2021-08-18', ground: 'Nghị quyết sắp xếp đơn vị' },
      ...(action === 'merged' ? { before: [glar, other], after: [after] } : { before: [glar], after: [] }),
      ...{ draftId: await draftOf('unit-change', {}), by: by(), at: world.clock.now() },
    },
  );
}

async function registers(): Promise<() => Promise<unknown>> {
  const id = await draftOf('register', {
    ...{ unit: String(glar), subject: 'collective', category: 'community', name: 'Mô hình', place: 'Làng' },
    ...{ members: 3, difficult: 'no', labour: 'no', summary: 'Tóm tắt', impact: 'Hiệu quả' },
    ...{ criteria: [], movements: [], endorsedOn: '2021-08-01', exception: null, confirm: 'yes' },
  });
  const draft = await loadDraft(world.db.pool, id);
  if (!draft) throw new Error('no draft');
  return () => submitExemplar(world, { ...by(), draft, onBehalf: false });
}

async function files(): Promise<() => Promise<unknown>> {
  const draftId = await draftOf('filing', {}, { unitId: glar });
  const at = world.clock.now();
  const filing = { unitId: glar, duty: 'implementationPlan', occurrence: '' as const, onBehalf: false };
  return () => recordFiling(world, { ...filing, ...by(), draftId, at });
}

async function addsCriterion(): Promise<() => Promise<unknown>> {
  const draftId = await draftOf('own-criterion', {}, { unitId: glar });
  const given = { planId: world.plan.id, unitId: glar, text: 'Tự quản tốt', subject: null, draftId };
  return () => saveOwnCriterion(world.db, given, { ...by(), at: world.clock.now() });
}

const works = { registers, files, addsCriterion };
const all = Object.keys(works) as (keyof typeof works)[];

const written = async () =>
  Promise.all([
    world.db.prisma.exemplar.count(),
    world.db.prisma.filing.count(),
    world.db.prisma.ownCriterion.count(),
  ]);

test.each(all)('what was sent before the merger stays sent once: %s', async (work) => {
  const send = await works[work]();
  const first = await send();
  const before = await world.db.prisma.exemplar.count();
  await end('merged');
  expect(await send()).toEqual(first);
  expect(await world.db.prisma.exemplar.count()).toBe(before);
});

test.each(all)('a unit that another has just taken over from gets nothing: %s', async (work) => {
  const send = await works[work]();
  await end('merged');
  // No refusal, which would end the draft: the update is handled again, for the new unit.
  await expect(send()).rejects.toThrow('another unit has just taken over');
  expect(await written()).toEqual([0, 0, 0]);
  const { subject, answers, state } = await world.db.prisma.draft.findFirstOrThrow({
    orderBy: { id: 'asc' },
  });
  const made = await world.db.prisma.unit.findUniqueOrThrow({ where: { code: 'MOI' } });
  expect(state).toBe('open');
  expect([subject, answers]).toContainEqual(
    work === 'registers' ? expect.objectContaining({ unit: String(made.id) }) : { unitId: made.id },
  );
});

test.each(all)('a unit that has closed gets nothing: %s', async (work) => {
  const send = await works[work]();
  await end('closed');
  await expect(send()).rejects.toMatchObject({ code: 'unit-unknown' });
  expect(await written()).toEqual([0, 0, 0]);
});
