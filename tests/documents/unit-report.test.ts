import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveDocument } from '../../src/reports/document/write-document.ts';
import { composeUnitReport } from '../../src/reports/unit-report/compose-unit-report.ts';
import { loaded } from '../support/loaded.ts';
import { convert, pages, pageText, words } from './office.ts';
import { plan101 } from './sample.ts';
import { reportOfUnit } from './unit-report-sample.ts';

const pointsPerMillimetre = 72 / 25.4;

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-annual-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.each([
  [
    'a commune',
    { name: 'Xã Glar', short: 'Glar', kind: 'commune' },
    15,
    'ỦY BAN NHÂN DÂN XÃ GLAR',
    'CHỦ TỊCH',
  ],
  [
    'a department',
    { name: 'Phòng Giáo dục và Đào tạo huyện', short: 'GD&ĐT', kind: 'education' },
    6,
    'PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HUYỆN',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ],
  [
    'an association',
    { name: 'Hội Liên hiệp Phụ nữ huyện', short: 'HPN', kind: 'association' },
    2,
    'HỘI LIÊN HIỆP PHỤ NỮ HUYỆN',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ],
  [
    'a unit without exemplars',
    { name: 'Công an huyện', short: 'CA', kind: 'police' },
    0,
    'CÔNG AN HUYỆN',
    'THỦ TRƯỞNG ĐƠN VỊ',
  ],
])('the report of %s prints in its own head, with nothing cut off', async (_who, unit, n, head, signer) => {
  const content = reportOfUnit(unit, n);
  const made = new Date('2021-12-14T02:05:00Z');
  const path = await saveDocument(
    folder,
    composeUnitReport(loaded(plan101), content, { author: 'Lê Thị Thu', made }),
  );
  const pdf = await convert(path, 'pdf');
  const { count } = await pages(pdf);
  const texts = await Promise.all(Array.from({ length: count }, (_, i) => pageText(pdf, i + 1)));
  const all = texts.join('\n').replace(/\s+/g, ' ');
  const [first = ''] = texts;
  for (const line of head.split(' ')) expect(first).toContain(line);
  expect(first.includes('ĐAK ĐOA')).toBe(unit.kind !== 'commune' && unit.kind !== 'association');
  for (const said of [
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'ngày 14 tháng 12 năm 2021',
    'Căn cứ',
    'Kế hoạch số 101/KH-UBND',
  ])
    expect(all).toContain(said);
  for (const heading of [
    'I. CÔNG TÁC LÃNH ĐẠO',
    'II. KẾT QUẢ',
    'III. ĐÁNH GIÁ CHUNG',
    'IV. PHƯƠNG HƯỚNG',
    'V. KIẾN NGHỊ',
    'PHỤ LỤC',
  ])
    expect(all).toContain(heading);
  expect(all).toContain(signer);
  expect(all).toContain('Tiêu chí riêng của đơn vị: 1. Giữ được đội cồng chiêng');
  expect(all.includes('Đề nghị khen thưởng năm 2021')).toBe(content.proposals.length > 0);
  for (const { code } of content.evaluated) expect(all).toContain(code);
  if (unit.kind === 'commune') expect(all).toContain('Ủy ban nhân dân xã Glar báo cáo kết quả');
  for (const { left, right, text } of await words(pdf)) {
    expect(left, text).toBeGreaterThanOrEqual(29 * pointsPerMillimetre);
    expect(right, text).toBeLessThanOrEqual(842 - 14 * pointsPerMillimetre);
  }
});
