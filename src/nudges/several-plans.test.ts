import { afterEach, describe, expect, test } from 'vitest';
import { loaded } from '../../tests/support/loaded.ts';
import { loadPlan } from '../plan/load.ts';
import type { Ladder, LoadedPlan } from '../plan/plan.ts';
import { snooze } from './snooze.ts';
import { createNudgeWorld, type NudgeWorld } from './testing/world.ts';

/** A second plan: one document by 27/8/2021, three days after the last day of Plan 101. */
function monthly(ladder: Partial<Ladder> = {}): LoadedPlan {
  const plan = loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml'), 2);
  const document = plan.duties.filter(({ code }) => code === 'implementationPlan');
  return {
    ...plan,
    code: '7/KH-UBND',
    duties: document.map((duty) => ({
      ...{ ...duty, code: 'list', name: { vi: 'Danh sách gương tốt', en: 'List' }, short: undefined },
      due: { rule: 'on', date: '2021-08-27' } as const,
    })),
    ladder: { ...plan.ladder, before: [7, 4, 3, 1], ...ladder },
  };
}

let world: NudgeWorld | undefined;
afterEach(async () => {
  await world?.db.drop();
  world = undefined;
});

/** Xã Glar in both plans with a liaison; a person who serves a unit of the second plan alone. */
async function twoPlans(ladder: Partial<Ladder> = {}) {
  const made = await createNudgeWorld({ others: [monthly(ladder)] });
  world = made;
  const glar = await made.unit('Xã Glar');
  const trang = await made.unit('Xã Trang');
  const { prisma } = made.db;
  for (const unitId of [glar, trang])
    await prisma.planUnit.create({ data: { planId: 2, unitId, kind: 'commune', position: unitId } });
  await prisma.planUnit.delete({ where: { planId_unitId: { planId: 1, unitId: trang } } });
  const both = await made.person('Bình');
  const second = await made.person('Yến');
  await made.member(both, glar);
  await made.member(second, trang);
  return { world: made, both, second, glar };
}

/** The plans of each message that a person got, in order. */
async function toldTo(personId: number, of: NudgeWorld): Promise<number[][]> {
  const rows = await of.db.prisma.delivery.findMany({
    where: { personId, kind: 'nudge' },
    orderBy: { id: 'asc' },
    include: { nudges: { select: { planId: true }, distinct: ['planId'], orderBy: { planId: 'asc' } } },
  });
  return rows.map(({ nudges }) => nudges.map(({ planId }) => planId));
}

describe('duties in two plans are one message a day', () => {
  // On 23/8/2021, Monday, one day before the last day of Plan 101 and four before the other's.
  test.each<[name: string, ladder: Partial<Ladder>, times: string[], both: number[][], second: number[][]]>([
    ['at the same hour', {}, ['08:00'], [[1, 2]], [[2]]],
    ['looked at every hour', {}, ['08:00', '09:00', '10:00', '17:00'], [[1, 2]], [[2]]],
    ['the second an hour later', { at: '09:00', from: '09:00' }, ['08:00', '09:00'], [[1, 2]], [[2]]],
    ['the second an hour earlier', { at: '07:30' }, ['07:30', '08:00'], [[1, 2]], [[2]]],
    ['the second in the afternoon', { at: '14:00', from: '13:00' }, ['08:00', '14:00'], [[1, 2]], [[2]]],
    ['the second later, seen late in the day', { at: '09:00' }, ['16:00'], [[1, 2]], [[2]]],
    ['no stage of the second today', { before: [3] }, ['08:00', '09:00'], [[1]], []],
    [
      'the first seen at the hour of the second',
      { at: '07:30', until: '07:45' },
      ['07:40', '08:10'],
      [[1, 2]],
      [[2]],
    ],
  ])('%s', async (_, ladder, times, both, second) => {
    const { world: office, ...people } = await twoPlans(ladder);
    for (const time of times) {
      office.goTo('2021-08-23', time);
      await Promise.all([office.planNow(), office.planNow()]);
    }
    expect(await toldTo(people.both, office)).toEqual(both);
    expect(await toldTo(people.second, office)).toEqual(second);
  });

  test('on days of their own they are told on each day', async () => {
    const { world: office, both } = await twoPlans({ before: [3] });
    for (const day of ['2021-08-23', '2021-08-24']) {
      office.goTo(day);
      await office.planNow();
    }
    expect(await toldTo(both, office)).toEqual([[1], [1, 2]]);
  });

  test('a reminder of one plan and a stage of the other are one message', async () => {
    const { world: office, both } = await twoPlans({ before: [3] });
    office.goTo('2021-08-23');
    await office.planNow();
    const asked = await office.db.prisma.delivery.findFirstOrThrow({ where: { personId: both } });
    await snooze(office, { deliveryId: asked.id, personId: both });
    office.goTo('2021-08-24');
    await office.planNow();
    expect(await toldTo(both, office)).toEqual([[1], [1, 2]]);
  });

  test('each line names its plan, and what was done in one is left out', async () => {
    const { world: office, both, glar } = await twoPlans();
    office.goTo('2021-08-23');
    await office.planNow();
    await office.file(glar, both, 'implementationPlan');
    await office.sendAll();
    const text = office.sent.find(({ personId }) => personId === both)?.text.replaceAll(/<\/?b>/g, '');
    expect(text).toBe(
      [
        'Xã Glar còn thiếu 10 điển hình (đã có 0/10–15) theo kế hoạch 101/KH-UBND. Hạn chót 24/8/2021, còn 1 ngày.',
        'Xã Glar chưa nộp danh sách gương tốt theo kế hoạch 7/KH-UBND. Hạn chót 27/8/2021, còn 4 ngày.',
      ].join('\n'),
    );
  });
});
