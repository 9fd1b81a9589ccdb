import { expect, test } from 'vitest';
import { readReportLine } from './read-line.ts';

test.each([
  ['tonghop', 'tonghop', [], ''],
  ['tonghop 2021', 'tonghop', [2021], ''],
  ['tổng hợp năm 2021 xã Glar', 'tonghop', [2021], 'xã Glar'],
  ['2021 danh sách glar', 'danhsach', [2021], 'glar'],
  ['danh sach nam nay', 'danhsach', [2022], ''],
  ['danh sách năm ngoái xã Nam Yang', 'danhsach', [2021], 'xã Nam Yang'],
  ['danhsach nam sau', 'danhsach', [2023], ''],
  ['tonghop last year', 'tonghop', [2021], ''],
  ['tonghop năm 21', 'tonghop', [21], ''],
  ['tonghop 99999', 'tonghop', [99_999], ''],
  ['tonghop -5', 'tonghop', [-5], ''],
  ['tonghop 2021.5', 'tonghop', [2021.5], ''],
  ['tonghop 0000', 'tonghop', [0], ''],
  ['tonghop 2021 2022', 'tonghop', [2021, 2022], ''],
  ['tonghop Trường số 2', 'tonghop', [], 'Trường số 2'],
  ['tonghop 202l', 'tonghop', [], '202l'],
  ['bieudo 2021', undefined, [2021], 'bieudo'],
  ['  ', undefined, [], ''],
])('"%s" asks for %s of %j', (typed, code, years, unitWords) => {
  const line = readReportLine(typed, 2022);
  expect([line.report?.code, line.years, line.unitWords]).toEqual([code, years, unitWords]);
});
