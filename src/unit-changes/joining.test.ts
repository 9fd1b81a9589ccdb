import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { addDays, localDate } from '../plan/calendar.ts';
import type { UnitAction } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import { applyUnitChanges } from './apply-changes.ts';
import { recordUnitChange } from './record-change.ts';

let world: NudgeWorld;
let glar: number;
let trang: number;
let officer: number;
beforeEach(async () => {
  world = await createNudgeWorld({ poolSize: 6 });
  glar = await world.unit('Xã Glar');
  trang = await world.unit('Xã Trang');
  officer = await world.person('Hạnh');
});
afterEach(() => world.db.drop());

const plans = () => [describePlanKinds(world.plan)];

async function records(action: UnitAction, inDays: number): Promise<void> {
  const now = world.clock.now();
  const { id: draftId } = await world.db.prisma.draft.create({
    data: { form: 'unit-change', openedBy: 'u', personId: officer, createdAt: now, updatedAt: now },
  });
  const { zone } = world.plan;
  await recordUnitChange(
    { db: world.db, plans: plans(), zone },
    {
      ...{ action, on: addDays(localDate(now, zone), inDays), ground: 'Nghị quyết sắp xếp' },
      ...(action === 'merged'
        ? { before: [glar, trang], after: [{ code: 'MOI', name: 'Xã Mới', short: 'Mới', kind: 'commune' }] }
        : { before: [glar], after: [] }),
      ...{ draftId, by: { personId: officer, channel: 'web' }, at: now },
    },
  );
}

/** The change of units waits for what another transaction has written. */
const isWaiting = async () => {
  const { rows } = await world.db.pool.query<{ n: number }>(
    `select count(*) as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
  );
  expect(rows).toEqual([{ n: 1 }]);
};

test.each<[way: string, action: UnitAction, inDays: number]>([
  ['merges at once', 'merged', 0],
  ['merges when its day comes', 'merged', 1],
  ['closes at once', 'closed', 0],
  ['closes when its day comes', 'closed', 1],
])('a person who joins at the instant in which the unit %s has no role in it', async (_, action, inDays) => {
  if (inDays > 0) {
    await records(action, inDays);
    world.goTo('2021-08-19');
  }
  const changes = () =>
    inDays > 0
      ? applyUnitChanges({ db: world.db, plans: plans(), now: world.clock.now(), zone: world.plan.zone })
      : records(action, 0);
  const person = await world.person('Bình');
  let changed: Promise<unknown> = Promise.resolve();
  await transact(world.db, async ({ prisma }) => {
    await prisma.membership.create({
      data: { personId: person, unitId: glar, role: 'liaison', since: world.clock.now() },
    });
    changed = changes();
    await vi.waitFor(isWaiting, { timeout: 60_000 });
  });
  await changed;
  const units = await world.db.prisma.membership.findMany({
    where: { personId: person, until: null },
    select: { unit: { select: { code: true } } },
  });
  expect(units).toEqual(action === 'merged' ? [{ unit: { code: 'MOI' } }] : []);
});
