import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register, type Unit } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import type { ReportRequest } from '../report.ts';
import { awardList } from './award-list.ts';

const at = new Date('2023-12-14T02:00:00Z');
const grounds = 'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, giảm 8 hộ nghèo trong năm.';

let tempDir = '';
let db: TestDatabase;
let glar: Unit;
let hnol: Unit;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-awards-'));
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const named = (name: string): Unit => {
    const unit = units.find((one) => one.name === name);
    if (!unit) throw new Error(`no ${name}`);
    return unit;
  };
  glar = named('Xã Glar');
  hnol = named("Xã H'Nol");
  await register(db, plan101, liaison, [
    { unit: glar, number: 1, subject: 'individual', name: 'Rơ Châm Hiêng', status: 'approved' },
    { unit: glar, number: 2, name: '=HYPERLINK("x")', status: 'approved' },
    { unit: hnol, number: 1, name: 'Đội cồng chiêng làng Dôr 2', status: 'approved' },
    { unit: hnol, number: 2, name: 'Tổ hợp tác cà phê', status: 'approved' },
  ]);
  const { id: decisionId } = await db.prisma.awardDecision.create({
    data: {
      ...{ planId: 1, number: '3456/QĐ-UBND', decidedOn: new Date('2023-12-25'), body: 'UBND huyện' },
      ...{ level: 'district', recordedAt: at, recordedById: liaison, channel: 'web' },
    },
  });
  const exemplars = await db.prisma.exemplar.findMany();
  const propose = async (code: string, level: string, of: object) => {
    const { id: exemplarId, unitId } = exemplars.find((one) => one.code === code) ?? { id: 0, unitId: 0 };
    const facts = { planId: 1, exemplarId, unitId, year: 2023, level, grounds, proposedAt: at };
    await db.prisma.awardProposal.create({ data: { ...facts, decidedAt: at, ...of } });
  };
  await propose('GLAR-2021-001', 'district', { title: 'worker', state: 'granted', decisionId });
  await propose('GLAR-2021-002', 'district', { form: 'merit', state: 'forwarded' });
  await propose('GLAR-2021-002', 'province', { form: 'praise', state: 'proposed' });
  await propose('HNOL-2021-001', 'province', { title: 'best-collective', state: 'forwarded' });
  await propose('HNOL-2021-001', 'district', {
    ...{ form: 'merit', state: 'not_forwarded', reason: 'Chưa đủ hai năm liền' },
  });
  await propose('HNOL-2021-002', 'district', { form: 'merit', state: 'withdrawn' });
  await propose('HNOL-2021-002', 'district', { form: 'merit', year: 2022, state: 'proposed' });
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(request: Partial<ReportRequest> = {}) {
  const made = await awardList.make(
    { db, plan: plan101, calendar, tempDir },
    {
      ...{ year: 2023, locale: 'vi', by: 'Lê Thị Thu', forOffice: true },
      ...{ now: new Date('2024-02-05T02:05:00Z'), ...request },
    },
  );
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
  it('has a group for each level, form and title apart, and what became of each', async () => {
    const { made, table } = await make();
    expect(table.groups.map(({ label }) => label)).toEqual(['Cấp huyện', 'Cấp tỉnh']);
    expect(table.lines.map((line) => [line[0], line[1], ...line.slice(3, 6), ...line.slice(8, 12)])).toEqual([
      [
        1,
        'Rơ Châm Hiêng',
        'Xã Glar',
        null,
        'Lao động tiên tiến',
        'Đã được khen',
        '3456/QĐ-UBND',
        new Date('2023-12-25'),
        null,
      ],
      [2, '=HYPERLINK("x")', 'Xã Glar', 'Giấy khen', null, 'Đã trình', null, null, null],
      [
        3,
        'Đội cồng chiêng làng Dôr 2',
        "Xã H'Nol",
        'Giấy khen',
        null,
        'Không trình',
        null,
        null,
        'Chưa đủ hai năm liền',
      ],
      [1, '=HYPERLINK("x")', 'Xã Glar', 'Bằng khen', null, 'Đã đề nghị', null, null, null],
      [
        2,
        'Đội cồng chiêng làng Dôr 2',
        "Xã H'Nol",
        null,
        'Tập thể lao động xuất sắc',
        'Đã trình',
        null,
        null,
        null,
      ],
    ]);
    expect(made.filename).toBe('Bao-cao-khen-thuong-2023.xlsx');
    expect(made.figures.map(({ label, value }) => `${label}: ${value}`)).toEqual([
      'Lượt đề nghị khen thưởng: 5',
      'Chưa trình: 1',
      'Đã trình, chưa có kết quả: 2',
      'Không trình: 1',
      'Được khen thưởng: 1',
    ]);
  });

  it.each([
    ['another year', { year: 2022 }, 1],
    ['the whole period', { year: 2025, whole: true }, 6],
    ['a year without any', { year: 2024 }, 0],
    ['the half of the year in which they were made', { year: 2023, half: 2 as const }, 5],
    ['the other half', { year: 2023, half: 1 as const }, 0],
  ])('of %s', async (_, period, lines) => {
    const { made, table } = await make(period);
    expect(table.lines.length).toBe(lines);
    expect(made.rows).toBe(lines);
  });

  it('of a unit has nothing of others', async () => {
    const { table } = await make({ unitIds: [hnol.id], unitLabel: hnol.name });
    expect(table.lines.map((line) => line[3])).toEqual(["Xã H'Nol", "Xã H'Nol"]);
  });
});

describe('the list to sign', () => {
  it('of the office has a table for each level with what is forwarded', async () => {
    const { bytes, tables, text, word } = await make();
    expect(await listWordFaults(bytes)).toEqual([]);
    const lists = tables.filter(([first]) => first?.[0] === 'TT');
    expect(lists.map((list) => list.slice(2).map(([number, name]) => [number, name]))).toEqual([
      [
        ['1', 'Rơ Châm Hiêng'],
        ['2', '=HYPERLINK("x")'],
      ],
      [['1', 'Đội cồng chiêng làng Dôr 2']],
    ]);
    expect(lists[1]?.[2]?.slice(3)).toEqual(["Xã H'Nol", 'Tập thể lao động xuất sắc', 'Cấp tỉnh', grounds]);
    expect(text).toContain('Đề nghị khen thưởng cấp huyện năm 2023');
    expect(text).toContain('PHÒNG NỘI VỤ');
    expect(word.filename).toBe('Danh-sach-de-nghi-khen-thuong-2023.docx');
  });

  it('of a unit has its own head, and all that it proposes', async () => {
    const { tables, text } = await make({ unitIds: [glar.id], unitLabel: glar.name, forOffice: false });
    const lists = tables.filter(([first]) => first?.[0] === 'TT');
    expect(lists.map((list) => list.slice(2).map(([, name]) => name))).toEqual([
      ['Rơ Châm Hiêng', '=HYPERLINK("x")'],
      ['=HYPERLINK("x")'],
    ]);
    expect(text).toContain('XÃ GLAR');
    expect(text).not.toContain('PHÒNG NỘI VỤ');
  });

  it('of a liaison of two units has a head for each of them', async () => {
    const { text } = await make({ unitIds: [glar.id, hnol.id], forOffice: false });
    expect(text).toContain('XÃ GLAR');
    expect(text).toContain("XÃ H'NOL");
  });

  it('without any proposal says so', async () => {
    const { text } = await make({ year: 2024 });
    expect(text).toContain('Không có đề nghị nào.');
  });
});

it('shows what a merged unit proposed with the unit after it, from that day on', async () => {
  const exemplar = await db.prisma.exemplar.findFirstOrThrow({ where: { code: 'GLAR-2021-001' } });
  const of = { id: exemplar.id };
  await db.prisma.unit.update({
    where: { id: glar.id },
    data: { until: new Date('2024-01-31'), active: false, successorId: hnol.id },
  });
  await db.prisma.exemplar.update({ where: of, data: { unitId: hnol.id, originUnitId: glar.id } });
  const lineOf = async (request: Partial<ReportRequest>) =>
    (await make({ unitIds: [hnol.id], unitLabel: hnol.name, ...request })).table.lines.find(
      (line) => line[1] === 'Rơ Châm Hiêng',
    );
  // The report of 2023 shows the units of that year.
  expect((await lineOf({ year: 2023 }))?.[3]).toBe('Xã Glar');
  await db.prisma.unit.update({ where: { id: glar.id }, data: { until: new Date('2023-06-30') } });
  expect((await lineOf({ year: 2023 }))?.[3]).toBe("Xã H'Nol");
});
