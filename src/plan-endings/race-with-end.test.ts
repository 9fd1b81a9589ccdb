import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdRow, type LockedRow } from '../../tests/faults/life/hold-row.ts';
import { loaded } from '../../tests/support/loaded.ts';
import { jpeg } from '../../tests/support/sample-files.ts';
import { until } from '../../tests/support/until.ts';
import { attachToDraft } from '../attachments/attach.ts';
import { forwardProposals } from '../awards/forward-proposals.ts';
import { loadDraft } from '../drafts/draft.ts';
import { decideFiling } from '../duties/decide-filing.ts';
import { recordFiling } from '../duties/file.ts';
import { moveDue } from '../duties/move-due.ts';
import { describePlanKinds } from '../duties/plan-kinds.ts';
import { DomainError } from '../errors.ts';
import { exemplarById } from '../exemplars/exemplar.ts';
import { lastChangeId, mendingSubjectOf } from '../exemplars/mending.ts';
import { answersOf } from '../exemplars/registration.ts';
import { reopenExemplar } from '../exemplars/reopen.ts';
import { decide } from '../exemplars/review.ts';
import { submitExemplar } from '../exemplars/submit.ts';
import { withdrawExemplar } from '../exemplars/withdraw.ts';
import { changeStep } from '../fostering/change-step.ts';
import { answerHelp } from '../help-requests/answer-help.ts';
import { chooseDelegate } from '../nominations/decide-nomination.ts';
import { createNudgeWorld, type NudgeWorld } from '../nudges/testing/world.ts';
import { loadPlan } from '../plan/load.ts';
import { orderReport } from '../reports/standing/change-standing.ts';
import { planStandingReports } from '../reports/standing/plan-standing.ts';
import { type FileStore, openFiles } from '../store/files.ts';
import { recordUnitChange } from '../unit-changes/record-change.ts';
import { endPlan, listWorkChoices } from './end-plan.ts';
import type { WorkChoice } from './ending.ts';
import { fingerprintWork, openWorkKinds, readOpenWork } from './open-work.ts';

const nextPlan = { ...loaded(loadPlan('prisma/plans/101-kh-ubnd.yaml')), id: 2, code: 'KH-2' };

let world: NudgeWorld;
let glar: number;
let binh: number;
let officer: number;
let other: number;
let exemplars: number[];
let folder: string;
let files: FileStore;
beforeEach(async () => {
  world = await createNudgeWorld({ others: [nextPlan], poolSize: 6 });
  folder = await mkdtemp(join(tmpdir(), 'dht-race-'));
  files = openFiles({ dataDir: folder });
  const { prisma } = world.db;
  glar = await world.unit('Xã Glar');
  binh = await world.person('Bình');
  officer = await world.person('Hạnh');
  other = await world.person('Lan');
  await world.member(binh, glar);
  await world.member(officer, null, 'officer');
  await world.member(other, null, 'officer');
  await world.register(glar, binh, 3);
  const at = world.clock.now();
  await prisma.plan.update({ where: { id: world.plan.id }, data: { code: 'KH-1' } });
  const all = await prisma.exemplar.findMany({ orderBy: { id: 'asc' }, select: { id: true } });
  exemplars = all.map(({ id }) => id);
  const [approved = 0] = exemplars;
  await prisma.exemplar.update({
    where: { id: approved },
    data: { status: 'approved', decidedAt: at, decidedById: officer },
  });
  await prisma.planUnit.create({ data: { planId: 2, unitId: glar, kind: 'commune', position: 1 } });
  await prisma.carriedExemplar.create({ data: { planId: 2, exemplarId: approved, at, byId: officer } });
  const of = { planId: world.plan.id, unitId: glar };
  const step = { kind: 'nurture', who: 'Hội Nông dân', dueOn: new Date('2021-12-31') } as const;
  await prisma.fosteringPlan.create({
    data: {
      ...{ ...of, lead: 'Chủ tịch', savedAt: at, byId: binh },
      steps: { create: [{ ...step, what: 'Mở lớp' }] },
    },
  });
  await prisma.helpRequest.create({
    data: { ...of, text: 'Cần cây giống', madeBy: 'draft:1', askedAt: at, askedById: binh, channel: 'web' },
  });
  const award = { form: 'merit', level: 'district', grounds: 'Căn cứ', year: 2021, proposedAt: at };
  await prisma.awardProposal.create({ data: { ...of, ...award, exemplarId: approved } });
  const nomination = { grounds: 'Căn cứ', nominatedAt: at, nominatedById: binh };
  await prisma.nomination.create({ data: { ...of, ...nomination, exemplarId: approved } });
  await prisma.filing.create({
    data: { ...of, duty: 'implementationPlan', filedAt: at, filedById: binh, channel: 'web' },
  });
  await prisma.standingReport.create({
    data: { planId: of.planId, personId: officer, report: 'tonghop', rhythm: 'daily', since: at },
  });
});
afterEach(async () => {
  await world.db.drop();
  await rm(folder, { recursive: true, force: true });
});

const first = async (table: string) => {
  const { rows } = await world.db.pool.query<{ id: number }>(`select id from ${table} order by id limit 1`);
  return rows[0]?.id ?? 0;
};
const by = () => ({ personId: other, channel: 'zalo', at: world.clock.now() });

let drafts = 0;
async function openDraft(form: string, more: { answers?: object; subject?: object } = {}): Promise<number> {
  drafts += 1;
  const at = world.clock.now();
  const file = {
    ...{ name: 'ke-hoach.pdf', mime: 'application/pdf', size: 3, sha256: 'a'.repeat(64), uploadedAt: at },
    ...{ storageKey: `attachments/${drafts}`, updateKey: `zalo:${drafts}` },
  };
  const { id } = await world.db.prisma.draft.create({
    data: {
      ...{ form, personId: other, openedBy: `d${drafts}`, createdAt: at, updatedAt: at },
      ...{ answers: {}, subject: { planId: world.plan.id }, ...more },
      ...(form === 'filing' && { attachments: { create: file } }),
    },
  });
  return id;
}

const registration = () => ({
  ...{ unit: String(glar), subject: 'collective', category: 'community', name: 'Mô hình', place: 'Làng' },
  ...{ members: 3, difficult: 'no', labour: 'no', summary: 'Tóm tắt', impact: 'Hiệu quả' },
  ...{ criteria: [], movements: [], endorsedOn: '2021-08-01', exception: null, confirm: 'yes' },
});

/** An act of another person, and the row for which it waits first. */
interface Act {
  act: () => Promise<unknown>;
  at: LockedRow;
}

const acts: [string, () => Promise<Act>][] = [
  [
    'approves an exemplar',
    async () => {
      const [, id = 0] = exemplars;
      return { act: () => decide(world, id, { action: 'approve' }, by()), at: { table: 'exemplar', id } };
    },
  ],
  [
    'returns an exemplar',
    async () => {
      const [, , id = 0] = exemplars;
      const decision = { action: 'return' as const, fields: ['summary'], reason: 'Thiếu số liệu cụ thể' };
      return { act: () => decide(world, id, decision, by()), at: { table: 'exemplar', id } };
    },
  ],
  [
    'sends an exemplar again that was returned',
    async () => {
      const [, , id = 0] = exemplars;
      const decision = { action: 'return' as const, fields: ['summary'], reason: 'Thiếu số liệu cụ thể' };
      await decide(world, id, decision, by());
      const exemplar = await exemplarById(world.db.pool, id);
      if (!exemplar) throw new Error('no exemplar');
      const draftId = await openDraft('register', {
        answers: { ...answersOf(exemplar), summary: 'Giúp 12 hộ thoát nghèo', confirm: 'yes' },
        subject: mendingSubjectOf(exemplar, await lastChangeId(world.db.pool, id)),
      });
      const draft = await loadDraft(world.db.pool, draftId);
      if (!draft) throw new Error('no draft');
      return {
        act: () => submitExemplar(world, { ...by(), draft, onBehalf: true }),
        at: { table: 'exemplar', id },
      };
    },
  ],
  [
    'takes the approval of an exemplar back',
    async () => {
      const [id = 0] = exemplars;
      const draftId = await openDraft('reopen');
      const reason = 'Duyệt nhầm hồ sơ của xã khác';
      return {
        act: () => reopenExemplar(world, id, { ...by(), reason, draftId }),
        at: { table: 'unit', id: glar },
      };
    },
  ],
  [
    'takes the decision on a document back',
    async () => {
      const id = await first('filing');
      await decideFiling(world, id, { action: 'accept' }, by());
      const decision = { action: 'reopen' as const, reason: 'Thiếu phụ lục số 2' };
      return { act: () => decideFiling(world, id, decision, by()), at: { table: 'unit', id: glar } };
    },
  ],
  ...(['filing', 'register'] as const).map((form): [string, () => Promise<Act>] => [
    `adds a file to a ${form === 'filing' ? 'document' : 'registration'}`,
    async () => {
      const id = await openDraft(form, { subject: { planId: world.plan.id, unitId: glar } });
      const file = { draftId: id, rev: 0, updateKey: `web:${id}`, name: 'anh.jpg', bytes: jpeg(), max: 10 };
      const at = world.clock.now();
      return {
        act: () => attachToDraft({ db: world.db, files }, { ...file, at }),
        at: { table: 'draft', id },
      };
    },
  ]),
  [
    'withdraws an exemplar',
    async () => {
      const [, id = 0] = exemplars;
      return { act: () => withdrawExemplar(world, id, by()), at: { table: 'exemplar', id } };
    },
  ],
  [
    'registers an exemplar',
    async () => {
      const id = await openDraft('register', { answers: registration() });
      const draft = await loadDraft(world.db.pool, id);
      if (!draft) throw new Error('no draft');
      return {
        act: () => submitExemplar(world, { ...by(), draft, onBehalf: true }),
        at: { table: 'draft', id },
      };
    },
  ],
  [
    'hands in a document',
    async () => {
      const draftId = await openDraft('filing', { subject: { planId: world.plan.id, unitId: glar } });
      const filing = { unitId: glar, duty: 'implementationPlan', occurrence: '' as const, onBehalf: true };
      return {
        act: () => recordFiling(world, { ...filing, ...by(), draftId }),
        at: { table: 'draft', id: draftId },
      };
    },
  ],
  [
    'accepts a document',
    async () => {
      const id = await first('filing');
      return {
        act: () => decideFiling(world, id, { action: 'accept' }, by()),
        at: { table: 'unit', id: glar },
      };
    },
  ],
  [
    'chooses a delegate',
    async () => {
      const id = await first('nomination');
      return {
        act: () => chooseDelegate(world.db, { id, seen: 1_000_000 }, by()),
        at: { table: 'nomination', id },
      };
    },
  ],
  [
    'forwards a proposal',
    async () => {
      const id = await first('award_proposal');
      return { act: () => forwardProposals(world, [id], by()), at: { table: 'award_proposal', id } };
    },
  ],
  [
    'takes a request for help up',
    async () => {
      const id = await first('help_request');
      const draftId = await openDraft('answer-help');
      const answer = { id, action: 'take' as const, note: null, draftId };
      return { act: () => answerHelp(world.db, answer, by()), at: { table: 'help_request', id } };
    },
  ],
  [
    'ticks a step off',
    async () => {
      const id = await first('fostering_step');
      const draftId = await openDraft('change-step');
      const change = { action: 'done' as const, on: '2021-08-18' };
      return {
        act: () => changeStep(world.db, { stepId: id, draftId, change }, { ...by(), onBehalf: false }),
        at: { table: 'fostering_step', id },
      };
    },
  ],
  [
    'moves a due',
    async () => {
      const draftId = await openDraft('move-due');
      const move = { duty: 'implementationPlan', occurrence: '' as const, unitId: null, exact: false };
      const given = { ...move, lastDay: '2021-09-30', reason: 'Lùi vì dịch bệnh' };
      return {
        act: () => moveDue(world, given, { ...by(), draftId }),
        at: { table: 'draft', id: draftId },
      };
    },
  ],
  [
    'orders a report',
    async () => {
      const draftId = await openDraft('order-report');
      const order = { planId: world.plan.id, personId: other, report: 'danhsach', filter: [] };
      return {
        act: () =>
          orderReport(world.db, { ...order, rhythm: 'weekly' as const, day: 1, draftId }, world.clock.now()),
        at: { table: 'draft', id: draftId },
      };
    },
  ],
  [
    'is sent a scheduled report',
    async () => ({
      act: () => planStandingReports(world),
      at: { table: 'standing_report', id: await first('standing_report') },
    }),
  ],
  [
    'merges the unit',
    async () => {
      const trang = await world.unit('Xã Trang');
      const after = { code: 'MOI', name: 'Xã Mới', short: 'Mới', kind: 'commune' };
      const draftId = await openDraft('unit-change');
      return {
        act: () =>
          recordUnitChange(
            { db: world.db, plans: [describePlanKinds(world.plan)], zone: world.plan.zone },
            {
              ...{ action: 'merged' as const, on: '2021-08-18', ground: 'Nghị quyết sắp xếp đơn vị' },
              ...{ before: [glar, trang], after: [after], draftId, by: by(), at: world.clock.now() },
            },
          ),
        at: { table: 'unit', id: glar },
      };
    },
  ],
];

/** Waits until so many transactions wait for a lock. */
const isWaiting = (many: number) =>
  until(
    async () => {
      const { rows } = await world.db.pool.query<{ n: number }>(
        `select count(*) as n from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
      );
      return (rows[0]?.n ?? 0) >= many ? many : undefined;
    },
    { patienceMs: 60_000 },
  ).catch(() => 0);

/** Returns `done`, or the code of the refusal that the person reads. */
const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (error instanceof DomainError) return error.code;
      throw error;
    },
  );

const choosing = (choice: WorkChoice) =>
  Object.fromEntries(
    openWorkKinds.map((kind) => {
      const possible = listWorkChoices(kind, true);
      return [kind, possible.includes(choice) ? choice : (possible.at(-1) ?? 'leave')];
    }),
  );

/** Closes the plan as officers do: where something changed they look again, and press again. */
async function close(choice: WorkChoice): Promise<void> {
  const at = world.clock.now();
  const draft = { form: 'close-plan', personId: officer, createdAt: at, updatedAt: at };
  const { id: draftId } = await world.db.prisma.draft.create({ data: { ...draft, openedBy: 'close' } });
  for (let press = 1; press <= 3; press += 1) {
    const reads = { prisma: world.db.prisma, sql: world.db.pool };
    const result = await endPlan(world.db, {
      ...{ plan: world.plan, toPlan: nextPlan, reason: 'Giai đoạn đã tổng kết xong' },
      ...{ choices: choosing(choice), draftId, by: { personId: officer, channel: 'web', at } },
      seen: fingerprintWork(await readOpenWork(reads, { plan: world.plan, now: at })),
    });
    if ('deliveries' in result) return;
  }
  throw new Error('the plan changes again and again');
}

describe.each(['close', 'move'] as const)('while one officer closes a plan (%s)', (choice) => {
  it.each(acts)('another %s: both get an answer, and nothing contradicts', async (_, prepare) => {
    const { act, at } = await prepare();
    const gate = await holdRow(world.db.url, at);
    const acted = outcome(act());
    await Promise.race([acted, isWaiting(1)]);
    const closed = outcome(close(choice));
    // It may be done without that row; then nothing waits.
    await Promise.race([closed, acted, isWaiting(2)]);
    await gate.letGo();
    expect(await closed).toBe('done');
    // A refusal is an answer too; any other error is not.
    await acted;
    expect(await listContradictions()).toEqual([]);
    // The same press again, as after a crash: the answer may differ, the data does not.
    const before = await countAll();
    await outcome(act());
    expect(await countAll()).toEqual(before);
  });
});

async function countAll(): Promise<Record<string, unknown> | undefined> {
  const tables = [
    ...['exemplar', 'exemplar_change', 'filing', 'filing_change', 'nomination_change', 'help_request_change'],
    ...['award_proposal_change', 'fostering_change', 'due_move', 'standing_report', 'delivery', 'unit'],
  ];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ');
  return (await world.db.pool.query(`select ${counts}`)).rows[0];
}

/** Lists what contradicts a closed plan. */
async function listContradictions(): Promise<string[]> {
  const { rows } = await world.db.pool.query<{ what: string }>(
    `select 'the plan is open' as what from plan where id = 1 and closed_at is null
     union all select 'exemplar without its last line ' || e.id from exemplar e
       join lateral (select action from exemplar_change c where c.exemplar_id = e.id order by id desc limit 1) c on true
       where e.status::text <> case c.action::text when 'approve' then 'approved' when 'return' then 'returned'
         when 'reject' then 'rejected' when 'withdraw' then 'withdrawn' else 'submitted' end
     union all select 'exemplar open ' || id from exemplar where plan_id = 1 and status in ('submitted', 'returned')
     union all select 'exemplar decided twice ' || exemplar_id from exemplar_change
       where action in ('approve', 'reject') group by exemplar_id having count(*) > 1
     union all select 'document open ' || f.id from filing f where plan_id = 1 and status = 'submitted'
       and not exists (select 1 from filing g where g.plan_id = 1 and g.unit_id = f.unit_id and g.duty = f.duty
                         and g.occurrence = f.occurrence and g.id > f.id)
     union all select 'step open ' || s.id from fostering_step s join fostering_plan p on p.id = s.fostering_plan_id
       where p.plan_id = 1 and s.done_on is null and s.dropped_at is null
     union all select 'step done and dropped ' || id from fostering_step where done_on is not null and dropped_at is not null
     union all select 'help open ' || id from help_request where plan_id = 1 and state <> 'closed'
     union all select 'proposal open ' || id from award_proposal where plan_id = 1 and state in ('proposed', 'forwarded')
     union all select 'nomination open ' || id from nomination where plan_id = 1 and state = 'nominated'
     union all select 'report scheduled ' || id from standing_report where plan_id = 1 and ended_at is null
     union all select 'draft open ' || id from draft where state = 'open'
     union all select 'told twice ' || person_id from delivery where kind = 'plan-ended' group by person_id having count(*) > 1
     union all select 'told of one line twice ' || key from delivery group by key having count(*) > 1`,
  );
  return rows.map(({ what }) => what);
}
