import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loaded } from '../../tests/support/loaded.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { loadPlan } from '../plan/load.ts';
import { snapshotAsOf } from '../reports/as-of-day.ts';
import { endPlan, listWorkChoices } from './end-plan.ts';
import { planEndingRecord, type WorkChoice } from './ending.ts';
import {
  fingerprintWork,
  type OpenWork,
  type OpenWorkKind,
  openWorkKinds,
  readOpenWork,
} from './open-work.ts';

const nextPlan = { ...loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml')), id: 2, code: 'KH-2' };

let world: NudgeWorld;
let glar: number;
let binh: number;
let officer: number;
let next: number;
let carried: number;
beforeEach(async () => {
  world = await createNudgeWorld({ others: [nextPlan] });
  const { prisma } = world.db;
  glar = await world.unit('Xã Glar');
  binh = await world.person('Bình');
  officer = await world.person('Hạnh');
  await world.member(binh, glar);
  await world.member(officer, null, 'officer');
  await world.register(glar, binh, 3);
  const at = world.clock.now();
  await prisma.plan.update({ where: { id: world.plan.id }, data: { code: 'KH-1' } });
  const all = await prisma.exemplar.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  const [first = 0, second = 0, third = 0] = all.map(({ id }) => id);
  carried = first;
  const decided = { decidedAt: at, decidedById: officer };
  await prisma.exemplar.update({ where: { id: first }, data: { ...decided, status: 'approved' } });
  await prisma.exemplar.update({
    where: { id: third },
    data: {
      ...decided,
      status: 'returned',
      decisionReason: 'Thiếu số liệu cụ thể',
      returnedFields: ['summary'],
    },
  });
  next = nextPlan.id;
  await prisma.planUnit.create({ data: { planId: next, unitId: glar, kind: 'commune', position: 1 } });
  await prisma.carriedExemplar.create({ data: { planId: next, exemplarId: first, at, byId: officer } });
  const of = { planId: world.plan.id, unitId: glar };
  const step = { kind: 'nurture', who: 'Hội Nông dân', dueOn: new Date('2021-12-31') } as const;
  await prisma.fosteringPlan.create({
    data: {
      ...{ ...of, lead: 'Chủ tịch', savedAt: at, byId: binh },
      steps: {
        create: [
          { ...step, what: 'Chuyển được', exemplarId: first },
          { ...step, what: 'Không chuyển được', exemplarId: second },
          { ...step, what: 'Đã làm', doneOn: new Date('2021-09-01') },
        ],
      },
    },
  });
  await prisma.helpRequest.create({
    data: { ...of, text: 'Cần cây giống', madeBy: 'draft:1', askedAt: at, askedById: binh, channel: 'web' },
  });
  const award = { form: 'merit', level: 'district', grounds: 'Căn cứ', year: 2021, proposedAt: at };
  await prisma.awardProposal.create({ data: { ...of, ...award, exemplarId: first } });
  await prisma.nomination.create({
    data: { ...of, exemplarId: first, grounds: 'Căn cứ', nominatedAt: at, nominatedById: binh },
  });
  await prisma.filing.create({
    data: { ...of, duty: 'implementationPlan', filedAt: at, filedById: binh, channel: 'web' },
  });
  const order = { ...{ planId: of.planId, personId: binh, since: at }, rhythm: 'weekly', day: 1 } as const;
  await prisma.standingReport.create({ data: { ...order, report: 'tonghop', filter: ['kind.commune'] } });
  await prisma.standingReport.create({ data: { ...order, report: 'danhsach', filter: ['kind.of-no-plan'] } });
  const draft = { personId: binh, createdAt: at, updatedAt: at };
  await prisma.draft.createMany({
    data: [
      { ...draft, form: 'register', openedBy: 'u1', subject: { planId: of.planId } },
      { ...draft, form: 'return', openedBy: 'u3', subject: { exemplarId: second, code: 'X' } },
      { ...draft, form: 'filing', openedBy: 'u4', answers: { duty: 'annualReport.2021' } },
      // About the later plan, and about none.
      { ...draft, form: 'filing', openedBy: 'u5', answers: { duty: 'annualReport@2.2021' } },
      { ...draft, form: 'invite', openedBy: 'u6' },
    ],
  });
});
afterEach(() => world.db.drop());

const read = () =>
  readOpenWork({ prisma: world.db.prisma, sql: world.db.pool }, { plan: world.plan, now: world.clock.now() });
const count = (work: OpenWork) => openWorkKinds.map((kind) => [kind, work[kind].length]);

async function openDraft(openedBy: string): Promise<number> {
  const at = world.clock.now();
  const { id } = await world.db.prisma.draft.create({
    data: { form: 'close-plan', personId: officer, openedBy, createdAt: at, updatedAt: at },
  });
  return id;
}

interface Given {
  choices?: Partial<Record<OpenWorkKind, WorkChoice>>;
  draftId?: number;
  seen?: OpenWork;
  personId?: number;
}

async function end({ choices = {}, draftId, seen, personId = officer }: Given = {}) {
  return endPlan(world.db, {
    ...{ plan: world.plan, toPlan: nextPlan, reason: 'Giai đoạn đã tổng kết xong', choices },
    draftId: draftId ?? (await openDraft('u2')),
    seen: fingerprintWork(seen ?? (await read())),
    by: { personId, channel: 'web', at: world.clock.now() },
  });
}

const kindsTold = async () =>
  (await world.db.prisma.delivery.findMany({ orderBy: { kind: 'asc' }, select: { kind: true } })).map(
    ({ kind }) => kind,
  );
const closedAt = async () =>
  (await world.db.prisma.plan.findUniqueOrThrow({ where: { id: world.plan.id } })).closedAt;

/** Every kind ends, or moves where it can. */
const choosing = (choice: 'close' | 'move') =>
  Object.fromEntries(
    openWorkKinds.map((kind) => {
      const possible = listWorkChoices(kind, true);
      return [kind, possible.includes(choice) ? choice : (possible.at(-1) ?? 'leave')];
    }),
  );

const everything = [
  ...[
    ['exemplars', 2],
    ['documents', 1],
    ['duties', 5],
    ['steps', 2],
    ['help', 1],
    ['proposals', 1],
  ],
  ...[
    ['nominations', 1],
    ['standing', 2],
    ['drafts', 3],
  ],
];

describe('a plan that ends', () => {
  it('leaves what is left as it was, and tells its units that it is closed', async () => {
    expect(count(await read())).toEqual(everything);
    await end();
    expect(count(await read())).toEqual(everything);
    const plan = await world.db.prisma.plan.findUniqueOrThrow({ where: { id: world.plan.id } });
    expect(plan).toMatchObject({ closedById: officer });
    expect(planEndingRecord.parse(plan.ending)).toEqual({
      ...{ reason: 'Giai đoạn đã tổng kết xong', to: 'KH-2', channel: 'web' },
      work: everything.map(([kind, n]) => ({ kind, n, choice: 'leave' })),
    });
    expect(await kindsTold()).toEqual(['plan-ended']);
  });

  it('ends each kind with a reason, in its history, and tells the unit', async () => {
    const draftId = await openDraft('u7');
    await end({ draftId, choices: choosing('close') });
    const { prisma } = world.db;
    // Duties are of this plan alone: those not done stay not done.
    expect(count(await read()).filter(([, n]) => n !== 0)).toEqual([['duties', 6]]);
    expect(await prisma.exemplar.count({ where: { status: 'approved' } })).toBe(1);
    expect(
      await prisma.exemplarChange.count({ where: { action: 'reject', reason: { contains: 'tổng kết' } } }),
    ).toBe(2);
    expect(await prisma.fosteringChange.count({ where: { action: 'drop' } })).toBe(2);
    expect(await prisma.helpRequestChange.count({ where: { action: 'close' } })).toBe(1);
    expect(await prisma.awardProposalChange.count({ where: { action: 'decline' } })).toBe(1);
    expect(await prisma.nominationChange.count({ where: { action: 'drop' } })).toBe(1);
    expect(await prisma.filingChange.count({ where: { action: 'return' } })).toBe(1);
    expect(await prisma.draft.count({ where: { state: 'discarded' } })).toBe(3);
    const told = await kindsTold();
    expect(told).toEqual([
      'award-decline',
      'exemplar-reject',
      'exemplar-reject',
      'filing-return',
      'help-close',
      'nomination-drop',
      'plan-ended',
    ]);
    await end({ draftId, choices: { exemplars: 'close' } });
    expect(await kindsTold()).toEqual(told);
  });

  it('moves what has a place in the later plan, with a line in its history', async () => {
    await end({ choices: choosing('move') });
    const { prisma } = world.db;
    const steps = await prisma.fosteringStep.findMany({
      orderBy: { id: 'asc' },
      select: { id: true, exemplarId: true, droppedAt: true, fosteringPlan: true },
    });
    expect(steps[0]).toMatchObject({
      ...{ exemplarId: carried, droppedAt: null },
      fosteringPlan: { planId: next, lead: 'Chủ tịch' },
    });
    expect(steps[1]).toMatchObject({
      droppedAt: world.clock.now(),
      fosteringPlan: { planId: world.plan.id },
    });
    expect(steps[2]).toMatchObject({ droppedAt: null, fosteringPlan: { planId: world.plan.id } });
    const codes = { before: { plan: world.plan.code }, after: { plan: 'KH-2' } };
    expect(await prisma.fosteringChange.findMany({ where: { action: 'carry' } })).toMatchObject([
      { stepId: steps[0]?.id, reason: 'Giai đoạn đã tổng kết xong' },
    ]);
    const help = await prisma.helpRequest.findFirstOrThrow({ include: { changes: true } });
    expect(help).toMatchObject({ planId: next, state: 'open' });
    expect(help.changes).toMatchObject([{ action: 'carry', personId: officer, ...codes }]);
    const orders = await prisma.standingReport.findMany({ orderBy: { id: 'asc' } });
    expect(orders.map(({ planId, report, endedAt }) => [planId, report, endedAt !== null])).toEqual([
      [world.plan.id, 'tonghop', true],
      [world.plan.id, 'danhsach', true],
      [next, 'tonghop', false],
    ]);
  });

  it('still counts what moved under the old plan on an earlier day', async () => {
    const { prisma } = world.db;
    await prisma.helpRequest.updateMany({ data: { askedAt: new Date('2021-08-10T08:00:00Z') } });
    await prisma.fosteringPlan.updateMany({ data: { savedAt: new Date('2021-08-10T08:00:00Z') } });
    await end({ choices: choosing('move') });
    const places = () =>
      world.db.inSnapshot(async (snapshot) => {
        const statement = `
          select q.plan_id as help, p.plan_id as step from help_request q, fostering_step s
          join fostering_plan p on p.id = s.fostering_plan_id where s.what = 'Chuyển được'`;
        const then = snapshotAsOf(snapshot, { moment: new Date('2021-08-12T00:00:00Z'), day: '2021-08-12' });
        return [(await snapshot.sql.query(statement)).rows[0], (await then.sql.query(statement)).rows[0]];
      });
    const old = world.plan.id;
    expect(await places()).toEqual([
      { help: next, step: next },
      { help: old, step: old },
    ]);
  });
});

describe('the end of a plan, pressed', () => {
  it('twice, does one thing', async () => {
    const draftId = await openDraft('u8');
    const seen = await read();
    await end({ draftId, seen, choices: choosing('move') });
    const [told, at] = [await kindsTold(), await closedAt()];
    world.goTo('2021-08-19');
    expect(await end({ draftId, seen, choices: choosing('close') })).toEqual({ deliveries: [] });
    expect(await closedAt()).toEqual(at);
    expect(await kindsTold()).toEqual(told);
    expect(await world.db.prisma.helpRequestChange.count()).toBe(1);
  });

  it('by two officers at once, is done by one and refused to the other', async () => {
    const drafts = [await openDraft('u9'), await openDraft('u10')];
    const seen = await read();
    const choices = choosing('close');
    const both = await Promise.allSettled(drafts.map((draftId) => end({ draftId, seen, choices })));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'plan-closed' },
    });
    expect(await world.db.prisma.helpRequestChange.count()).toBe(1);
    expect((await kindsTold()).filter((kind) => kind === 'plan-ended')).toHaveLength(1);
  });

  it('and broken off in the middle, writes nothing, and is done when it comes again', async () => {
    const draftId = await openDraft('u11');
    const nobody = 999_999;
    await expect(end({ draftId, choices: choosing('close'), personId: nobody })).rejects.toThrow();
    expect(count(await read())).toEqual(everything);
    expect([await closedAt(), await kindsTold()]).toEqual([null, []]);
    await end({ draftId, choices: choosing('close') });
    expect(await closedAt()).not.toBeNull();
  });

  it('waits for what is being written, and then asks again', async () => {
    const seen = await read();
    const writer = await world.db.pool.connect();
    await writer.query('begin');
    await writer.query('select 1 from plan where id = $1 for share', [world.plan.id]);
    const ending = end({ seen, choices: choosing('close') });
    await writer.query(
      `insert into help_request (plan_id, unit_id, text, made_by, asked_at, asked_by_id, channel)
       values ($1, $2, 'Cần loa', 'draft:77', now(), $3, 'web')`,
      [world.plan.id, glar, binh],
    );
    await writer.query('commit');
    writer.release();
    expect(await ending).toMatchObject({ changed: ['help'] });
    expect(await closedAt()).toBeNull();
  });

  const by = () => ({ at: world.clock.now(), planId: world.plan.id, unitId: glar });
  /** Changes between the screen and the press. */
  const changes: [OpenWorkKind[], string, () => Promise<unknown>][] = [
    [
      ['help'],
      'a request for help',
      () =>
        world.db.prisma.helpRequest.create({
          data: {
            ...{
              planId: by().planId,
              unitId: glar,
              text: 'Cần loa đài',
              madeBy: 'draft:9',
              askedAt: by().at,
            },
            ...{ askedById: binh, channel: 'zalo' },
          },
        }),
    ],
    [
      ['exemplars'],
      'an exemplar that was decided',
      () =>
        world.db.prisma.exemplar.updateMany({
          where: { status: 'returned' },
          data: { status: 'withdrawn', returnedFields: [] },
        }),
    ],
    [
      ['documents', 'duties'],
      'a document of another duty',
      () =>
        world.db.prisma.filing.create({
          data: {
            ...{ planId: by().planId, unitId: glar, duty: 'annualReport', occurrence: '2021' },
            ...{ filedAt: by().at, filedById: binh, channel: 'web' },
          },
        }),
    ],
    [['duties'], 'a unit that takes part from now on', () => world.unit('Xã Ia Pết')],
    [
      ['steps'],
      'a step that was done',
      () =>
        world.db.prisma.fosteringStep.updateMany({
          where: { what: 'Chuyển được' },
          data: { doneOn: new Date('2021-08-18') },
        }),
    ],
    [
      ['nominations'],
      'a nomination that was withdrawn',
      () => world.db.prisma.nomination.updateMany({ data: { state: 'withdrawn' } }),
    ],
    [
      ['standing'],
      'a scheduled report',
      () =>
        world.db.prisma.standingReport.create({
          data: {
            planId: by().planId,
            personId: officer,
            report: 'tonghop',
            rhythm: 'daily',
            since: by().at,
          },
        }),
    ],
  ];

  it.each(changes)(
    'after %j changed (%s), closes nothing and says what changed',
    async (kinds, _, change) => {
      const seen = await read();
      await change();
      expect(await end({ seen, choices: choosing('close') })).toMatchObject({ changed: kinds });
      expect([await closedAt(), await kindsTold()]).toEqual([null, []]);
    },
  );

  it('after a person opened a draft, closes all the same', async () => {
    const seen = await read();
    await openDraft('u12');
    expect(await end({ seen })).toMatchObject({ deliveries: [expect.any(Number)] });
  });
});
