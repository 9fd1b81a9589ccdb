import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { layUnits, plan101, register } from '../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../tests/support/database.ts';
import type { RoleName } from '../people/known-person.ts';
import { addProposal } from './add-proposal.ts';
import { mendDecision, takeBackDecision } from './change-decision.ts';
import { findAwardDecision } from './decision.ts';
import { declineProposals, refuseProposals, reopenProposal } from './end-proposals.ts';
import { forwardProposals } from './forward-proposals.ts';
import { listProposals, listProposalsById } from './proposal.ts';
import { recordDecision } from './record-decision.ts';
import { requireProposable } from './require-proposable.ts';
import { saveProposals } from './save-proposals.ts';

const at = new Date('2023-12-14T02:00:00Z');
const year = 2023;
const reason = 'Thành tích chưa rõ số liệu';
const plan = { ...plan101, id: 1, officeId: 1, version: 1, closed: false, movedDues: [] };

let db: TestDatabase;
let units: { id: number; name: string }[];
let hanh: number;
let thu: number;
let binh: number;
let opened = 0;
beforeAll(async () => {
  db = await freshDatabase({ poolSize: 6 });
  const laid = await layUnits(db, plan101);
  units = laid.units.slice(0, 3);
  await register(
    db,
    plan101,
    laid.liaison,
    laid.units
      .slice(0, 3)
      .flatMap((unit) =>
        Array.from({ length: 40 }, (_, i) => ({ unit, number: i + 1, status: 'approved' as const })),
      ),
  );
  const person = async (name: string, role: RoleName, unitIds: (number | null)[]) =>
    (
      await db.prisma.person.create({
        data: {
          ...{ name, createdAt: at },
          memberships: {
            create: unitIds.map((unitId) => ({
              ...{ role, unitId, since: at },
              officeId: unitId === null ? 1 : null,
            })),
          },
        },
      })
    ).id;
  hanh = await person('Hạnh', 'officer', [null]);
  thu = await person('Thu', 'officer', [null]);
  // Bình serves two units.
  binh = await person('Bình', 'liaison', [units[0]?.id ?? 0, units[1]?.id ?? 0]);
});
afterAll(() => db.drop());

const deps = () => ({ db, plan });
const by = (personId = hanh) => ({ personId, channel: 'web', at });
async function draft(): Promise<number> {
  const times = { createdAt: at, updatedAt: at };
  const data = { form: 'award', personId: hanh, openedBy: `u${++opened}`, ...times };
  return (await db.prisma.draft.create({ data })).id;
}
const used = new Map<number, number>();
/** Proposes the next exemplars of a unit: each is proposed once. */
async function propose(unit: number, count: number, level = 'district'): Promise<number[]> {
  const unitId = units[unit]?.id ?? 0;
  const from = used.get(unit) ?? 0;
  used.set(unit, from + count);
  const all = await db.prisma.exemplar.findMany({ where: { unitId }, orderBy: { id: 'asc' } });
  const ids: number[] = [];
  for (const { id: exemplarId } of all.slice(from, from + count)) {
    const made = await db.prisma.awardProposal.create({
      data: {
        ...{ planId: 1, unitId, exemplarId, year, level, form: level === 'province' ? 'praise' : 'merit' },
        ...{ grounds: 'Giảm 12 hộ nghèo', proposedAt: at },
        changes: { create: { at, personId: binh, channel: 'zalo', action: 'propose' } },
      },
    });
    ids.push(made.id);
  }
  return ids;
}
const forwarded = async (unit: number, count: number, level = 'district') => {
  const ids = await propose(unit, count, level);
  await forwardProposals(deps(), ids, by());
  return ids;
};
const states = async (ids: number[]) => (await listProposalsById(db.prisma, ids)).map(({ state }) => state);
const steps = async (id: number) =>
  (await db.prisma.awardProposalChange.findMany({ where: { proposalId: id }, orderBy: { id: 'asc' } })).map(
    ({ action }) => action,
  );
const told = async (kind: string) =>
  (await db.prisma.delivery.findMany({ where: { kind }, orderBy: { id: 'asc' } })).map(
    ({ personId, payload }) => ({ personId, payload }),
  );
const paper = (number: string, more: object = {}) => ({
  ...{ number, decidedOn: '2023-12-20', body: 'UBND huyện', level: 'district' },
  ...{ granted: [], refused: [], refusedBecause: null, ...more },
});
const record = async (
  number: string,
  more: { granted: number[]; refused?: number[]; refusedBecause?: string; decidedOn?: string },
  { person = hanh, draftId }: { person?: number; draftId?: number } = {},
) =>
  recordDecision(
    deps(),
    { ...paper(number, more), granted: more.granted, draftId: draftId ?? (await draft()) },
    by(person),
  );

describe('forwarding', () => {
  it('happens once, when two officers press at once', async () => {
    const ids = await propose(0, 3);
    const [one, other] = await Promise.all([
      forwardProposals(deps(), ids, by()),
      forwardProposals(deps(), ids, by(thu)),
    ]);
    expect(one.forwarded.length + other.forwarded.length).toBe(3);
    expect(one.refusals.length + other.refusals.length).toBe(3);
    for (const id of ids) expect(await steps(id)).toEqual(['propose', 'forward']);
    expect(await states(ids)).toEqual(['forwarded', 'forwarded', 'forwarded']);
  });

  it('says why it leaves some alone, and takes the rest', async () => {
    const [declined = 0, withdrawn = 0, reopened = 0, fit = 0] = await propose(0, 4);
    const praised = await propose(1, 1, 'province');
    await declineProposals(db, { planId: 1, ids: [declined], reason, draftId: await draft() }, by());
    await db.prisma.awardProposal.update({ where: { id: withdrawn }, data: { state: 'withdrawn' } });
    const one = await db.prisma.awardProposal.findUniqueOrThrow({ where: { id: reopened } });
    await db.prisma.exemplar.update({
      where: { id: one.exemplarId },
      data: { status: 'submitted', decidedAt: null, decidedById: null },
    });
    const asked = [declined, withdrawn, reopened, fit, ...praised];
    const { forwarded: now, refusals } = await forwardProposals(deps(), asked, by());
    expect(now.map(({ id }) => id)).toEqual([fit, ...praised]);
    expect(refusals.map(({ code, args }) => [code, args.state ?? args.status])).toEqual([
      ['proposal-decided', 'not_forwarded'],
      ['proposal-decided', 'withdrawn'],
      ['proposal-unfit', 'submitted'],
    ]);
    const again = await forwardProposals(deps(), [fit], by());
    expect([again.forwarded.length, again.refusals]).toEqual([1, []]);
    expect(await steps(fit)).toEqual(['propose', 'forward']);
  });

  it('at an ended level keeps no other level back', async () => {
    const [ended = 0] = await propose(0, 1);
    const [praised = 0] = await propose(1, 1, 'province');
    const later = { ...by(), at: new Date('2025-07-02T02:00:00Z') };
    const { forwarded: now, refusals } = await forwardProposals(deps(), [ended, praised], later);
    expect([now.map(({ id }) => id), refusals.map(({ code }) => code)]).toEqual([[praised], ['award-over']]);
    expect(await states([ended])).toEqual(['proposed']);
  });

  it('knows no proposal that was withdrawn or never made', async () => {
    await expect(forwardProposals(deps(), [99_999], by())).rejects.toMatchObject({
      code: 'proposal-not-found',
    });
  });
});

describe('not forwarding', () => {
  it('tells the unit why, once a person and occasion', async () => {
    const ids = [...(await propose(0, 1)), ...(await propose(1, 1))];
    const of = { planId: 1, ids, reason, draftId: await draft() };
    const { deliveries } = await declineProposals(db, of, by());
    expect((await declineProposals(db, of, by())).deliveries).toEqual([]);
    expect(deliveries).toHaveLength(1);
    expect((await told('award-decline')).at(-1)).toEqual({ personId: binh, payload: { proposalIds: ids } });
    expect(await listProposalsById(db.prisma, ids)).toMatchObject([
      { state: 'not_forwarded', reason },
      { state: 'not_forwarded', reason },
    ]);
  });

  it('is refused to the second of two officers', async () => {
    const ids = await propose(0, 1);
    const tries = await Promise.allSettled(
      [hanh, thu].map(async (person) =>
        declineProposals(db, { planId: 1, ids, reason, draftId: await draft() }, by(person)),
      ),
    );
    const failed = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toMatchObject([{ code: 'proposal-decided', args: { state: 'not_forwarded' } }]);
    expect(await steps(ids[0] ?? 0)).toEqual(['propose', 'decline']);
  });

  it('is taken back with a reason, and the unit is told', async () => {
    const [id = 0] = await propose(0, 1);
    await declineProposals(db, { planId: 1, ids: [id], reason, draftId: await draft() }, by());
    const of = { planId: 1, proposalId: id, reason: 'Đơn vị đã bổ sung số liệu', draftId: await draft() };
    expect((await reopenProposal(db, of, by())).deliveries).toHaveLength(1);
    expect((await reopenProposal(db, of, by())).deliveries).toEqual([]);
    expect(await listProposalsById(db.prisma, [id])).toMatchObject([
      { state: 'proposed', reason: null, decidedAt: null },
    ]);
  });

  it('ends where the unit proposes it with other grounds', async () => {
    const [id = 0] = await propose(2, 1);
    await declineProposals(db, { planId: 1, ids: [id], reason, draftId: await draft() }, by());
    const [one] = await listProposalsById(db.prisma, [id]);
    if (!one) throw new Error('no proposal');
    const { exemplarId, form, title, level, planId, unitId } = one;
    await db.prisma.$transaction((tx) =>
      saveProposals(
        tx,
        { planId, unitId, year },
        [{ exemplarId, form, title, level, grounds: 'Giảm 14 hộ nghèo, có danh sách' }],
        by(binh),
      ),
    );
    expect(await states([id])).toEqual(['proposed']);
    expect(await steps(id)).toEqual(['propose', 'decline', 'change']);
  });
});

describe('a decision', () => {
  it('grants those named, refuses those named, and loses none', async () => {
    const ids = [...(await forwarded(0, 3)), ...(await forwarded(1, 1))];
    const [a = 0, b = 0, c = 0, d = 0] = ids;
    const draftId = await draft();
    const first = await record(
      '100/QĐ-UBND',
      { granted: [a, d], refused: [b], refusedBecause: reason },
      { draftId },
    );
    expect(first).toMatchObject({ granted: 2, refused: 1, extended: false });
    expect(await states(ids)).toEqual(['granted', 'refused', 'forwarded', 'granted']);
    // The same draft again, as after a kill.
    const again = await record('100/QĐ-UBND', { granted: [a, d], refused: [b] }, { draftId });
    expect(again).toEqual({ ...first, deliveries: [] });
    expect(await told('award-grant')).toContainEqual({
      personId: binh,
      payload: { proposalIds: [a, b, d], decisionId: first.decisionId },
    });
    expect(await steps(a)).toEqual(['propose', 'forward', 'grant']);
    const decision = await findAwardDecision(db.prisma, first.decisionId);
    expect(decision?.proposals.map(({ id }) => id).sort()).toEqual([a, b, d].sort());
    expect(await states([c])).toEqual(['forwarded']);
  });

  it.each(['101/QĐ-UBND', '101/qđ-ubnd'])('that is the same paper is one: %s', async (number) => {
    const [a = 0, b = 0] = await forwarded(0, 2);
    const first = await record('101/QĐ-UBND', { granted: [a] });
    const second = await record(number, { granted: [b] }, { person: thu });
    expect(second).toMatchObject({ decisionId: first.decisionId, extended: true });
    const decision = await findAwardDecision(db.prisma, first.decisionId);
    expect(decision?.changes.at(-1)).toMatchObject({ action: 'extend' });
  });

  it('that two officers record at once is one, and each proposal is granted once', async () => {
    const [a = 0, b = 0, both = 0] = await forwarded(1, 3);
    const tries = await Promise.allSettled([
      record('102/QĐ-UBND', { granted: [a, both] }),
      record('102/QĐ-UBND', { granted: [b, both] }, { person: thu }),
    ]);
    const failed = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(failed).toMatchObject([{ code: 'proposal-decided', args: { state: 'granted' } }]);
    expect(await db.prisma.awardDecision.count({ where: { number: '102/QĐ-UBND' } })).toBe(1);
    expect((await steps(both)).filter((one) => one === 'grant')).toHaveLength(1);
    // The second tries again without the one that was granted.
    const left = (await states([a]))[0] === 'forwarded' ? a : b;
    await record('102/QĐ-UBND', { granted: [left] }, { person: thu });
    expect(await db.prisma.awardDecision.count({ where: { number: '102/QĐ-UBND' } })).toBe(1);
    expect(await states([a, b, both])).toEqual(['granted', 'granted', 'granted']);
  });

  it('of different papers at once are two', async () => {
    const [a = 0, b = 0] = await forwarded(2, 2);
    const [one, other] = await Promise.all([
      record('103/QĐ-UBND', { granted: [a] }),
      record('104/QĐ-UBND', { granted: [b] }, { person: thu }),
    ]);
    expect(one.decisionId).not.toBe(other.decisionId);
  });

  it.each([
    ['none granted', async () => ({ granted: [] })],
    ['one that is only proposed', async () => ({ granted: await propose(2, 1) })],
    ['one of another level', async () => ({ granted: await forwarded(2, 1, 'province') })],
    ['one that does not exist', async () => ({ granted: [99_999] })],
  ])('is refused with %s, and writes nothing', async (_, make) => {
    const before = await db.prisma.awardDecision.count();
    await expect(record('105/QĐ-UBND', await make())).rejects.toMatchObject({
      code: expect.stringMatching(/^proposal-/),
    });
    expect(await db.prisma.awardDecision.count()).toBe(before);
  });

  it.each([
    ['2025-06-30', undefined],
    ['2025-07-01', 'award-not-held'],
    ['2026-01-15', 'award-not-held'],
    ['2024-12-31', undefined],
    // Proposed for 2023.
    ['2023-01-01', undefined],
    ['2022-12-31', 'award-before-year'],
    ['2019-05-01', 'award-before-year'],
  ])('of the district on %s is refused: %s', async (decidedOn, code) => {
    const ids = await forwarded(2, 1);
    const made = record(`106/QĐ-UBND`, { granted: ids, decidedOn });
    if (code === undefined) await expect(made).resolves.toMatchObject({ granted: 1 });
    else await expect(made).rejects.toMatchObject({ code });
    expect(await states(ids)).toEqual([code === undefined ? 'granted' : 'forwarded']);
  });

  it('is mended with its history; units are told, and others not taken over', async () => {
    const ids = await forwarded(0, 1);
    const { decisionId } = await record('107/QĐ-UBND', { granted: ids });
    const before = await findAwardDecision(db.prisma, decisionId);
    const seen = before?.changes.at(-1)?.id ?? 0;
    const mend = { decisionId, decidedOn: '2023-12-22', body: 'UBND huyện', reason, seen };
    const draftId = await draft();
    const mended = await mendDecision(deps(), { ...mend, number: '117/QĐ-UBND', draftId }, by());
    expect(mended.deliveries).toHaveLength(1);
    expect(mended.decision).toMatchObject({ number: '117/QĐ-UBND', decidedOn: '2023-12-22' });
    expect(mended.decision.changes.at(-1)).toMatchObject({
      ...{ action: 'mend', reason, before: { number: '107/QĐ-UBND' }, after: { number: '117/QĐ-UBND' } },
    });
    const other = { ...mend, number: '118/QĐ-UBND', draftId: await draft() };
    await expect(mendDecision(deps(), other, by(thu))).rejects.toMatchObject({
      code: 'award-decision-changed',
    });
    const now = { ...other, seen: mended.decision.changes.at(-1)?.id ?? 0, draftId: await draft() };
    await record('119/QĐ-UBND', { granted: await forwarded(0, 1) });
    const taken = { ...now, number: '119/QĐ-UBND', decidedOn: '2023-12-20' };
    await expect(mendDecision(deps(), taken, by())).rejects.toMatchObject({ code: 'award-decision-there' });
  });

  it('that is taken back leaves everything forwarded, and can be recorded again', async () => {
    const [a = 0, b = 0] = await forwarded(1, 2);
    const of = { granted: [a], refused: [b], refusedBecause: reason };
    const { decisionId } = await record('108/QĐ-UBND', of);
    const back = { decisionId, reason: 'Ghi nhầm danh sách', draftId: await draft() };
    expect((await takeBackDecision(deps(), back, by())).deliveries).toHaveLength(1);
    expect((await takeBackDecision(deps(), back, by())).deliveries).toEqual([]);
    expect(await states([a, b])).toEqual(['forwarded', 'forwarded']);
    await expect(
      takeBackDecision(deps(), { ...back, draftId: await draft() }, by(thu)),
    ).rejects.toMatchObject({ code: 'award-decision-over', args: { who: 'Hạnh' } });
    const again = await record('108/QĐ-UBND', { granted: [a, b] });
    expect(again).toMatchObject({ extended: false, granted: 2 });
    expect(again.decisionId).not.toBe(decisionId);
    expect(await steps(b)).toEqual(['propose', 'forward', 'refuse', 'reopen', 'grant']);
  });

  it('keeps what it granted from being reopened alone', async () => {
    const [id = 0] = await forwarded(1, 1);
    await record('109/QĐ-UBND', { granted: [id] });
    const of = { planId: 1, proposalId: id, reason, draftId: await draft() };
    await expect(reopenProposal(db, of, by())).rejects.toMatchObject({ code: 'proposal-decided' });
  });
});

describe('a report of a unit', () => {
  const wanted = (level: string, exemplarId: number) => [
    {
      exemplarId,
      form: level === 'province' ? 'praise' : 'merit',
      title: null,
      level,
      grounds: 'Giảm nghèo',
    },
  ];
  const first = async () => {
    const [id = 0] = await propose(2, 1);
    return db.prisma.awardProposal.findUniqueOrThrow({ where: { id } });
  };
  it.each([
    ['the district on its last day', 'district', '2025-06-30T16:00:00Z', 2024, true],
    ['the district a day later', 'district', '2025-06-30T17:00:00Z', 2024, false],
    ['the district a year later', 'district', '2026-06-01T02:00:00Z', 2024, false],
    ['the province then', 'province', '2026-06-01T02:00:00Z', 2024, true],
    ['the district again, as it did while it held', 'district', '2026-06-01T02:00:00Z', 2023, true],
  ])('may propose at %s: %s %s', async (_, level, when, of, is) => {
    const { exemplarId, unitId } = await first();
    const report = { plan, unitId, year: of, at: new Date(when) };
    const asked = requireProposable(db.prisma, report, wanted(level, exemplarId));
    if (is) await expect(asked).resolves.toBeUndefined();
    else
      await expect(asked).rejects.toMatchObject({
        code: 'award-not-held',
        args: { day: expect.any(String) },
      });
  });

  it('may not propose again at an ended level what it withdrew', async () => {
    const { id, exemplarId, unitId } = await first();
    await db.prisma.awardProposal.update({ where: { id }, data: { state: 'withdrawn' } });
    const report = { plan, unitId, year, at: new Date('2025-08-01T02:00:00Z') };
    const asked = requireProposable(db.prisma, report, wanted('district', exemplarId));
    await expect(asked).rejects.toMatchObject({ code: 'award-not-held' });
  });
});

it('a refusal without a decision can be taken back: it is forwarded again', async () => {
  const [id = 0] = await forwarded(0, 1);
  await refuseProposals(db, { planId: 1, ids: [id], reason, draftId: await draft() }, by());
  expect(await states([id])).toEqual(['refused']);
  await reopenProposal(db, { planId: 1, proposalId: id, reason, draftId: await draft() }, by());
  expect(await states([id])).toEqual(['forwarded']);
});

describe('a proposal on behalf of a unit', () => {
  const wanted = { form: null, title: 'best-collective', level: 'province', grounds: 'Dẫn đầu phong trào' };
  const exemplarOf = async (unit: number) =>
    (
      await db.prisma.exemplar.findFirstOrThrow({
        where: { unitId: units[unit]?.id ?? 0 },
        orderBy: { id: 'desc' },
      })
    ).id;

  it('says so in its history, is there once, and stays when the unit reports', async () => {
    const exemplarId = await exemplarOf(0);
    const draftId = await draft();
    const of = { ...wanted, exemplarId, year, draftId };
    const { proposal, deliveries } = await addProposal(deps(), of, by());
    expect(deliveries).toHaveLength(1);
    expect(await addProposal(deps(), of, by())).toMatchObject({
      proposal: { id: proposal.id },
      deliveries: [],
    });
    await expect(addProposal(deps(), { ...of, draftId: await draft() }, by(thu))).rejects.toMatchObject({
      code: 'proposal-there',
    });
    const [change] = await db.prisma.awardProposalChange.findMany({ where: { proposalId: proposal.id } });
    expect(change).toMatchObject({ personId: hanh, after: { onBehalf: true } });
    const report = { planId: 1, unitId: proposal.unitId, year };
    await db.prisma.$transaction((tx) => saveProposals(tx, report, [], by(binh)));
    expect(await states([proposal.id])).toEqual(['proposed']);
  });

  it.each([
    ['a level that has ended', { form: 'merit', level: 'district' }, '2025-07-01T02:00:00Z'],
    ['a level that does not decide on it', { form: 'merit', level: 'province' }, '2023-12-14T02:00:00Z'],
    ['a title as a form', { form: 'best-collective', level: 'province' }, '2023-12-14T02:00:00Z'],
    ['a level that the plan does not have', { form: 'merit', level: 'region' }, '2023-12-14T02:00:00Z'],
    ['a form that the plan does not have', { form: 'medal', level: 'province' }, '2023-12-14T02:00:00Z'],
  ])('is refused for %s', async (_, award, when) => {
    const what = { ...award, title: null, grounds: 'Dẫn đầu', exemplarId: await exemplarOf(1), year };
    const made = addProposal(deps(), { ...what, draftId: await draft() }, { ...by(), at: new Date(when) });
    await expect(made).rejects.toMatchObject({ code: 'award-not-held' });
  });
});

it('a liaison of the unit after a merger hears of what an earlier unit proposed', async () => {
  const [a, b] = units;
  if (!a || !b) throw new Error('no units');
  const [id = 0] = await forwarded(2, 1);
  const { exemplarId } = await db.prisma.awardProposal.findUniqueOrThrow({ where: { id } });
  await db.prisma.exemplar.update({
    where: { id: exemplarId },
    data: { unitId: b.id, originUnitId: units[2]?.id ?? 0 },
  });
  const { deliveries } = await record('110/QĐ-UBND', { granted: [id] });
  expect(deliveries).toHaveLength(1);
  expect((await told('award-grant')).at(-1)).toMatchObject({ personId: binh });
  const [shown] = await listProposals(db.prisma, { unitIds: [b.id], exemplarIds: [exemplarId] });
  expect(shown).toMatchObject({ exemplar: { unit: { name: b.name } }, unit: { name: units[2]?.name } });
});
