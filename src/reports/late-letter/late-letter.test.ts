import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { calendar, layUnits, plan101, register, type Unit } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import { listStandings } from '../../duties/standing.ts';
import { noFilter } from '../filter/report-filter.ts';
import type { ReportRequest } from '../report.ts';
import { lateLetter } from './late-letter.ts';

let tempDir = '';
let db: TestDatabase;
let units: Unit[];
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-letter-'));
  db = await freshDatabase();
  const laid = await layUnits(db, plan101);
  units = laid.units;
  const first = units.find(({ kind }) => kind === 'agency');
  const glar = units.find(({ name }) => name === 'Xã Glar');
  if (!first || !glar) throw new Error('no units');
  const filedAt = new Date('2021-08-20T02:00:00Z');
  const filing = { planId: 1, duty: 'implementationPlan', filedAt, filedById: laid.liaison, channel: 'web' };
  // Every unit but one agency is late: Glar with both duties, the others with their list.
  await db.prisma.filing.createMany({
    data: units.filter(({ id }) => id !== glar.id).map(({ id }) => ({ ...filing, unitId: id })),
  });
  await register(db, plan101, laid.liaison, [
    { unit: first, number: 1 },
    ...[1, 2, 3, 4, 5, 6].map((number) => ({ unit: glar, number })),
  ]);
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(now: string, only?: string, chosen: Partial<ReportRequest> = {}) {
  const unit = units.find(({ name }) => name === only);
  const made = await lateLetter.make(
    { db, plan: plan101, calendar, tempDir },
    {
      year: 2021,
      ...(unit ? { unitIds: [unit.id], unitLabel: unit.name } : {}),
      locale: 'vi',
      by: 'Lê Thị Thu',
      now: new Date(now),
      ...chosen,
    },
  );
  const bytes = await readFile(made.path);
  return { made, bytes, ...(await readWord(bytes)) };
}

describe('the letter to late units', () => {
  it('lists every overdue duty with the days late, grouped by kind', async () => {
    const now = '2021-09-01T02:00:00Z';
    const { made, bytes, tables } = await make(now);
    expect(await listWordFaults(bytes)).toEqual([]);
    const overdue = (await listStandings({ db, plan: plan101, now: new Date(now) })).filter(
      ({ status }) => status === 'overdue',
    );
    const rows = tables.at(-1)?.slice(2) ?? [];
    const lines = rows.filter((row) => row.length === 6);
    expect(lines).toHaveLength(overdue.length);
    expect(rows.filter((row) => row.length === 2).map(([mark]) => mark)).toEqual(
      ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'].slice(0, plan101.unitKinds.length),
    );
    const at = lines.findIndex(([, name]) => name === 'Xã Glar');
    expect(lines.slice(at, at + 2).map((line) => line.slice(1))).toEqual([
      ['Xã Glar', 'Đăng ký điển hình tiên tiến', 'Còn thiếu 4 (6/10–15)', '24/08/2021', '8'],
      ['', 'Kế hoạch triển khai', 'Chưa nộp', '24/08/2021', '8'],
    ]);
    expect(lines.filter(([mark]) => mark).map(([mark]) => Number(mark))).toEqual(
      Array.from({ length: units.length - 1 }, (_, index) => index + 1),
    );
    expect(made.figures.map(({ value }) => value)).toEqual([
      String(units.length - 1),
      String(overdue.length),
      '8/9/2021',
    ]);
  });

  it('asks for an answer on a working day, in the form of the office', async () => {
    // Seven days later is 2 September, a holiday of four days.
    const { text, tables } = await make('2021-08-27T02:00:00Z');
    expect(text).toContain('chậm nhất ngày 6/9/2021');
    expect(text).toContain('Số:         /PNV\nV/v đôn đốc thực hiện Kế hoạch số 101/KH-UBND');
    expect(text).toContain('Kính gửi: Thủ trưởng các đơn vị có tên trong danh sách kèm theo');
    expect(text).toContain('- Kế hoạch triển khai (hạn 24/08/2021): 1 đơn vị.');
    expect(tables[1]?.flat().join('\n')).toContain('- Như trên;\n- UBND huyện (b/c);\n- Lưu: VT, NV.');
    expect(tables[1]?.flat().join('\n')).toContain('TRƯỞNG PHÒNG');
  });

  it('to one unit names it', async () => {
    const { text, made } = await make('2021-09-01T02:00:00Z', 'Xã Glar');
    expect(text).toContain('Kính gửi: Xã Glar');
    expect(text).toContain('Xã Glar chưa hoàn thành 2 việc đã quá hạn');
    expect(text).toContain('đề nghị thủ trưởng Xã Glar chỉ đạo');
    expect(text).not.toMatch(/\d đơn vị|các đơn vị có tên/);
    expect(made.filename).toBe('Cong-van-don-doc-2021-09-01-Xa-Glar.docx');
  });

  const choose = (kinds: string[]) => ({ filter: { ...noFilter, kinds } });
  const plans = { duties: [{ duty: 'implementationPlan' }] };
  const reports = { duties: [{ duty: 'annualReport', occurrence: '2022' as const }] };
  it.each<[string, Partial<ReportRequest>, string, string]>([
    ['a kind', choose(['township']), '2021-09-01', 'Thị trấn Đak Đoa chưa hoàn thành 1 việc'],
    ['several kinds', choose(['police', 'military']), '2021-09-01', 'còn 2 đơn vị chưa hoàn thành 2 việc'],
    ['a duty', plans, '2021-09-01', 'Xã Glar chưa hoàn thành 1 việc'],
    ['a duty and a kind', { ...plans, ...choose(['commune']) }, '2021-09-01', 'thủ trưởng Xã Glar'],
    ['one time of a duty', reports, '2023-01-10', 'còn 53 đơn vị chưa hoàn thành 53 việc'],
  ])('to %s names what was chosen', async (_, chosen, day, said) => {
    const { text } = await make(`${day}T02:00:00Z`, undefined, chosen);
    expect(text).toContain(said);
    if ('duties' in chosen) expect(text).not.toContain('- Đăng ký điển hình');
  });

  it('names the duties that are overdue longest first', async () => {
    const { text } = await make('2023-01-10T02:00:00Z');
    const days = [...text.matchAll(/^- .*\(hạn (\d\d)\/(\d\d)\/(\d{4})\)/gm)].map(
      ([, d, m, y]) => `${y}-${m}-${d}`,
    );
    expect(days.length).toBeGreaterThan(2);
    expect(days).toEqual(days.toSorted());
  });

  it.each<[string, string, string | undefined, Partial<ReportRequest>, string]>([
    ['before the due', '2021-08-24', undefined, {}, 'no-unit-late'],
    ['to a unit that is not late', '2021-09-01', 'agency', {}, 'no-chosen-late'],
    ['about a duty that all have done', '2021-09-01', 'township', plans, 'no-chosen-late'],
    ['about a duty to come', '2021-09-01', undefined, reports, 'no-chosen-late'],
    ['to a kind before the due', '2021-08-24', undefined, choose(['commune']), 'no-chosen-late'],
  ])('is not written %s', async (_, day, unit, chosen, code) => {
    const name = unit && units.find(({ kind }) => kind === unit)?.name;
    await expect(make(`${day}T02:00:00Z`, name, chosen)).rejects.toThrow(code);
  });
});
