import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createNudgeWorld, type NudgeWorld } from '../../nudges/testing/world.ts';
import { listStandings } from '../standing.ts';

let world: NudgeWorld;
let glar: number;
let other: number;
let binh: number;
let exemplarId: number;
beforeEach(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  other = await world.unit('Xã Trang');
  binh = await world.person('Bình');
  world.goTo('2021-09-01');
  await world.register(glar, binh, 1);
  ({ id: exemplarId } = await world.db.prisma.exemplar.findFirstOrThrow());
  world.goTo('2021-12-10');
});
afterEach(() => world.db.drop());

const of = () => ({ planId: world.plan.id, unitId: glar, year: 2021 });
const propose = (more: object = {}) =>
  world.db.prisma.awardProposal.create({
    data: {
      ...{ ...of(), exemplarId, form: 'merit', level: 'district', grounds: 'Giảm 12 hộ nghèo' },
      ...{ proposedAt: world.clock.now(), ...more },
    },
  });
const file = async (duty: string, more: object = {}) =>
  world.db.prisma.filing.create({
    data: {
      ...{ planId: world.plan.id, unitId: glar, duty, occurrence: '2021', filedById: binh, channel: 'web' },
      ...{ filedAt: world.clock.now(), ...more },
    },
  });
const report = async (more: object = {}) => {
  const { id: filingId } = await file('annualReport', more);
  const texts = { results: '', difficulties: '', proposals: '', directions: '', answers: {} };
  await world.db.prisma.annualReport.create({ data: { ...of(), ...texts, filingId } });
};
const returned = () => ({
  ...{ status: 'returned', decidedAt: world.clock.now(), decisionReason: 'Thiếu số liệu so sánh' },
});
const standingOf = async (unitId: number) => {
  const all = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [unitId] });
  return all.find(({ duty, occurrence }) => duty === 'awardProposals' && occurrence === '2021');
};

describe('award proposals of a year', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['are open while nothing was said of them', async () => undefined, 'optional'],
    ['are done by a proposal', propose, 'done'],
    ['are done by a report without any', report, 'done'],
    [
      'are done by a report that is accepted',
      () => report({ status: 'accepted', decidedAt: world.clock.now() }),
      'done',
    ],
    ['are open again after the report came back', () => report(returned()), 'optional'],
    [
      'are done by a nil return of the report',
      () => file('annualReport', { nilReason: 'Không có điển hình' }),
      'done',
    ],
    ['are not said by a report that is a document alone', () => file('annualReport'), 'optional'],
    ['are done by a document of their own', () => file('awardProposals'), 'done'],
    ['are open after that document came back', () => file('awardProposals', returned()), 'optional'],
    ['are open after the unit withdrew them', () => propose({ state: 'withdrawn' }), 'optional'],
    ['of another year say nothing of this one', () => propose({ year: 2020 }), 'optional'],
  ])('%s', async (_, make, status) => {
    await make();
    expect((await standingOf(glar))?.status).toBe(status);
    expect((await standingOf(other))?.status).toBe('optional');
  });

  it('are done on the day of the first of them', async () => {
    const first = world.clock.now();
    await propose();
    world.goTo('2021-12-14');
    await report();
    expect(await standingOf(glar)).toMatchObject({ status: 'done', doneAt: first });
  });

  it('are late behind the last day', async () => {
    world.goTo('2021-12-16');
    await propose();
    expect(await standingOf(glar)).toMatchObject({ status: 'doneLate' });
  });

  it('are those of the unit that has the exemplar now, too', async () => {
    await propose();
    await world.db.prisma.exemplar.updateMany({ data: { unitId: other, originUnitId: glar } });
    expect((await standingOf(other))?.status).toBe('done');
  });
});
