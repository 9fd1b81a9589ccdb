import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { at, createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import type { Occurrence } from '../plan/occurrence.ts';
import { decideFiling, type FilingDecision } from './decide-filing.ts';
import { recordFiling } from './file.ts';
import { findFiling, listFiledDuties, listFilings } from './filing.ts';
import { listStandings } from './standing.ts';

let world: NudgeWorld;
let glar: number;
let liaison: number;
let colleague: number;
let officer: number;
let other: number;
let files = 0;

beforeAll(async () => {
  world = await createNudgeWorld();
  glar = await world.unit('Xã Glar');
  liaison = await world.person('Nguyễn Văn Bình');
  colleague = await world.person('Siu Hà');
  officer = await world.person('Trần Thị Hạnh');
  other = await world.person('Lê Văn Hai');
  await world.member(liaison, glar);
  await world.member(colleague, glar);
  await world.member(officer, null, 'officer');
  await world.member(other, null, 'officer');
});
afterAll(() => world.db.drop());
beforeEach(() => world.goTo('2021-08-19', '09:00'));

/** Hands in one file for a duty; each test has a duty of its own, so that versions do not mix. */
async function hand(
  duty: string,
  occurrence: Occurrence = '',
  by = liaison,
  onBehalf = false,
): Promise<number> {
  files += 1;
  const now = world.clock.now();
  const { id: draftId } = await world.db.prisma.draft.create({
    data: {
      form: 'filing',
      personId: by,
      openedBy: `telegram:${files}`,
      createdAt: now,
      updatedAt: now,
      attachments: {
        create: {
          name: `${files}.pdf`,
          mime: 'application/pdf',
          size: 3,
          sha256: 'a'.repeat(64),
          storageKey: `attachments/${files}`,
          updateKey: `telegram:file:${files}`,
          uploadedAt: now,
        },
      },
    },
  });
  const filing = {
    unitId: glar,
    duty,
    occurrence,
    personId: by,
    onBehalf,
    channel: 'zalo',
    draftId,
    at: now,
  };
  const { filingId } = await recordFiling(world, filing);
  return filingId;
}

const decide = (id: number, decision: FilingDecision, personId = officer, draftId?: number) =>
  decideFiling(world, id, decision, { personId, channel: 'web', ...(draftId ? { draftId } : {}) });
const back = (reason = 'Thiếu chữ ký của Chủ tịch'): FilingDecision => ({ action: 'return', reason });

async function told(id: number): Promise<string[]> {
  const rows = await world.db.prisma.delivery.findMany({
    where: { key: { startsWith: `filing:${id}:` } },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ kind, personId }) => `${kind} ${personId}`);
}

async function statusOf(duty: string, occurrence: Occurrence = '') {
  const standings = await listStandings({ ...world, now: world.clock.now() }, { unitIds: [glar] });
  return standings.find((one) => one.duty === duty && one.occurrence === occurrence);
}

describe('a decision on a document', () => {
  test('is recorded with who, when and where, and told to the person who handed it in', async () => {
    const id = await hand('periodSummary');
    world.goTo('2021-08-20', '10:00');
    const { filing, deliveries } = await decide(id, { action: 'accept' });
    expect(filing).toMatchObject({ status: 'accepted', decidedBy: 'Trần Thị Hạnh', decidedById: officer });
    expect(deliveries).toHaveLength(1);
    expect(await told(id)).toEqual([`filing-accept ${liaison}`]);
    expect(filing.changes).toEqual([
      {
        at: at('2021-08-19', '09:00'),
        who: 'Nguyễn Văn Bình',
        channel: 'zalo',
        action: 'submit',
        reason: null,
      },
      { at: at('2021-08-20', '10:00'), who: 'Trần Thị Hạnh', channel: 'web', action: 'accept', reason: null },
    ]);
  });

  test.each<[string, FilingDecision]>([
    ['accepting', { action: 'accept' }],
    ['returning', back()],
  ])('%s twice, also at the same moment, is deciding once', async (_, decision) => {
    const id = await hand('annualReport', '2020');
    await Promise.all([decide(id, decision), decide(id, decision)]);
    const again = await decide(id, decision);
    expect(again.deliveries).toEqual([]);
    expect(again.filing.changes).toHaveLength(2);
    expect(await told(id)).toHaveLength(1);
  });

  test.each<[FilingDecision, FilingDecision, string]>([
    [{ action: 'accept' }, back(), 'accepted'],
    [back(), { action: 'accept' }, 'returned'],
    [back(), back('Một lý do khác hẳn của tôi'), 'returned'],
    [{ action: 'accept' }, { action: 'accept' }, 'accepted'],
  ])('of two officers the second hears who decided and when: %o, %o', async (first, second, status) => {
    const id = await hand('awardProposals', '2021');
    await decide(id, first);
    await expect(decide(id, second, other)).rejects.toMatchObject({
      code: 'filing-already-decided',
      args: { status, who: 'Trần Thị Hạnh', when: at('2021-08-19', '09:00').toISOString() },
    });
    expect((await findFiling(world.db.prisma, id))?.changes).toHaveLength(2);
  });

  test('the same draft again changes nothing, a discarded one is refused', async () => {
    const id = await hand('annualReport', '2023');
    const draft = (openedBy: string) =>
      world.db.prisma.draft.create({
        data: {
          form: 'return-document',
          personId: officer,
          openedBy,
          createdAt: at('2021-08-19'),
          updatedAt: at('2021-08-19'),
        },
      });
    const { id: draftId } = await draft('telegram:reason');
    await decide(id, back(), officer, draftId);
    await decide(id, { action: 'reopen', reason: 'Bấm nhầm vào nút trả lại' });
    expect((await decide(id, back(), officer, draftId)).filing.status).toBe('submitted');
    const { id: gone } = await draft('telegram:gone');
    await world.db.prisma.draft.update({ where: { id: gone }, data: { state: 'discarded' } });
    await expect(decide(id, back(), officer, gone)).rejects.toMatchObject({ code: 'draft-gone' });
  });

  test('is made on the newest version only; an unknown one is not found', async () => {
    const first = await hand('annualReport', '2024');
    const second = await hand('annualReport', '2024');
    await expect(decide(first, { action: 'accept' })).rejects.toMatchObject({ code: 'filing-superseded' });
    expect((await decide(second, { action: 'accept' })).filing).toMatchObject({ version: 2, versions: 2 });
    await expect(decide(2 ** 31 - 1, { action: 'accept' })).rejects.toMatchObject({
      code: 'filing-not-found',
    });
  });

  test('taken back, it waits again with its history, and the unit is told', async () => {
    const id = await hand('annualReport', '2025');
    await decide(id, { action: 'accept' });
    const { filing } = await decide(id, { action: 'reopen', reason: 'Thiếu phụ lục số 2' }, other);
    expect(filing).toMatchObject({ status: 'submitted', decidedAt: null, decidedById: null });
    expect(filing.changes.map(({ action }) => action)).toEqual(['submit', 'accept', 'reopen']);
    expect(await told(id)).toEqual([`filing-accept ${liaison}`, `filing-reopen ${liaison}`]);
    expect((await decide(id, { action: 'reopen', reason: 'Thiếu phụ lục số 2' })).deliveries).toEqual([]);
  });

  test('history is append-only, and a decision cannot be half written', async () => {
    const { prisma } = world.db;
    await expect(prisma.filingChange.updateMany({ data: { reason: 'không ai biết' } })).rejects.toThrow(
      'append-only',
    );
    await expect(prisma.filingChange.deleteMany()).rejects.toThrow('append-only');
    const [some] = await prisma.filing.findMany({ take: 1 });
    for (const data of [
      { status: 'returned' as const, decidedAt: at('2021-08-19'), decisionReason: 'ngắn' },
      { status: 'accepted' as const, decidedAt: null, decisionReason: null },
      { status: 'submitted' as const, decidedAt: at('2021-08-19'), decisionReason: null },
    ])
      await expect(prisma.filing.update({ where: { id: some?.id ?? 0 }, data })).rejects.toThrow();
  });
});

describe('handing in on behalf of a unit', () => {
  test('says so, and tells every liaison of the unit', async () => {
    const id = await hand('implementationPlan', '', officer, true);
    expect(await findFiling(world.db.prisma, id)).toMatchObject({ onBehalf: true, filedBy: 'Trần Thị Hạnh' });
    expect(await told(id)).toEqual([`filing-behalf ${liaison}`, `filing-behalf ${colleague}`]);
    await decide(id, { action: 'accept' });
    expect((await told(id)).slice(2)).toEqual([`filing-accept ${liaison}`, `filing-accept ${colleague}`]);
  });
});

describe('a returned document', () => {
  const duty = 'annualReport';

  test('opens its duty; in time at first it is never late, later versions are separate', async () => {
    world.goTo('2021-12-10');
    const id = await hand(duty, '2021');
    expect(await statusOf(duty, '2021')).toMatchObject({ status: 'done', document: { status: 'submitted' } });
    world.goTo('2021-12-14');
    await decide(id, back());
    expect(await statusOf(duty, '2021')).toMatchObject({
      status: 'missing',
      document: { status: 'returned', firstAt: at('2021-12-10'), returnedAt: at('2021-12-14') },
    });
    world.goTo('2021-12-20');
    expect(await statusOf(duty, '2021')).toMatchObject({ status: 'overdue' });
    await hand(duty, '2021');
    expect(await statusOf(duty, '2021')).toMatchObject({
      status: 'done',
      doneAt: at('2021-12-10'),
      document: { status: 'submitted', supplementedAt: at('2021-12-20') },
    });
  });

  test('late at first it stays late, however soon it comes again', async () => {
    world.goTo('2022-12-16');
    const id = await hand(duty, '2022');
    await decide(id, back());
    expect((await statusOf(duty, '2022'))?.status).toBe('overdue');
    await hand(duty, '2022');
    const standing = await statusOf(duty, '2022');
    expect(standing).toMatchObject({ status: 'doneLate', doneAt: at('2022-12-16') });
    expect(standing?.document?.supplementedAt).toBeUndefined();
  });

  test('after an accepted version leaves the duty done; taken back it is done again', async () => {
    world.goTo('2021-08-20');
    await decide(await hand('periodSummary'), { action: 'accept' });
    const newer = await hand('periodSummary');
    await decide(newer, back());
    expect(await statusOf('periodSummary')).toMatchObject({
      status: 'done',
      document: { status: 'returned' },
    });

    const only = await hand('nominations');
    await decide(only, back());
    expect((await statusOf('nominations'))?.status).toBe('unset');
    await decide(only, { action: 'reopen', reason: 'Trả lại nhầm đơn vị này' });
    expect((await statusOf('nominations'))?.status).toBe('done');
  });

  test('a signed list of exemplars changes nothing about the registration', async () => {
    world.goTo('2021-08-20');
    const before = await statusOf('registration');
    await decide(await hand('registration'), back());
    expect(await statusOf('registration')).toEqual(before);
    expect(before?.document).toBeUndefined();
  });
});

test('every version is kept, newest first, and duties are listed with their number', async () => {
  const filings = await listFilings(world.db.prisma, {
    ...{ planId: 1, unitId: glar, duty: 'annualReport', occurrence: '2021' },
  });
  expect(filings.map(({ version, status, files: { length } }) => [version, status, length])).toEqual([
    [2, 'submitted', 1],
    [1, 'returned', 1],
  ]);
  expect(await listFiledDuties(world.db.prisma, [glar])).toContainEqual({
    planId: 1,
    unitId: glar,
    duty: 'annualReport',
    occurrence: '2021',
    versions: 2,
  });
});
