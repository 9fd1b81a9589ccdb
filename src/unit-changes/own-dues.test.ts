import { afterEach, beforeEach, expect, test } from 'vitest';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { dueOf } from '../plan/due.ts';
import { recordUnitChange } from './record-change.ts';

let world: NudgeWorld;
beforeEach(async () => {
  world = await createNudgeWorld();
});
afterEach(() => world.db.drop());

/** A move of the registration's due: of the first unit, of the second, or of all. */
type Move = [of: 'glar' | 'trang' | 'all', day: string, exact?: 'exact'];

test.each<[name: string, moves: Move[], heir: string]>([
  [
    'the later of two',
    [
      ['glar', '2021-09-10'],
      ['trang', '2021-09-20'],
    ],
    '2021-09-20',
  ],
  [
    'an earlier one of one unit alone gives way to the day of all',
    [['glar', '2021-08-20', 'exact']],
    '2021-08-24',
  ],
  ['a later one of one unit alone holds', [['glar', '2021-09-20', 'exact']], '2021-09-20'],
  [
    'earlier ones of both hold, the later of them',
    [
      ['glar', '2021-08-20', 'exact'],
      ['trang', '2021-08-22', 'exact'],
    ],
    '2021-08-22',
  ],
  [
    'one that must hold and one that need not',
    [
      ['glar', '2021-08-20', 'exact'],
      ['trang', '2021-08-22'],
    ],
    '2021-08-24',
  ],
  [
    'one that a day for all has replaced is gone',
    [
      ['glar', '2021-09-20'],
      ['all', '2021-09-05', 'exact'],
    ],
    '2021-09-05',
  ],
  [
    'one that came after that day holds',
    [
      ['all', '2021-09-05', 'exact'],
      ['glar', '2021-09-20'],
    ],
    '2021-09-20',
  ],
])('of the dues of merged units: %s', async (_, moves, heir) => {
  const { db, plan } = world;
  const at = world.clock.now();
  const ids = { glar: await world.unit('Xã Glar'), trang: await world.unit('Xã Trang'), all: null };
  const officer = await world.person('Hạnh');
  await world.member(officer, null, 'officer');
  for (const [of, day, exact] of moves)
    await db.prisma.dueMove.create({
      data: {
        ...{ planId: plan.id, duty: 'registration', unitId: ids[of], lastDay: new Date(day) },
        ...{ exact: exact === 'exact', reason: 'Mưa lũ kéo dài nhiều ngày' },
        ...{ at, byId: officer, channel: 'web' },
      },
    });
  const draft = { form: 'unit-change', openedBy: 'u', personId: officer, createdAt: at, updatedAt: at };
  const { id: draftId } = await db.prisma.draft.create({ data: draft });
  const recorded = await recordUnitChange(
    { db, plans: [describePlanKinds(plan)], zone: plan.zone },
    {
      ...{ action: 'merged', on: '2021-08-18', ground: 'Nghị quyết', before: [ids.glar, ids.trang] },
      after: [{ code: 'MOI', name: 'Xã Mới', short: 'Mới', kind: 'commune' }],
      ...{ draftId, by: { personId: officer, channel: 'web' }, at },
    },
  );
  const { units } = await db.prisma.unitChange.findUniqueOrThrow({ where: { id: recorded?.id ?? 0 } });
  const rows = await db.prisma.dueMove.findMany({ orderBy: { id: 'asc' } });
  const moved = rows.map(({ duty, unitId, lastDay, exact }) => ({
    ...{ duty, occurrence: '' as const, unitId, exact },
    lastDay: lastDay.toISOString().slice(0, 10),
  }));
  expect(dueOf({ ...plan, moved }, 'registration', '', units[0])?.lastDay).toBe(heir);
});
