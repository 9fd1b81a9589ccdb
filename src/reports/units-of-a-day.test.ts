import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../tests/documents/read-table.ts';
import { calendar } from '../../tests/documents/sample.ts';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { applyUnitChanges } from '../unit-changes/apply-changes.ts';
import { byUnit } from './by-unit.ts';
import { detail } from './detail.ts';

let world: NudgeWorld;
let tempDir = '';
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-reports-'));
  world = await createNudgeWorld();
  const liaison = await world.person('Bình');
  const units = [await world.unit('Xã Glar'), await world.unit('Xã Trang'), await world.unit('Xã Tân Bình')];
  for (const id of units) await world.member(liaison, id);
  await world.register(units[0] ?? 0, liaison, 3);
  await world.register(units[1] ?? 0, liaison, 2);
  // Recorded years later: the third commune registered nothing in 2021, and was there all the same.
  await world.db.prisma.unitChange.create({
    data: {
      ...{
        officeId: 1,
        action: 'merged',
        on: new Date('2025-07-01'),
        ground: 'Nghị quyết sắp xếp',
        units: [],
      },
      ...{ before: units, byId: liaison, channel: 'web', madeBy: 'draft:1', recordedAt: at('2025-06-20') },
      after: [{ code: 'MOI', name: 'Xã Đak Đoa', short: 'Đak Đoa', kind: 'commune' }],
    },
  });
  const now = at('2025-07-01');
  world.clock.set(now);
  await applyUnitChanges({
    db: world.db,
    plans: [describePlanKinds(world.plan)],
    now,
    zone: world.plan.zone,
  });
});
afterAll(async () => {
  await world.db.drop();
  await rm(tempDir, { recursive: true });
});

const made = async (report: typeof byUnit, year: number) => {
  const { db, plan } = world;
  const request = { year, locale: 'vi', by: 'x', now: at('2025-08-01') } as const;
  return readTable((await report.make({ db, plan, calendar, tempDir }, request)).path);
};

test.each([
  [
    2021,
    [
      ['Xã Glar', 3],
      ['Xã Trang', 2],
      ['Xã Tân Bình', 0],
    ],
  ],
  [
    2024,
    [
      ['Xã Glar', 3],
      ['Xã Trang', 2],
      ['Xã Tân Bình', 0],
    ],
  ],
  [2025, [['Xã Đak Đoa', 5]]],
])('the report by unit of %d shows the units of its day', async (year, lines) => {
  const table = await made(byUnit, year);
  expect(table.lines.map((line) => [line[1], line[4]])).toEqual(lines);
});

test('a list of 2021 names the communes of 2021, and codes stay', async () => {
  const table = await made(detail, 2021);
  expect(table.lines.map((line) => line[1])).toHaveLength(5);
  const text = JSON.stringify(table.groups) + JSON.stringify(table.lines);
  expect(table.groups.map(({ label }) => label).join()).toContain('Xã Glar');
  expect(text).not.toContain('Xã Đak Đoa');
});
