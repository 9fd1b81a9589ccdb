import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { added, readTable } from '../../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101, publicise } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { EvaluationResult } from '../../store/generated/enums.ts';
import type { ReportRequest } from '../report.ts';
import { yearResults } from './year-results.ts';

const at = {
  code: 1,
  result: 3,
  spreadTo: 4,
  spreadCount: 5,
  publicity: 9,
  visits: 10,
  proposals: 12,
  outcomes: 13,
};
const results = Object.values(EvaluationResult);
const words = ['Duy trì tốt', 'Phát triển, nhân rộng', 'Giảm sút', 'Đã dừng'];

let tempDir = '';
let db: TestDatabase;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-year-'));
  db = await freshDatabase();
  await fillDistrict(db, plan101);
  await publicise(db);
  const approved = await db.prisma.exemplar.findMany({
    where: { status: 'approved', year: 2021 },
    orderBy: { id: 'asc' },
  });
  const evaluatedAt = new Date('2021-12-14T02:00:00Z');
  const { submittedById: recordedById } = await db.prisma.exemplar.findFirstOrThrow();
  const { id: decisionId } = await db.prisma.awardDecision.create({
    data: {
      ...{ planId: 1, number: '1234/QĐ-UBND', decidedOn: new Date('2021-12-20'), body: 'UBND huyện' },
      ...{ level: 'district', recordedAt: evaluatedAt, recordedById, channel: 'web' },
    },
  });
  const granted = { state: 'granted', decisionId, decidedAt: evaluatedAt } as const;
  for (const [i, { id: exemplarId, unitId }] of approved.entries()) {
    if (i % 5 === 4) continue;
    const result = results[i % 5] ?? 'kept';
    const spread = result === 'spread' ? { spreadTo: `Làng ${i}`, spreadCount: i + 1 } : {};
    const of = { planId: 1, exemplarId, unitId, year: 2021 };
    await db.prisma.evaluation.create({ data: { ...of, result, ...spread, evaluatedAt } });
    if (i % 2) continue;
    const level = { level: 'district', grounds: 'Căn cứ', proposedAt: evaluatedAt };
    await db.prisma.awardProposal.create({
      data: { ...of, ...level, form: 'merit', ...(i % 4 && granted) },
    });
    await db.prisma.awardProposal.create({ data: { ...of, ...level, title: 'worker', state: 'withdrawn' } });
  }
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(request: Partial<ReportRequest> = {}) {
  const made = await yearResults.make(
    { db, plan: plan101, calendar, tempDir },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2022-02-05T02:05:00Z'), ...request },
  );
  return { made, table: await readTable(made.path) };
}

test('each approved exemplar has its evaluation, activities and proposals of the year', async () => {
  const { made, table } = await make();
  const listed = await db.prisma.exemplar.findMany({
    where: { status: 'approved', year: 2021, decidedAt: { lte: new Date('2021-12-31T16:59:59Z') } },
    include: {
      evaluations: true,
      proposals: { where: { state: { not: 'withdrawn' } } },
      activities: { include: { activity: true } },
    },
  });
  const byHand = listed.map(({ code, evaluations: [found], proposals: [proposal], activities }) => [
    code,
    found ? (words[results.indexOf(found.result)] ?? '') : null,
    found?.spreadTo ?? null,
    found?.spreadCount ?? null,
    activities.filter(
      ({ activity }) =>
        activity.kind === 'publicity' && !activity.withdrawnAt && activity.heldOn.getUTCFullYear() === 2021,
    ).length,
    proposal ? 'Giấy khen (cấp huyện)' : null,
    proposal?.state === 'granted'
      ? 'Giấy khen (cấp huyện): đã khen thưởng (QĐ 1234/QĐ-UBND, 20/12/2021)'
      : null,
  ]);
  const columns = [at.code, at.result, at.spreadTo, at.spreadCount, at.publicity, at.proposals, at.outcomes];
  const shown = table.lines.map((line) =>
    columns.map((column) => line[column] || (column === at.publicity ? 0 : null)),
  );
  const sorted = (lines: typeof shown) => lines.toSorted((a, b) => String(a[0]).localeCompare(String(b[0])));
  expect(byHand.length).toBeGreaterThan(20);
  expect(sorted(shown)).toEqual(sorted(byHand));
  for (const column of [at.spreadCount, at.publicity, at.visits])
    expect(table.grand[column]).toBe(added(table.lines, column));
  const figures = Object.fromEntries(made.figures.map(({ label, value }) => [label, Number(value)]));
  expect(figures).toEqual({
    'Điển hình đã duyệt': byHand.length,
    'Điển hình đã đánh giá': byHand.filter((line) => line[1]).length,
    'Phát triển, nhân rộng': byHand.filter((line) => line[1] === words[1]).length,
    'Lượt đề nghị khen thưởng': byHand.filter((line) => line[5]).length,
  });
});

test('a unit sees its own exemplars, and another year has no evaluation yet', async () => {
  const unit = await db.prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
  const { table } = await make({ unitIds: [unit.id], unitLabel: unit.name });
  expect(table.lines.length).toBeGreaterThan(2);
  for (const line of table.lines) expect(line[at.code]).toMatch(/^GLAR-/);
  const next = await make({ year: 2022, now: new Date('2022-12-20T02:05:00Z') });
  expect(next.table.lines.length).toBeGreaterThan(20);
  expect(next.table.lines.filter((line) => line[at.result])).toEqual([]);
});

test('the whole period has a line an exemplar and year, and a half what was done in it', async () => {
  const now = new Date('2022-12-20T02:05:00Z');
  const years = await Promise.all([2021, 2022].map((year) => make({ year, now })));
  const whole = await make({ year: 2022, whole: true, now });
  const lines = years.flatMap(({ table }) => table.lines.length);
  expect(whole.table.lines).toHaveLength(
    added(
      lines.map((n) => [n]),
      0,
    ),
  );
  expect(whole.table.headings[3]).toBe('Năm');
  expect(new Set(whole.table.lines.map((line) => line[3]))).toEqual(new Set([2021, 2022]));
  // Behind the year each column stands one further.
  for (const column of [at.publicity, at.visits])
    expect(whole.table.grand[column + 1]).toBe(
      added(
        years.map(({ table }) => table.grand),
        column,
      ),
    );
  const of = (report: typeof whole) =>
    Object.fromEntries(report.made.figures.map(({ label, value }) => [label, Number(value)]));
  expect(of(whole)['Điển hình đã duyệt']).toBe(years[1]?.table.lines.length);
  const [year] = years;
  const halves = await Promise.all([1, 2].map((half) => make({ half: half === 1 ? 1 : 2, now })));
  for (const label of ['Điển hình đã đánh giá', 'Lượt đề nghị khen thưởng'])
    expect(halves.map((half) => of(half)[label])).toEqual([0, year && of(year)[label]]);
});
