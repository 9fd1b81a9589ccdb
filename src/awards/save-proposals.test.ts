import { afterAll, beforeAll, expect, it } from 'vitest';
import { layUnits, plan101, register } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { findSameProposal, listProposals } from './proposal.ts';
import { saveProposals } from './save-proposals.ts';

let db: TestDatabase;
let of: { planId: number; unitId: number; year: number };
let exemplarId: number;
let by: { personId: number; channel: string; at: Date };
beforeAll(async () => {
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const [unit] = units;
  if (!unit) throw new Error('no unit');
  await register(db, plan101, liaison, [{ unit, number: 1, status: 'approved' }]);
  const { id, unitId } = await db.prisma.exemplar.findFirstOrThrow();
  exemplarId = id;
  of = { planId: 1, unitId, year: 2021 };
  const person = await db.prisma.person.findFirstOrThrow();
  by = { personId: person.id, channel: 'web', at: new Date('2021-12-14T02:00:00Z') };
});
afterAll(() => db.drop());

const merit = { form: 'merit', title: null, level: 'district' };
const worker = { form: null, title: 'worker', level: 'base' };
const save = (...wanted: [award: typeof merit | typeof worker, grounds: string][]) =>
  db.prisma.$transaction((tx) =>
    saveProposals(
      tx,
      of,
      wanted.map(([award, grounds]) => ({ ...award, grounds, exemplarId })),
      by,
    ),
  );
const steps = async () =>
  (await db.prisma.awardProposalChange.findMany({ orderBy: { id: 'asc' } })).map(({ action }) => action);

it('writes what a report proposes once, with its history', async () => {
  await save([merit, 'Giảm 12 hộ nghèo'], [worker, 'Lao động giỏi']);
  await save([merit, 'Giảm 12 hộ nghèo'], [worker, 'Lao động giỏi']);
  expect(await steps()).toEqual(['propose', 'propose']);
  await save([merit, 'Giảm 14 hộ nghèo'], [worker, 'Lao động giỏi']);
  await save([merit, 'Giảm 14 hộ nghèo']);
  expect(await steps()).toEqual(['propose', 'propose', 'change', 'withdraw']);
  const listed = await listProposals(db.prisma, of);
  expect(listed).toMatchObject([{ form: 'merit', grounds: 'Giảm 14 hộ nghèo', state: 'proposed' }]);
});

it('withdraws nothing that officers have begun with', async () => {
  await db.prisma.awardProposal.updateMany({
    where: { form: 'merit' },
    data: { state: 'forwarded', decidedAt: by.at },
  });
  await save();
  expect((await listProposals(db.prisma, of)).map(({ state }) => state)).toEqual(['forwarded']);
});

it.each([
  ['of another unit', merit, { unitId: 999 }, {}, true],
  ['of another plan', merit, { planId: 999 }, {}, true],
  ['of the report itself', merit, {}, {}, false],
  ['for another level', { ...merit, level: 'base' }, { unitId: 999 }, {}, false],
  ['for a title', worker, { unitId: 999 }, {}, false],
  ['in another year', merit, { unitId: 999 }, { year: 2022 }, false],
])('the same proposal is pointed out to a report %s: %j', async (_, award, report, more, is) => {
  const wanted = { exemplarId, year: 2021, ...award, ...more };
  const { planId, unitId } = of;
  const found = await findSameProposal(db.prisma, wanted, { planId, unitId, ...report });
  expect(found !== undefined).toBe(is);
});
