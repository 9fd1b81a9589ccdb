import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readTable } from '../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register, seeded, type Unit } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import { readWord } from '../../tests/support/read-word.ts';
import { mendDecision, takeBackDecision } from '../awards/change-decision.ts';
import { declineProposals, reopenProposal } from '../awards/end-proposals.ts';
import { forwardProposals } from '../awards/forward-proposals.ts';
import { recordDecision } from '../awards/record-decision.ts';
import { saveProposals } from '../awards/save-proposals.ts';
import { stoppedClock } from '../clock.ts';
import { decideFiling } from '../duties/decide-filing.ts';
import { keyAbout, readEvaluation } from '../evaluations/questions.ts';
import { saveEvaluations } from '../evaluations/save-evaluations.ts';
import { decide } from '../exemplars/review.ts';
import { withdrawExemplar } from '../exemplars/withdraw.ts';
import { chooseDelegate } from '../nominations/decide-nomination.ts';
import { nominate } from '../nominations/save-nominations.ts';
import { addDays, endOfDay, instantOf, localDate } from '../plan/calendar.ts';
import { loadPlanText } from '../plans/load-plan.ts';
import { readPlanAsOf } from '../plans/plans.ts';
import { EvaluationResult, type ProposalState } from '../store/generated/enums.ts';
import { transact } from '../store/transaction.ts';
import { readAtMoment } from './at-moment.ts';
import { awardList } from './award-list/award-list.ts';
import { byCategory } from './by-category.ts';
import { byUnit } from './by-unit.ts';
import { readCategoryCounts, readDaySpan } from './chart/read-chart-data.ts';
import { sumUpBars } from './chart/sum-up-bars.ts';
import { conferenceList } from './conference/conference-list.ts';
import { detail } from './detail.ts';
import { dutyProgress } from './duty-progress.ts';
import { makeAsOf } from './make-as-of.ts';
import { nudgeLog } from './nudge-log.ts';
import { officeReport } from './office-report/office-report.ts';
import { phoneList } from './phone-list.ts';
import { publicity } from './publicity/publicity.ts';
import type { Report, ReportRequest } from './report.ts';
import { signedList } from './signed-list/signed-list.ts';
import { yearResults } from './year-results/year-results.ts';

const text = readFileSync('prisma/plans/101-kh-ubnd.yaml', 'utf8');
const clock = stoppedClock(new Date('2021-08-18T03:00:00Z'));
const reports = [
  byUnit,
  detail,
  byCategory,
  dutyProgress,
  nudgeLog,
  yearResults,
  publicity,
  signedList,
  awardList,
  conferenceList,
  phoneList,
  officeReport,
];
const days = Array.from({ length: 8 }, (_, i) => addDays('2021-08-19', i));

let db: TestDatabase;
let units: Unit[];
let liaison: number;
let tempDir = '';
/** The reports of each day as they were made at its end, by `day code`. */
const then = new Map<string, unknown>();
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-as-of-'));
  db = await freshDatabase();
  await loadPlanText(db, { name: 'ke-hoach.yaml', text }, { at: clock.now() });
  ({ units, liaison } = await layUnits(db, plan101));
  const random = seeded(5);
  for (const [n, day] of days.entries()) {
    await liveThrough(day, n, random);
    clock.set(endOfDay(day, plan101.zone));
    for (const report of reports) then.set(`${day} ${report.code}`, await linesOf(report, {}));
    then.set(`${day} pictures`, await readPictures({}));
  }
  clock.set(new Date('2022-03-01T02:00:00Z'));
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

/** Lines, groups and totals of a report; the head tells another day. */
async function linesOf(report: Report, request: Partial<ReportRequest>): Promise<unknown> {
  const plan = await readPlanAsOf(db.pool, 1, clock.now());
  if (!plan) throw new Error('no plan');
  const made = await makeAsOf(
    report,
    { db, plan, calendar, tempDir },
    {
      ...{ year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: clock.now(), ...request },
      // The list to sign is of one unit.
      ...(report === signedList && { unitIds: [units[1]?.id ?? 0] }),
    },
  );
  if (report === officeReport) {
    const { text } = await readWord(await readFile(made.path));
    // The head, the grounds and what came earlier tell the day on which it is made.
    return text.slice(text.indexOf('I. CÔNG TÁC'), text.indexOf('PHỤ LỤC'));
  }
  const table = [made, ...(made.also ?? [])].find(({ path }) => path.endsWith('.xlsx'))?.path ?? made.path;
  const { headings, lines, continued, totals, grand, groups, notes } = await readTable(table);
  const own = notes.get('Tiêu chí riêng của đơn vị');
  return { headings, lines, continued, totals, grand, groups, own, figures: made.figures };
}

/** What the three pictures show. */
async function readPictures(asked: Partial<ReportRequest>): Promise<unknown> {
  const plan = await readPlanAsOf(db.pool, 1, clock.now());
  if (!plan) throw new Error('no plan');
  const scope = { ...asked, year: 2021, unitId: null, now: clock.now() };
  const sums = await sumUpBars({ db, plan }, scope);
  return readAtMoment({ db, plan }, scope, async (at) => ({
    sums,
    span: await readDaySpan(at.sql, at.plan, at.scope),
    categories: await readCategoryCounts(at.sql, at.plan, at.scope, 'vi'),
  }));
}

/** A day of work. Once each comes another plan file, a due that moves, a unit's end. */
async function liveThrough(day: string, n: number, random: () => number): Promise<void> {
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new Error('nothing to pick');
    return one;
  };
  const by = { personId: liaison, channel: 'web' };
  const at = (hour: number) => instantOf(day, `${String(hour).padStart(2, '0')}:00`, plan101.zone);
  clock.set(at(8));
  await register(
    db,
    plan101,
    liaison,
    Array.from({ length: 25 }, (_, i) => ({
      unit: pick(units),
      number: n * 25 + i + 1,
      subject: pick(['collective', 'individual'] as const),
      submittedAt: at(8),
    })),
  );
  clock.set(at(10));
  for (const { id, status } of await db.prisma.exemplar.findMany({ orderBy: { id: 'asc' } })) {
    const what = Math.floor(random() * 8);
    if (status === 'submitted') {
      if (what === 0) await decide({ db, clock }, id, { action: 'approve' }, by);
      if (what === 1)
        await decide(
          { db, clock },
          id,
          { action: 'return', fields: ['summary'], reason: 'Thiếu số liệu' },
          by,
        );
      if (what === 2) await decide({ db, clock }, id, { action: 'reject', reason: 'Trùng hồ sơ khác' }, by);
      if (what === 3) await withdrawExemplar({ db, clock }, id, by);
    } else if (status !== 'withdrawn' && what === 0) {
      const action = status === 'returned' ? 'resubmit' : 'reopen';
      await db.prisma.exemplar.update({
        where: { id },
        data: {
          status: 'submitted',
          decidedAt: null,
          decidedById: null,
          decisionReason: null,
          returnedFields: [],
        },
      });
      await db.prisma.exemplarChange.create({
        data: {
          exemplarId: id,
          at: at(10),
          ...by,
          action,
          ...(action === 'reopen' && { reason: 'Bấm nhầm khi đang xem' }),
        },
      });
    }
  }
  for (let i = 0; i < 6; i++) {
    const of = {
      unitId: pick(units).id,
      planId: 1,
      duty: 'implementationPlan',
      filedById: liaison,
      channel: 'web',
    };
    const { id } = await db.prisma.filing.create({ data: { ...of, filedAt: at(11) } });
    if (i % 3 === 0) continue;
    clock.set(at(12));
    const decision =
      i % 3 === 1 ? { action: 'accept' as const } : { action: 'return' as const, reason: 'Thiếu chữ ký' };
    await decideFiling({ db, clock }, id, decision, by).catch(() => undefined);
  }
  await foster(at(12), n, random);
  await goToConference(at(12), n);
  await failToReach(at(13), n);
  const nudged = pick(units).id;
  await db.prisma.delivery.create({
    data: {
      ...{ key: `nudge:${day}`, personId: liaison, kind: 'nudge', status: 'sent', channel: 'web' },
      ...{ createdAt: at(13), settledAt: at(13) },
      nudges: {
        create: {
          ...{ planId: 1, duty: 'registration', unitId: nudged, stage: `round-${n + 1}`, personId: liaison },
          createdAt: at(13),
        },
      },
    },
  });
  if (n === 2)
    await loadPlanText(
      db,
      {
        name: 'sua.yaml',
        text: text
          .replaceAll('date: 2021-08-25', 'date: 2021-08-22')
          .replace('vi: Giáo dục, đào tạo', 'vi: Giáo dục và đào tạo'),
      },
      { at: at(14) },
    );
  if (n === 4)
    await db.prisma.dueMove.create({
      data: {
        ...{ planId: 1, duty: 'registration', lastDay: new Date('2021-08-25'), reason: 'Mưa lũ kéo dài' },
        ...{ at: at(15), byId: liaison, channel: 'web' },
      },
    });
  if (n === 5) {
    const first = units[0];
    if (first)
      await db.prisma.unit.update({
        where: { id: first.id },
        data: { active: false, until: new Date(addDays(day, -1)) },
      });
  }
}

/** A day of what comes after approval: findings that change, proposals, publicity, own criteria. */
async function foster(at: Date, n: number, random: () => number): Promise<void> {
  const by = { personId: liaison, channel: 'web', at };
  const approved = await db.prisma.exemplar.findMany({
    where: { status: 'approved' },
    orderBy: { id: 'asc' },
  });
  for (const [i, { id: exemplarId, unitId }] of approved.entries()) {
    if (random() < 0.5) continue;
    const of = { planId: 1, unitId, year: 2021 };
    const result = results[(n + i) % results.length];
    const facts = readEvaluation(
      { [keyAbout('result', exemplarId)]: result, [keyAbout('spreadTo', exemplarId)]: `Làng ${n}` },
      exemplarId,
    );
    const award = { exemplarId, form: 'merit', title: null, level: 'district', grounds: `Ngày thứ ${n}` };
    await transact(db, async (tx) => {
      await saveEvaluations(tx, of, [{ exemplarId, facts }], by);
      await saveProposals(tx.prisma, of, (n + i) % 3 === 0 ? [] : [award], by);
    });
  }
  await decideOnAwards(at, n);
  const [first] = approved;
  if (first) {
    const held = { kind: 'publicity' as const, place: 'Loa truyền thanh', reached: 10 + n };
    const { id } = await db.prisma.activity.create({
      data: {
        ...{ planId: 1, ...held, heldOn: at, loggedAt: at, loggedById: liaison, loggedAs: 'officer' },
        channel: 'web',
        exemplars: { create: { exemplarId: first.id } },
        changes: { create: { at, personId: liaison, channel: 'web', action: 'log', after: held } },
      },
    });
    // The one of the day before turns out to have reached more.
    const before = await db.prisma.activity.findFirst({ where: { id: { lt: id } }, orderBy: { id: 'desc' } });
    if (before) {
      const after = { kind: 'publicity' as const, place: 'Báo Gia Lai', reached: 500 + n };
      await db.prisma.activity.update({
        where: { id: before.id },
        data: {
          ...after,
          changes: { create: { at, personId: liaison, channel: 'web', action: 'mend', after } },
        },
      });
    }
  }
  const unitId = units[1]?.id ?? 0;
  const added = { addedAt: at, addedById: liaison, addedVia: 'web' };
  await db.prisma.ownCriterion.updateMany({
    where: { unitId, retiredAt: null },
    data: { retiredAt: at, retiredById: liaison, retiredVia: 'web' },
  });
  await db.prisma.ownCriterion.create({ data: { planId: 1, unitId, text: `Tiêu chí ${n}`, ...added } });
}

/** Two more are nominated each day, the grounds of one change, and one is chosen. */
async function goToConference(at: Date, n: number): Promise<void> {
  const by = { personId: liaison, channel: 'web', at };
  const approved = await db.prisma.exemplar.findMany({
    where: { status: 'approved' },
    orderBy: { id: 'asc' },
  });
  for (const { id: exemplarId, unitId } of approved.slice(0, n + 2)) {
    const of = { planId: 1, unitId };
    const wanted = { exemplarId, grounds: exemplarId % 2 === n % 2 ? `Căn cứ ngày ${n}` : 'Duy trì tốt' };
    await transact(db, ({ prisma }) => nominate(prisma, of, wanted, { ...by, onBehalf: false }));
  }
  const waiting = await db.prisma.nomination.findFirst({
    where: { state: 'nominated', exemplar: { status: 'approved' } },
    include: { changes: { orderBy: { id: 'desc' }, take: 1 } },
    orderBy: { id: 'asc' },
  });
  if (waiting) await chooseDelegate(db, { id: waiting.id, seen: waiting.changes[0]?.id ?? 0 }, by);
}

/** A liaison of one more unit each day: some never connect, some block the bot, some come back. */
async function failToReach(at: Date, n: number): Promise<void> {
  const unit = units[n + 3];
  if (!unit) return;
  const { id: personId } = await db.prisma.person.create({ data: { name: `Cán bộ ${n}`, createdAt: at } });
  await db.prisma.membership.create({ data: { personId, role: 'liaison', unitId: unit.id, since: at } });
  if (n % 3 === 0) return;
  const chat = { channel: 'web', externalId: `as-of-${n}`, chatId: 9000 + n };
  await db.prisma.account.create({ data: { ...chat, personId, createdAt: at, reachable: n % 3 === 2 } });
  const before = await db.prisma.account.findFirst({ where: { externalId: `as-of-${n - 3}` } });
  const tried = [
    { personId, status: n % 3 === 1 ? ('blocked' as const) : ('failed' as const), key: `${n}` },
    ...(before?.personId ? [{ personId: before.personId, status: 'sent' as const, key: `${n} again` }] : []),
  ];
  for (const { key, ...one } of tried)
    await db.prisma.delivery.create({
      data: { ...one, key: `reach:${key}`, kind: 'nudge', channel: 'web', createdAt: at, settledAt: at },
    });
  if (before) await db.prisma.account.update({ where: { id: before.id }, data: { reachable: true } });
}

const results = Object.values(EvaluationResult);

/** Officers take each kind of step with award proposals once a day. */
async function decideOnAwards(at: Date, n: number): Promise<void> {
  const plan = await readPlanAsOf(db.pool, 1, at);
  if (!plan) throw new Error('no plan');
  const by = { personId: liaison, channel: 'web', at };
  const because = { planId: 1, reason: 'Thành tích chưa rõ' };
  let opened = 0;
  const draft = async () => {
    const times = { createdAt: at, updatedAt: at };
    const data = { form: 'award', personId: liaison, openedBy: `award:${n}:${++opened}`, ...times };
    return (await db.prisma.draft.create({ data })).id;
  };
  const of = async (state: ProposalState) =>
    (await db.prisma.awardProposal.findMany({ where: { state }, orderBy: { id: 'asc' } })).map(
      ({ id }) => id,
    );
  const [closed] = await of('not_forwarded');
  if (closed !== undefined && n % 2 === 0)
    await reopenProposal(db, { ...because, proposalId: closed, draftId: await draft() }, by);
  const [declined, ...waiting] = await of('proposed');
  if (declined !== undefined)
    await declineProposals(db, { ...because, ids: [declined], draftId: await draft() }, by);
  await forwardProposals({ db, plan }, waiting.slice(0, 4), by);
  const [granted, refused] = await of('forwarded');
  const last = await db.prisma.awardDecision.findFirst({ orderBy: { id: 'desc' } });
  if (granted !== undefined && n % 3 !== 2)
    await recordDecision(
      { db, plan },
      {
        ...{ number: `${n}/QĐ-UBND`, decidedOn: localDate(at, plan.zone), body: 'UBND huyện' },
        ...{ level: 'district', granted: [granted], refused: refused === undefined ? [] : [refused] },
        ...{ refusedBecause: because.reason, draftId: await draft() },
      },
      by,
    );
  else if (last && last.takenBackAt === null) {
    const seen = await db.prisma.awardDecisionChange.aggregate({ _max: { id: true } });
    const mended = {
      decisionId: last.id,
      decidedOn: localDate(at, plan.zone),
      body: 'UBND huyện',
      ...because,
    };
    const id = { number: `${n}9/QĐ-UBND`, seen: seen._max.id ?? 0 };
    await mendDecision({ db, plan }, { ...mended, ...id, draftId: await draft() }, by);
    if (n > 4)
      await takeBackDecision({ db, plan }, { ...because, decisionId: last.id, draftId: await draft() }, by);
  }
}

test.each(days)('a report as of %s is the one that was made at its end', async (day) => {
  for (const report of reports)
    expect(await linesOf(report, { asOf: day }), report.code).toEqual(then.get(`${day} ${report.code}`));
  expect(await readPictures({ asOf: day })).toEqual(then.get(`${day} pictures`));
});

test('reports of these days differ, and the notes say the day', async () => {
  for (const code of ['pictures', ...reports.map((report) => report.code)])
    expect(new Set(days.map((day) => JSON.stringify(then.get(`${day} ${code}`)))).size, code).toBe(
      days.length,
    );
  const plan = await readPlanAsOf(db.pool, 1, clock.now());
  if (!plan) throw new Error('no plan');
  const request = { year: 2021, asOf: '2021-08-20', locale: 'vi' as const, by: 'A', now: clock.now() };
  const made = await makeAsOf(byUnit, { db, plan, calendar, tempDir }, request);
  const { notes, sheet } = await readTable(made.path);
  expect(made.filename).toBe('Bao-cao-tong-hop-2021-den-2021-08-20.xlsx');
  expect(notes.get('Tính đến ngày')).toContain('20/8/2021');
  expect(notes.get('Thời điểm lập')).toContain('1/3/2022');
  expect(JSON.stringify(sheet.getSheetValues())).toContain('ngày 01 tháng 3 năm 2022');
});
