import { readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar, layUnits, plan101, register } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import { describePlanKinds } from '../../duties/plan-kinds.ts';
import { DomainError } from '../../errors.ts';
import { endOfDay, instantOf } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { loadPlanText } from '../../plans/load-plan.ts';
import { readPlanAsOf } from '../../plans/plans.ts';
import { applyUnitChanges } from '../../unit-changes/apply-changes.ts';
import { noFilter } from '../filter/report-filter.ts';
import { makeAsOf } from '../make-as-of.ts';
import type { ReportRequest } from '../report.ts';
import { lateLetter } from './late-letter.ts';

/** The days whose letter is made at their end, and once more when much has happened since. */
const days = ['2021-08-26', '2021-08-30', '2021-09-10', '2021-10-04', '2022-01-05', '2022-02-15'];
const later = new Date('2023-03-01T02:00:00Z');

/** What happens on a morning, in the order of the days. */
const story: [day: string, happens: () => Promise<unknown>][] = [
  ['2021-08-27', () => registers('Xã Glar', 12)],
  ['2021-08-29', () => files('Xã Trang', 'implementationPlan', '')],
  ['2021-09-01', () => registers('Xã Trang', 3)],
  ['2021-09-02', () => moves('implementationPlan', '2021-09-06')],
  ['2021-09-20', () => merges('2021-09-20', ['Xã Trang', 'Xã Tân Bình'], 'Xã Trang Bình')],
  ['2021-11-01', () => renamesDuty()],
  ['2022-01-20', () => returnsPlanOf('Xã Trang Bình')],
  ['2022-03-01', () => registers('Công an huyện', 6)],
  ['2022-06-01', () => merges('2022-06-01', ['Xã Glar', 'Xã Trang Bình'], 'Xã Glar Trang')],
];

const text = readFileSync('prisma/plans/101-kh-ubnd.yaml', 'utf8');
let tempDir = '';
let db: TestDatabase;
let person = 0;
let number = 0;
let now = new Date('2021-08-18T03:00:00Z');
const then = new Map<string, unknown>();
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-letter-day-'));
  db = await freshDatabase();
  await loadPlanText(db, { name: 'ke-hoach.yaml', text }, { at: now });
  ({ liaison: person } = await layUnits(db, plan101));
  for (const day of [...days, '2022-12-31']) {
    for (const [, happens] of takeUntil(day)) await happens();
    if (!days.includes(day)) break;
    now = endOfDay(day, plan101.zone);
    for (const [what, chosen] of choices) then.set(`${day} ${what}`, await listOf(chosen));
  }
  now = later;
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

const waiting = [...story];
function* takeUntil(day: string) {
  for (let next = waiting[0]; next && next[0] <= day; next = waiting[0]) {
    now = instantOf(next[0], '09:00', plan101.zone);
    waiting.shift();
    yield next;
  }
}

const unitNamed = (name: string) =>
  db.prisma.unit.findFirstOrThrow({ where: { name }, include: { plans: true } });
const currentPlan = async (): Promise<LoadedPlan> => {
  const plan = await readPlanAsOf(db.pool, 1, now);
  if (!plan) throw new Error('no plan');
  return plan;
};

async function registers(name: string, count: number): Promise<void> {
  const unit = await unitNamed(name);
  const wanted = Array.from({ length: count }, () => ({
    ...{ unit: { ...unit, kind: unit.plans[0]?.kind ?? '' }, number: ++number, submittedAt: now },
  }));
  await register(db, plan101, person, wanted);
}

async function files(name: string, duty: string, occurrence: '' | '2021'): Promise<void> {
  const { id: unitId } = await unitNamed(name);
  const filing = { planId: 1, unitId, duty, occurrence, filedAt: now, filedById: person, channel: 'web' };
  await db.prisma.filing.create({ data: filing });
}

async function returnsPlanOf(name: string): Promise<void> {
  const unit = await unitNamed(name);
  const { id } = await db.prisma.filing.create({
    data: {
      ...{ planId: 1, unitId: unit.id, duty: 'implementationPlan', occurrence: '', filedAt: now },
      ...{ filedById: person, channel: 'web', status: 'returned', decidedAt: now, decidedById: person },
      decisionReason: 'Thiếu chữ ký của thủ trưởng',
    },
  });
  await db.prisma.filingChange.create({
    data: {
      filingId: id,
      at: now,
      personId: person,
      channel: 'web',
      action: 'return',
      reason: 'Thiếu chữ ký',
    },
  });
}

async function moves(duty: string, lastDay: string): Promise<void> {
  await db.prisma.dueMove.create({
    data: {
      ...{ planId: 1, duty, lastDay: new Date(lastDay), reason: 'Mưa lũ kéo dài', at: now },
      ...{ byId: person, channel: 'web' },
    },
  });
}

async function merges(on: string, before: string[], into: string): Promise<void> {
  const ids: number[] = [];
  for (const name of before) ids.push((await unitNamed(name)).id);
  await db.prisma.unitChange.create({
    data: {
      ...{ officeId: 1, action: 'merged', on: new Date(on), ground: 'Nghị quyết số 12/NQ-HĐND', before: ids },
      after: [{ code: `M${ids.join('')}`, name: into, short: into.slice(3), kind: 'commune' }],
      ...{ units: [], byId: person, channel: 'web', madeBy: `draft:${ids.join('')}`, recordedAt: now },
    },
  });
  const plans = [describePlanKinds(await currentPlan())];
  await applyUnitChanges({ db, plans, now, zone: plan101.zone });
}

/** Another version of the plan file calls the duty by another name. */
async function renamesDuty(): Promise<void> {
  const renamed = text.replaceAll('vi: Kế hoạch triển khai', 'vi: Kế hoạch thực hiện');
  await loadPlanText(db, { name: 'sua.yaml', text: renamed }, { at: now });
}

const choices: [what: string, chosen: Partial<ReportRequest>][] = [
  ['every unit', {}],
  ['communes', { filter: { ...noFilter, kinds: ['commune'] } }],
  ['the plan alone', { duties: [{ duty: 'implementationPlan' }] }],
];

/** The list of a letter and its two counts; who answers until when is of the day it is written. */
async function listOf(chosen: Partial<ReportRequest>): Promise<unknown> {
  try {
    const { made, tables, bytes } = await write(chosen);
    expect(bytes.length).toBeGreaterThan(0);
    return { rows: tables.at(-1), figures: made.figures.slice(0, 2) };
  } catch (error) {
    if (error instanceof DomainError && error.code.includes('late')) return 'no unit is late';
    throw error;
  }
}

async function write(chosen: Partial<ReportRequest>) {
  const made = await makeAsOf(
    lateLetter,
    { db, plan: await currentPlan(), calendar, tempDir },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now, ...chosen },
  );
  const bytes = await readFile(made.path);
  return { made, bytes, ...(await readWord(bytes)) };
}

describe('the letter as of a day', () => {
  it.each(days.flatMap((day) => choices.map(([what, chosen]) => [what, day, chosen] as const)))(
    'to %s on %s lists who was late at its end',
    async (what, day, chosen) => {
      expect(await listOf({ ...chosen, asOf: day })).toEqual(then.get(`${day} ${what}`));
    },
  );

  it('of these days differ from each other', () => {
    const all = days.map((day) => JSON.stringify(then.get(`${day} every unit`)));
    expect(new Set(all).size).toBe(days.length);
  });

  it('speaks in the units, dues and words of that day, and is dated today', async () => {
    const { text: said, tables, made } = await write({ asOf: '2021-08-30' });
    expect(said).toContain('Đến hết ngày 30/8/2021, còn');
    expect(said).toContain('Kế hoạch triển khai (hạn 24/08/2021)');
    expect(said).toContain('ngày 01 tháng 3 năm 2023');
    expect(said).toContain('chậm nhất ngày 8/3/2023');
    const names = tables.at(-1)?.flat() ?? [];
    expect(names).toContain('Xã Tân Bình');
    expect(names).not.toContain('Xã Glar Trang');
    expect(made.filename).toBe('Cong-van-don-doc-2023-03-01-den-2021-08-30.docx');
    const after = await write({ asOf: '2021-11-05' });
    expect(after.text).toContain('Kế hoạch thực hiện (hạn 06/09/2021)');
    expect(after.tables.at(-1)?.flat()).toContain('Xã Trang Bình');
  });

  it('to a unit of today is to those from which it came', async () => {
    const glarTrang = await unitNamed('Xã Glar Trang');
    const { tables } = await write({
      ...{ asOf: '2021-08-26', unitIds: [glarTrang.id], unitLabel: 'Xã Glar Trang' },
    });
    const names = (tables.at(-1) ?? []).filter(([mark]) => /^\d+$/.test(mark ?? '')).map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['Xã Glar', 'Xã Trang', 'Xã Tân Bình']));
  });

  it('is refused with the day where no unit was late then', async () => {
    await expect(write({ asOf: '2021-08-20' })).rejects.toMatchObject({
      ...{ code: 'no-unit-late-then', args: { day: '20/8/2021' } },
    });
  });
});
