import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freshDatabase } from '../../tests/support/database.ts';
import { loadPlan, loadUnits } from '../plan/load.ts';
import { loadPlanText } from '../plans/load-plan.ts';
import { openPlans } from '../plans/plans.ts';
import { loadRoster } from '../units/units.ts';
import { addSamplePeople, listSamplePeople } from './people.ts';

const at = new Date('2023-03-01T08:00:00+07:00');

test.each([
  [
    'prisma/plans/101-kh-ubnd.yaml',
    'prisma/units/dak-doa.yaml',
    ['Xã Glar', 'Xã Glar', 'Xã Glar', 'Công an huyện', 'Hội Liên hiệp Phụ nữ huyện'],
  ],
  [
    'tests/fixtures/plans/small.yaml',
    'tests/fixtures/plans/small-units.yaml',
    ['Thôn Đông', 'Thôn Đông', 'Thôn Đông', 'Thôn Đoài', 'Thôn Hạ'],
  ],
])('sample people of %s serve three units of its roster', async (planFile, unitsFile, units) => {
  const db = await freshDatabase({ poolSize: 2 });
  const plan = loadPlan(planFile);
  await loadPlanText(db, { name: planFile, text: readFileSync(planFile, 'utf8') }, { at });
  const plans = await openPlans(db, plan.code);
  await loadRoster(db.pool, loadUnits(unitsFile, plan), { planId: plans.leading().id, at });
  await addSamplePeople(db, 'Người mới', at);
  const people = await listSamplePeople(db.pool);
  expect(people.flatMap(({ unit }) => unit ?? [])).toEqual(units);
  expect(people.at(-1)).toMatchObject({ name: 'Người mới', role: 'newcomer', unnamed: true });
  await db.drop();
});
