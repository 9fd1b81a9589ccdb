import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../tests/documents/read-table.ts';
import { calendar, fillDistrict, plan101 } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import { byUnit } from '../by-unit.ts';
import { officeReport } from './office-report.ts';

let tempDir = '';
let db: TestDatabase;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-office-'));
  db = await freshDatabase();
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(year: number, now: string) {
  const deps = { db, plan: plan101, calendar, tempDir };
  const request = { year, locale: 'vi', by: 'Lê Thị Thu', now: new Date(now) } as const;
  const made = await officeReport.make(deps, request);
  const bytes = await readFile(made.path);
  return {
    made,
    bytes,
    ...(await readWord(bytes)),
    sheet: await readTable((await byUnit.make(deps, request)).path),
  };
}

describe("the office's report", () => {
  it('without units and exemplars says so', async () => {
    const { bytes, text, tables } = await make(2021, '2021-08-19T02:00:00Z');
    expect(await listWordFaults(bytes)).toEqual([]);
    expect(text).toContain('đăng ký 0 điển hình, bằng 0% chỉ tiêu tối thiểu');
    expect(text).toContain('Không đơn vị nào còn việc quá hạn.');
    expect(tables.at(-1)?.at(-1)).toEqual(['Không có đơn vị nào.']);
  });

  it('has the figures of the workbook by unit, in text and tables', async () => {
    await fillDistrict(db, plan101, 7);
    const { bytes, text, tables, sheet } = await make(2021, '2022-02-05T02:05:00Z');
    expect(await listWordFaults(bytes)).toEqual([]);
    const total = (heading: string) => String(sheet.grand[sheet.headings.indexOf(heading)]);
    const counted = total('Đã gửi');
    expect(text).toContain(`đăng ký ${counted} điển hình`);
    const appendix = tables.at(-1)?.at(-1) ?? [];
    expect(appendix.slice(2, 4)).toEqual([total('Tối thiểu'), counted]);
    const kinds = tables.find((table) => table[0]?.[1] === 'Nhóm đơn vị')?.at(-1) ?? [];
    expect(kinds.slice(2, 5)).toEqual([String(sheet.lines.length), total('Tối thiểu'), counted]);
    const unitRows = (tables.at(-1) ?? []).filter((row) => /^\d+$/.test(row[0] ?? '') && row[1]);
    expect(unitRows.map((row) => row[1])).toEqual(sheet.lines.map((line) => String(line[1])));
  });

  it('cites the law of its day and the plan, and names what is late', async () => {
    const { text } = await make(2021, '2022-02-05T02:05:00Z');
    expect(text).toContain('Căn cứ Nghị định số 91/2017/NĐ-CP');
    expect(text).not.toContain('98/2023');
    expect(text).toContain('Căn cứ Kế hoạch số 101/KH-UBND ngày 18/8/2021 của UBND huyện về xây dựng');
    expect(text).toMatch(/Còn \d+ đơn vị chưa hoàn thành việc đã quá hạn: /);
    expect(text).toMatch(/Kế hoạch triển khai \(hạn 24\/8\/2021\): \d+\/\d+ đơn vị đã gửi/);
    expect(text).not.toContain('So với cuối năm');
  });

  it('compares a later year with the year before', async () => {
    const { text } = await make(2022, '2023-02-05T02:05:00Z');
    expect(text).toMatch(/So với cuối năm 2021 \(\d+ điển hình\) (tăng|giảm|không)/);
  });
});
