import { expect, test } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import { readReportLine as readLineOf } from './read-line.ts';

const readReportLine = (typed: string, thisYear: number) => readLineOf(typed, `${thisYear}-08-18`, plan101);

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
  ['tổng hợp giúp em năm 2021 xã Glar với ạ', 'tonghop', [2021], 'xã Glar'],
  ['danh sách năm nay xã Glar nhé', 'danhsach', [2022], 'xã Glar'],
  ['năm 2021 tổng hợp', 'tonghop', [2021], ''],
  ['xã Glar năm 2021 danh sách chi tiết', 'danhsach', [2021], 'xã Glar'],
  ['tổng hợp năm 2021 toàn huyện', 'tonghop', [2021], ''],
  ['danh sách tất cả các đơn vị năm ngoái', 'danhsach', [2021], ''],
  ['tổng hợp của năm 2021 ạ', 'tonghop', [2021], ''],
  ['Tổng hợp, năm 2021, xã Nam Yang.', 'tonghop', [2021], 'xã Nam Yang'],
  ['danh sách năm2021 xã nam yang', 'danhsach', [2021], 'xã nam yang'],
  ['TONG HOP NAM 2021 XA GLAR A', 'tonghop', [2021], 'XA GLAR'],
  ['tổng hợp 2021-2022', 'tonghop', [2021, 2022], ''],
  ['file excel danh sách 2021', 'danhsach', [2021], ''],
  ['2021', undefined, [2021], ''],
  ['năm nay toàn huyện', undefined, [2022], ''],
  ['năm 2021 xã Glar', undefined, [2021], 'xã Glar'],
  ['  ', undefined, [], ''],
])('"%s" asks for %s of %j', (typed, code, years, unitWords) => {
  const line = readReportLine(typed, 2022);
  expect([line.report?.code, line.years, line.unitWords]).toEqual([code, years, unitWords]);
});

test.each([
  ['tổng hợp toàn huyện', true, false],
  ['tổng hợp cả huyện ạ', true, false],
  ['danh sách các xã', true, false],
  ['tổng hợp all units 2021', true, false],
  ['tổng hợp năm', false, true],
  ['tổng hợp nam', false, true],
  ['tổng hợp năm xã Glar', false, true],
  ['tổng hợp xã Nam Yang', false, false],
  ['tổng hợp CA huyện', false, false],
])('"%s" asks for all units: %s, leaves the year open: %s', (typed, all, openYear) => {
  const line = readReportLine(typed, 2022);
  expect([line.all, line.openYear]).toEqual([all, openYear]);
});

test.each([
  ['tổng hợp quý này', 'quý này', []],
  ['cái báo cáo tổng hợp quý III', 'quý III', []],
  ['danh sách tháng 8 năm 2021', 'tháng 8', [2021]],
  ['tổng hợp tháng này ạ', 'tháng này', []],
  ['tong hop thang truoc', 'thang truoc', []],
  ['danh sách tuần vừa rồi', 'tuần vừa rồi', []],
  ['tổng hợp this quarter', 'this quarter', []],
  ['tổng hợp mới nhất', undefined, []],
  ['số liệu tổng hợp tính đến hôm nay', undefined, []],
  ['danh sách điển hình tiên tiến năm nay', undefined, [2022]],
  ['tổng hợp đến nay giúp chú', undefined, []],
  ['chi tiết', undefined, []],
  ['chi tiet nam ngoai', undefined, [2021]],
])('"%s" names the part of a year: %j', (typed, period, years) => {
  const line = readReportLine(typed, 2022);
  expect([line.period, line.years, line.unitWords]).toEqual([period, years, '']);
  expect(line.report).toBeDefined();
});

test.each([
  ['tổng hợp 6 tháng đầu năm nay', [2022], { half: 1 }],
  ['danh sach 6 thang cuoi nam 2021', [2021], { half: 2 }],
  ['tổng hợp nửa đầu năm 2021 ạ', [2021], { half: 1 }],
  ['linhvuc 2023-H1', [2023], { half: 1 }],
  ['tiendo 2021-h2', [2021], { half: 2 }],
  ['tổng hợp sáu tháng cuối năm ngoái', [2021], { half: 2 }],
  ['tong hop 6 thang dau nam', [], { half: 1 }],
  ['tonghop giaidoan', [], { whole: true }],
  ['danh sách cả giai đoạn', [], { whole: true }],
  ['tổng hợp toàn giai đoạn 2025', [2025], { whole: true }],
  ['tonghop 2021 15/9/2021', [2021], { asOf: '2021-09-15' }],
  ['tổng hợp tính đến hết ngày 5-8-21', [], { asOf: '2021-08-05' }],
  ['danh sách năm 2021 tính đến 15/9/2022', [2021], { asOf: '2022-09-15' }],
  ['tong hop den ngay 31/8', [], { asOf: '2022-08-31' }],
  ['tổng hợp năm 2021 đến ngày 30 tháng 6', [2021], { asOf: '2021-06-30' }],
  ['theo lĩnh vực ngày 1 tháng 9 năm 2021', [], { asOf: '2021-09-01' }],
  ['tổng hợp 6 tháng đầu năm 2021 tính đến 15.4.2021', [2021], { half: 1, asOf: '2021-04-15' }],
])('"%s" asks for a time of %j: %j', (typed, years, time) => {
  const {
    report,
    years: found,
    period,
    half,
    whole,
    asOf,
    unitWords,
    openYear,
  } = readReportLine(typed, 2022);
  expect({ half, whole, asOf }).toEqual({ half: undefined, whole: undefined, asOf: undefined, ...time });
  expect([found, period, unitWords, openYear]).toEqual([years, undefined, '', false]);
  expect(report).toBeDefined();
});
