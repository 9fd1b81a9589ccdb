import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import { recordFiling } from './file.ts';
import { listFilings } from './filing.ts';
import { listStandings } from './standing.ts';

let world: NudgeWorld;
let glar: number;
let person: number;

beforeAll(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  person = await world.person('Nguyễn Văn A');
});
afterAll(() => world.db.drop());

async function draftWith(...files: string[]): Promise<number> {
  const now = world.clock.now();
  const uploaded = files.map((name) => ({
    name,
    mime: 'application/pdf',
    size: 3,
    sha256: 'a'.repeat(64),
    storageKey: `attachments/${name}`,
    updateKey: `telegram:${name}`,
    uploadedAt: now,
  }));
  const { id } = await world.db.prisma.draft.create({
    data: {
      form: 'filing',
      personId: person,
      openedBy: `telegram:${files.join()}:${now.getTime()}`,
      createdAt: now,
      updatedAt: now,
      attachments: { create: uploaded },
    },
  });
  return id;
}

function hand(draftId: number, duty = 'implementationPlan', occurrence: Occurrence = '') {
  const filing = {
    unitId: glar,
    duty,
    occurrence,
    personId: person,
    onBehalf: false,
    channel: 'telegram',
    draftId,
  };
  return recordFiling(world, { ...filing, at: world.clock.now() });
}

test('handing in fulfils the duty; the same draft again is the same filing', async () => {
  world.goTo('2021-08-20', '10:00');
  const draft = await draftWith('ke-hoach.pdf', 'phu-luc.pdf');
  const [first, second] = await Promise.all([hand(draft), hand(draft)]);
  expect(first).toMatchObject({ files: 2, late: false, replaces: false });
  expect(second).toEqual(first);
  expect(await hand(draft)).toEqual(first);
  expect(await world.db.prisma.filing.count()).toBe(1);

  const standings = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [glar] });
  expect(standings.find(({ duty }) => duty === 'implementationPlan')).toMatchObject({
    status: 'done',
    doneAt: at('2021-08-20', '10:00'),
  });
});

test('a later filing is the one to read, the first is kept, and the duty stays on time', async () => {
  world.goTo('2021-08-26');
  const again = await hand(await draftWith('ke-hoach-moi.pdf'));
  expect(again).toMatchObject({ files: 1, late: false, supplement: true, replaces: true });

  const filings = await listFilings(world.db.prisma, {
    ...{ planId: 1, unitId: glar, duty: 'implementationPlan', occurrence: '' },
  });
  expect(filings.map(({ files }) => files.map(({ name }) => name))).toEqual([
    ['ke-hoach-moi.pdf'],
    ['ke-hoach.pdf', 'phu-luc.pdf'],
  ]);
  const standings = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [glar] });
  expect(standings.find(({ duty }) => duty === 'implementationPlan')?.status).toBe('done');
});

test('a duty without a date is never late', async () => {
  world.goTo('2026-01-01');
  expect(await hand(await draftWith('tong-ket.pdf'), 'periodSummary')).toMatchObject({ late: false });
});

test('a draft without files, a discarded one and an unknown duty leave nothing behind', async () => {
  const before = await world.db.prisma.filing.count();
  const empty = await draftWith();
  await expect(hand(empty)).rejects.toThrow('at least one file');
  await expect(hand(await draftWith('x.pdf'), 'noSuchDuty')).rejects.toThrow('noSuchDuty');
  await world.db.prisma.draft.update({ where: { id: empty }, data: { state: 'discarded' } });
  await expect(hand(empty)).rejects.toMatchObject({ code: 'draft-gone' });
  expect(await world.db.prisma.filing.count()).toBe(before);
});
