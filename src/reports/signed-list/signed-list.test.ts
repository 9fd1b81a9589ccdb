import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../../tests/documents/read-table.ts';
import { calendar, layUnits, plan101, register, type Unit } from '../../../tests/documents/sample.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import type { ReportPeriod } from '../report-period.ts';
import { signedList } from './signed-list.ts';

let tempDir = '';
let db: TestDatabase;
let glar: Unit;
let police: Unit;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-signed-'));
  db = await freshDatabase();
  const { units, liaison } = await layUnits(db, plan101);
  const named = (name: string): Unit => {
    const unit = units.find((one) => one.name === name);
    if (!unit) throw new Error(`no ${name}`);
    return unit;
  };
  glar = named('Xã Glar');
  police = named('Công an huyện');
  await register(db, plan101, liaison, [
    { unit: glar, number: 1, subject: 'individual', name: 'Rơ Châm Hiêng', status: 'approved' },
    { unit: glar, number: 2, subject: 'collective', name: '=1+1', difficultArea: true, directLabour: true },
    { unit: glar, number: 3, subject: 'collective', name: 'Đội cồng chiêng làng Dôr 2' },
    { unit: glar, number: 4, status: 'returned' },
    { unit: glar, number: 5, status: 'rejected' },
    { unit: glar, number: 6, status: 'withdrawn' },
    { unit: glar, number: 7, subject: 'individual', name: 'Đinh A Ngưi', ethnicity: '' },
    { unit: glar, number: 1, year: 2022, name: 'Của năm sau' },
    { unit: police, number: 1, name: 'Của đơn vị khác' },
  ]);
});
afterAll(async () => {
  await db.drop();
  await rm(tempDir, { recursive: true });
});

async function make(unit: Unit, year = 2021, period: Partial<ReportPeriod> = {}) {
  const made = await signedList.make(
    { db, plan: plan101, calendar, tempDir },
    {
      ...{ year, ...period },
      unitIds: [unit.id],
      unitLabel: unit.name,
      locale: 'vi',
      by: 'Lê Thị Thu',
      now: new Date('2022-02-05T02:05:00Z'),
    },
  );
  const bytes = await readFile(made.path);
  return { made, bytes, ...(await readWord(bytes)) };
}

describe('the list that a unit signs', () => {
  it('ends with the criteria of its own that the unit has in use', async () => {
    const author = await db.prisma.person.findFirstOrThrow();
    const at = new Date('2021-08-18T01:00:00Z');
    const by = { planId: plan101.id, addedAt: at, addedById: author.id, addedVia: 'web' };
    const gone = { retiredAt: at, retiredById: author.id, retiredVia: 'web' };
    for (const more of [
      { unitId: glar.id, text: 'Giữ được đội cồng chiêng' },
      { unitId: glar.id, text: 'Mỗi nhà một vườn rau', ...gone },
      { unitId: glar.id, text: 'Không ai chặt gỗ rừng' },
      { unitId: police.id, text: 'Của đơn vị khác cả' },
    ])
      await db.prisma.ownCriterion.create({ data: { ...by, ...more } });
    const { text } = await make(glar);
    expect(text).toContain(
      'Tiêu chí riêng của đơn vị: 1. Giữ được đội cồng chiêng; 2. Không ai chặt gỗ rừng.',
    );
    expect(text).not.toMatch(/vườn rau|đơn vị khác cả/);
  });

  it('holds what counts this year, collectives first, each group numbered from 1', async () => {
    const { made, bytes, tables } = await make(glar);
    expect(await listWordFaults(bytes)).toEqual([]);
    const [, table = []] = tables;
    expect(table.map((row) => row.slice(0, 2))).toEqual([
      ['TT', 'Họ tên / tên tập thể'],
      ['A', 'B'],
      ['I', 'TẬP THỂ'],
      ['1', '=1+1'],
      ['2', 'Đội cồng chiêng làng Dôr 2'],
      ['II', 'CÁ NHÂN'],
      ['1', 'Rơ Châm Hiêng'],
      ['2', 'Đinh A Ngưi'],
    ]);
    expect(table[3]?.slice(2)).toEqual([
      '',
      '',
      'Nguyễn Văn Hùng, Bí thư chi bộ',
      'Làng Dôr 2',
      'Mô hình cơ quan, đơn vị kiểu mẫu',
      'Vận động 45 hộ hiến 1.200 m² đất làm đường liên thôn, giảm 8 hộ nghèo.',
      'Vùng khó khăn, lao động trực tiếp',
    ]);
    expect(table[6]?.slice(2, 5)).toEqual(['1980', 'Ba Na', 'Chủ tịch Hội Nông dân xã']);
    expect(made.figures.map(({ value }) => value)).toEqual(['2', '2', '4']);
    expect(made.filename).toBe('Danh-sach-dang-ky-2021-Xa-Glar.docx');
  });

  it('is the same list as a workbook', async () => {
    const { made, tables } = await make(glar);
    const [, table = []] = tables;
    const sheet = await readTable(made.also?.[0]?.path ?? '');
    const lines = table.slice(2).filter(([mark]) => /^\d+$/.test(mark ?? ''));
    expect(sheet.lines.map((line) => line.map((value) => String(value ?? '')))).toEqual(lines);
    expect(sheet.groups).toEqual([
      { mark: 'I', label: 'TẬP THỂ' },
      { mark: 'II', label: 'CÁ NHÂN' },
    ]);
    expect(sheet.grand[6]).toBe(4);
  });

  it('carries the head of the unit and the title of its head', async () => {
    const [[glarHead], , [glarSigns]] = threeOf((await make(glar)).tables);
    expect(glarHead?.[0]).toContain('ỦY BAN NHÂN DÂN XÃ GLAR');
    expect(glarHead?.join('\n')).not.toContain('HUYỆN');
    expect(glarSigns?.[1]).toMatch(/^TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH/);
    const [[policeHead], , [policeSigns]] = threeOf((await make(police)).tables);
    expect(policeHead?.[0]).toContain('ỦY BAN NHÂN DÂN HUYỆN ĐAK ĐOA\nCÔNG AN HUYỆN');
    expect(policeSigns?.[1]).toMatch(/^THỦ TRƯỞNG ĐƠN VỊ/);
  });

  it('says that there is nothing yet, and leaves out an empty group', async () => {
    const none = await make(glar, 2023);
    expect(none.tables[1]?.at(-1)).toEqual(['Đơn vị chưa đăng ký điển hình nào.']);
    expect(none.made.figures.at(-1)?.value).toBe('0');
    const one = await make(police);
    expect(one.tables[1]?.flat()).not.toContain('CÁ NHÂN');
  });

  it('of a half-year or the whole period holds what was registered in it', async () => {
    const linesOf = async (period: Partial<ReportPeriod>) => {
      const { made, text } = await make(glar, 2022, period);
      return [made.figures.at(-1)?.value, made.filename, text.match(/tiên tiến (.+)/)?.[1]];
    };
    const name = (period: string) => `Danh-sach-dang-ky-${period}-Xa-Glar.docx`;
    expect(await linesOf({})).toEqual(['1', name('2022'), 'năm 2022']);
    expect(await linesOf({ half: 1 })).toEqual(['0', name('2022-H1'), '6 tháng đầu năm 2022']);
    expect(await linesOf({ half: 2 })).toEqual(['1', name('2022-H2'), '6 tháng cuối năm 2022']);
    expect(await linesOf({ whole: true })).toEqual(['5', name('2022-GD'), 'giai đoạn 2021 – 2025']);
  });

  it('is of one unit, never of all by mistake, and leaves nothing behind', async () => {
    const before = await readdir(tempDir);
    const request = { year: 2021, locale: 'vi', by: '', now: new Date('2022-02-05T02:05:00Z') } as const;
    for (const unitIds of [undefined, [], [glar.id, police.id]])
      await expect(
        signedList.make({ db, plan: plan101, calendar, tempDir }, { ...request, unitIds }),
      ).rejects.toThrow('not-allowed');
    expect(await readdir(tempDir)).toEqual(before);
  });
});

function threeOf([first = [], second = [], third = []]: string[][][]) {
  return [first, second, third] as const;
}
