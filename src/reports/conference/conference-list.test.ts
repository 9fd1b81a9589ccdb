import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import { chooseDelegate, dropDelegate } from '../../nominations/decide-nomination.ts';
import { listNominations } from '../../nominations/nomination.ts';
import { saveNominations } from '../../nominations/save-nominations.ts';
import type { EvaluationResult } from '../../store/generated/enums.ts';
import { transact } from '../../store/transaction.ts';
import { makeAsOf } from '../make-as-of.ts';
import type { ReportRequest } from '../report.ts';
import { yearResults } from '../year-results/year-results.ts';
import { conferenceList } from './conference-list.ts';

const nominatedAt = new Date('2025-04-10T02:00:00Z');
const decidedAt = new Date('2025-05-05T02:00:00Z');
const grounds = 'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn trong ba năm.';

let tempDir = '';
let db: TestDatabase;
let glar = { id: 0, name: '' };
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-conference-'));
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const named = (name: string) => {
    const unit = units.find((one) => one.name === name);
    if (!unit) throw new Error(`no ${name}`);
    return unit;
  };
  const hnol = named("Xã H'Nol");
  glar = named('Xã Glar');
  const approved = { status: 'approved' as const };
  await register(db, plan101, liaison, [
    {
      ...approved,
      unit: named('Xã Glar'),
      number: 1,
      subject: 'individual',
      name: 'Rơ Châm Hiêng',
      directLabour: true,
    },
    { ...approved, unit: named('Xã Glar'), number: 2, name: '=HYPERLINK("x")', difficultArea: true },
    { ...approved, unit: hnol, number: 1, name: 'Đội cồng chiêng làng Dôr 2' },
    { ...approved, unit: hnol, number: 2, name: 'Tổ hợp tác cà phê' },
  ]);
  const exemplars = await db.prisma.exemplar.findMany({ orderBy: { code: 'asc' } });
  const idOf = (code: string) => exemplars.find((one) => one.code === code)?.id ?? 0;
  const evaluate = (code: string, results: EvaluationResult[]) =>
    db.prisma.evaluation.createMany({
      data: results.map((result, i) => ({
        ...{ planId: 1, exemplarId: idOf(code), unitId: hnol.id, year: 2022 + i, result },
        ...{ evaluatedAt: new Date(`${2022 + i}-12-10`), ...(result === 'spread' && { spreadTo: 'Làng' }) },
      })),
    });
  await evaluate('GLAR-2021-001', ['kept', 'spread', 'kept']);
  await evaluate('GLAR-2021-002', ['kept', 'declined']);
  await evaluate('HNOL-2021-001', ['kept', 'kept', 'kept']);
  const decision = await db.prisma.awardDecision.create({
    data: {
      ...{ planId: 1, number: '34/QĐ-UBND', decidedOn: nominatedAt, body: 'UBND tỉnh', level: 'province' },
      ...{ recordedAt: nominatedAt, recordedById: liaison, channel: 'web' },
    },
  });
  await db.prisma.awardProposal.create({
    data: {
      ...{ planId: 1, exemplarId: idOf('HNOL-2021-001'), unitId: hnol.id, year: 2023, form: 'praise' },
      ...{ level: 'province', grounds, state: 'granted', proposedAt: nominatedAt, decidedAt: nominatedAt },
      decisionId: decision.id,
    },
  });
  for (const [unitId, codes] of [
    [glar.id, ['GLAR-2021-001', 'GLAR-2021-002']],
    [hnol.id, ['HNOL-2021-001', 'HNOL-2021-002']],
  ] as const)
    await transact(db, ({ prisma }) =>
      saveNominations(
        prisma,
        { planId: 1, unitId },
        codes.map((code) => ({ exemplarId: idOf(code), grounds })),
        { personId: liaison, channel: 'zalo', at: nominatedAt, onBehalf: false },
      ),
    );
  const by = { personId: liaison, channel: 'web', at: decidedAt };
  for (const { id, exemplar, changes } of await listNominations(db.prisma, { planId: 1 })) {
    const decided = { id, seen: changes.at(-1)?.id ?? 0 };
    if (exemplar.code === 'GLAR-2021-001' || exemplar.code === 'HNOL-2021-001')
      await chooseDelegate(db, decided, by);
    if (exemplar.code === 'HNOL-2021-002')
      await dropDelegate(db, { ...decided, reason: 'Mới đăng ký, chưa có kết quả' }, by);
  }
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

const request = (more: Partial<ReportRequest> = {}): ReportRequest => ({
  ...{ year: 2025, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2025-06-01T02:05:00Z'), ...more },
});

async function make(more: Partial<ReportRequest> = {}) {
  const made = await makeAsOf(conferenceList, { db, plan: plan101, calendar, tempDir }, request(more));
  const [word] = made.also ?? [];
  if (!word) throw new Error('no Word file');
  const bytes = await readFile(word.path);
  if (process.env.SCREENSHOTS) {
    await copyFile(word.path, join(process.env.SCREENSHOTS, word.filename));
    await copyFile(made.path, join(process.env.SCREENSHOTS, made.filename));
  }
  return { made, word, bytes, table: await readTable(made.path), ...(await readWord(bytes)) };
}

describe('the workbook', () => {
  it('ranks the nominations, and its formulas give the points of the plan', async () => {
    const { made, table } = await make();
    expect(table.groups.map(({ label }) => label)).toEqual([
      'ĐẠI BIỂU ĐƯỢC CHỌN',
      'CHƯA QUYẾT ĐỊNH',
      'KHÔNG CHỌN',
    ]);
    expect(table.lines.map((line) => [line[1], ...line.slice(6, 14), line[15]])).toEqual([
      ['Rơ Châm Hiêng', 3, 1, 0, 0, 1, null, 13, 1, null],
      ['Đội cồng chiêng làng Dôr 2', 3, 0, 1, 4, null, null, 13, 2, null],
      ['=HYPERLINK("x")', 1, 0, 0, 0, null, 1, 5, 3, null],
      ['Tổ hợp tác cà phê', 0, 0, 0, 0, null, null, 0, 4, 'Mới đăng ký, chưa có kết quả'],
    ]);
    expect(made.filename).toBe('Bao-cao-hoi-nghi-2025.xlsx');
    expect(made.figures.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Điển hình được giới thiệu: 4',
      'Đại biểu được chọn: 2',
      'Chưa quyết định: 1',
      'Không chọn: 1',
    ]);
  });

  it('of one unit keeps the places among all', async () => {
    const { table } = await make({ unitIds: [glar.id], unitLabel: glar.name });
    expect(table.lines.map((line) => [line[2], line[13]])).toEqual([
      ['GLAR-2021-001', 1],
      ['GLAR-2021-002', 3],
    ]);
  });

  it.each([
    ['2025-04-09', 0, ['Chưa có điển hình nào được giới thiệu.']],
    ['2025-04-20', 4, ['CHƯA QUYẾT ĐỊNH']],
    ['2025-05-05', 4, ['ĐẠI BIỂU ĐƯỢC CHỌN', 'CHƯA QUYẾT ĐỊNH', 'KHÔNG CHỌN']],
  ])('as of %s has %i nominations', async (asOf, lines, groups) => {
    const { table } = await make({ asOf });
    expect(table.lines.length).toBe(lines);
    expect(table.groups.map(({ label }) => label)).toEqual(groups);
  });
});

describe('the lists to sign', () => {
  it('explain the points of each line, and name the delegates', async () => {
    const { bytes, tables, text } = await make();
    expect(await listWordFaults(bytes)).toEqual([]);
    const [ranking, delegates] = tables.filter(([first]) => ['Xếp hạng', 'TT'].includes(first?.[0] ?? ''));
    expect(ranking?.[2]?.slice(5)).toEqual([
      '13',
      '3 năm duy trì × 3 = 9; 1 năm nhân rộng × 2 = 2; lao động trực tiếp 2',
      'Được chọn',
    ]);
    expect(ranking?.[3]?.[6]).toBe('3 năm duy trì × 3 = 9; 1 khen thưởng cấp tỉnh × 4 = 4');
    const named = delegates?.slice(2).map((row) => row.filter(Boolean).slice(0, 2));
    expect(named).toEqual([
      ['I', 'TẬP THỂ'],
      ['1', 'Đội cồng chiêng làng Dôr 2'],
      ['II', 'CÁ NHÂN'],
      ['1', 'Rơ Châm Hiêng'],
    ]);
    expect(text).toContain('Đại biểu dự Hội nghị điển hình tiên tiến huyện Đak Đoa năm 2025');
    expect(text).toContain('PHÒNG NỘI VỤ');
  });
});

it.each([
  [2025, ['GLAR-2021-001', 'GLAR-2021-002', 'HNOL-2021-001', 'HNOL-2021-002']],
  [2024, []],
])('Kết quả năm %i marks those nominated in that year', async (year, codes) => {
  const made = await yearResults.make({ db, plan: plan101, calendar, tempDir }, request({ year }));
  const { headings, lines } = await readTable(made.path);
  const at = headings.findIndex((heading) => heading.includes('Giới thiệu dự Hội nghị'));
  expect(at).toBeGreaterThan(5);
  expect(lines.filter((line) => line[at] === 1).map((line) => line[1])).toEqual(codes);
});
