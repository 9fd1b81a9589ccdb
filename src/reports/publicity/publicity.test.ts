import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { added, readTable } from '../../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101, publicise } from '../../../tests/documents/sample.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import type { ReportRequest } from '../report.ts';
import { publicity } from './publicity.ts';

const at = { code: 1, times: 4, media: 5, broadcasts: 6, minutes: 7, reached: 8, lastOn: 9, never: 10 };

let tempDir = '';
let db: TestDatabase;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-publicity-'));
  db = await freshDatabase();
  await fillDistrict(db, plan101);
  await publicise(db);
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(request: Partial<ReportRequest> = {}) {
  const made = await publicity.make(
    { db, plan: plan101, calendar, tempDir },
    { year: 2021, locale: 'vi', by: 'Lê Thị Thu', now: new Date('2022-02-05T02:05:00Z'), ...request },
  );
  return { made, table: await readTable(made.path) };
}

/** The figures counted the plain way, one exemplar at a time. */
async function counted(from: string, until: string) {
  const exemplars = await db.prisma.exemplar.findMany({
    where: { status: 'approved', decidedAt: { lte: new Date(`${until}T23:59:59+07:00`) } },
    include: { activities: { include: { activity: true } } },
  });
  const lines = exemplars.map(({ code, activities }) => {
    const told = activities
      .map(({ activity }) => activity)
      .filter((one) => one.kind === 'publicity' && !one.withdrawnAt && one.heldOn <= new Date(until));
    const ofYear = told.filter((one) => one.heldOn >= new Date(from));
    const sum = (key: 'broadcasts' | 'minutes' | 'reached') => {
      const values = ofYear.flatMap((one) => one[key] ?? []);
      return values.length === 0 ? null : values.reduce((a, b) => a + b, 0);
    };
    const figures = [sum('broadcasts'), sum('minutes'), sum('reached')];
    return [code, ofYear.length, ...figures, told.length === 0 ? 1 : null];
  });
  return lines.sort((a, b) => String(a[0]).localeCompare(String(b[0])));
}

test.each([
  [2021, '2022-02-05T02:05:00Z', '2021-12-31'],
  [2022, '2022-02-05T02:05:00Z', '2022-02-05'],
  [2021, '2021-10-01T02:00:00Z', '2021-10-01'],
])('of %i at %s counts as one would by hand', async (year, now, until) => {
  const { made, table } = await make({ year, now: new Date(now) });
  const shown = table.lines.map((line) =>
    [at.code, at.times, at.broadcasts, at.minutes, at.reached, at.never].map((column) => line[column]),
  );
  const byHand = await counted(`${year}-01-01`, until);
  expect(byHand.length).toBeGreaterThan(20);
  expect(shown.sort((a, b) => String(a[0]).localeCompare(String(b[0])))).toEqual(byHand);
  for (const column of [at.times, at.broadcasts, at.minutes, at.reached, at.never])
    expect(table.grand[column]).toBe(added(table.lines, column));
  const figures = Object.fromEntries(made.figures.map(({ label, value }) => [label, Number(value)]));
  const once = await db.prisma.activity.aggregate({
    where: {
      ...{ kind: 'publicity', withdrawnAt: null },
      heldOn: { gte: new Date(`${year}-01-01`), lte: new Date(until) },
      exemplars: { some: { exemplar: { code: { in: byHand.map(([code]) => String(code)) } } } },
    },
    _sum: { broadcasts: true, minutes: true },
    _count: true,
  });
  expect(figures).toEqual({
    'Điển hình đã duyệt': byHand.length,
    'Chưa được tuyên truyền lần nào': byHand.filter((line) => line[5] === 1).length,
    'Lần tuyên truyền trong kỳ, mỗi hoạt động tính một lần': once._count,
    'Lượt phát': once._sum.broadcasts ?? 0,
    'Phút phát': once._sum.minutes ?? 0,
  });
});

test('names the media of an exemplar once each, and shows nothing of other units', async () => {
  const unit = await db.prisma.unit.findUniqueOrThrow({ where: { code: 'GLAR' } });
  const { table } = await make({ unitIds: [unit.id], unitLabel: unit.name });
  expect(table.lines.length).toBeGreaterThan(2);
  for (const line of table.lines) expect(line[at.code]).toMatch(/^GLAR-/);
  for (const line of table.lines) {
    const media = String(line[at.media] ?? '').split('; ');
    expect(new Set(media).size).toBe(media.length);
  }
});
