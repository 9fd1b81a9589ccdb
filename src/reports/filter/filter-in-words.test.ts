import { describe, expect, test } from 'vitest';
import { plan101, smallPlan } from '../../../tests/documents/sample.ts';
import { readReportLine } from '../read-line.ts';
import { findUnfit } from './report-filter.ts';
import { sayReportFilter } from './say-filter.ts';

/** The report, the kinds, the categories, the states and the unit of a line. */
function read(typed: string, plan = plan101) {
  const { report, filter, unitWords, all } = readReportLine(typed, '2021-08-18', plan);
  const categories = filter.categories.map((key) => key.replace(/^(?:collective|individual)\./, ''));
  return [report?.code, filter.kinds.join(), categories.join(), filter.states.join(), unitWords, all];
}

const individuals = 'official,worker,resident';

describe('a filter in the words of a request', () => {
  test.each([
    [
      'danh sách các xã năm 2021 đã duyệt lĩnh vực giáo dục',
      'danhsach',
      'commune',
      'education',
      'approved',
      '',
    ],
    ['danhsach 2021 trả lại', 'danhsach', '', '', 'returned', ''],
    ['danh sách hồ sơ bị trả lại của xã Glar', 'danhsach', '', '', 'returned', 'của xã Glar'],
    ['tổng hợp các xã, thị trấn năm nay', 'tonghop', 'commune,township', '', '', ''],
    ['tong hop cac xa va thi tran', 'tonghop', 'commune,township', '', '', ''],
    ['tổng hợp cấp xã', 'tonghop', 'commune,township', '', '', ''],
    ['tổng hợp khối đoàn thể', 'tonghop', 'association', '', '', ''],
    ['tổng hợp các cơ quan, ban, ngành', 'tonghop', 'agency', '', '', ''],
    ['tổng hợp các phòng ban và các đoàn thể', 'tonghop', 'agency,association', '', '', ''],
    ['danh sách ngành y tế 2021', 'danhsach', 'health', '', '', ''],
    ['danh sách cá nhân chờ duyệt', 'danhsach', '', individuals, 'submitted', ''],
    ['danh sach ca nhan nam 2021', 'danhsach', '', individuals, '', ''],
    ['danh sách lĩnh vực y tế và nông thôn mới', 'danhsach', '', 'health,new_rural', '', ''],
    ['danh sách thuộc lĩnh vực quốc phòng, an ninh ạ', 'danhsach', '', 'defence_security', '', ''],
    ['danhsach linh vuc nguoi ngheo da duyet', 'danhsach', '', 'poverty_reduction', 'approved', ''],
    ['danh sách không duyệt hoặc đã rút', 'danhsach', '', '', 'rejected,withdrawn', ''],
    ['tiến độ nộp các xã quá hạn', 'tiendo', 'commune', '', 'overdue', ''],
    ['tiến độ nộp chậm', 'tiendo', '', '', 'doneLate', ''],
    ['tiendo chưa xong ngành giáo dục', 'tiendo', 'education', '', 'overdue,missing', ''],
    ['đôn đốc bị chặn', 'dondoc', '', '', 'blocked', ''],
    ['đôn đốc đã gửi các xã', 'dondoc', 'commune', '', 'sent', ''],
    ['danh sách đã gửi', 'danhsach', '', '', 'submitted', ''],
    ['theo lĩnh vực 2021 các xã', 'linhvuc', 'commune', '', '', ''],
    ['danh sách approved category health', 'danhsach', '', 'health', 'approved', ''],
    ['tổng hợp quá hạn các xã', 'tonghop', 'commune', '', 'overdue', ''],
  ])('%s', (typed, ...expected) => {
    expect(read(typed).slice(0, 5)).toEqual(expected);
  });

  test.each([
    ['tổng hợp xã Glar', 'tonghop', 'xã Glar'],
    ['lĩnh vực xã Glar năm 2021', 'linhvuc', 'xã Glar'],
    ['danh sách thị trấn Đak Đoa', 'danhsach', 'thị trấn Đak Đoa'],
    ['danh sách phòng giáo dục', 'danhsach', 'phòng giáo dục'],
    ['danh sách công an', 'danhsach', 'công an'],
    ['tổng hợp hội phụ nữ', 'tonghop', 'hội phụ nữ'],
    ['danh sách đã xử lý', 'danhsach', 'đã xử lý'],
    ['lĩnh vực phòng y tế', 'linhvuc', 'phòng y tế'],
  ])('a unit is no filter, and words not understood stay: %s', (typed, code, unitWords) => {
    expect(read(typed)).toEqual([code, '', '', '', unitWords, false]);
  });

  test.each([
    ['danh sách các thôn', 'village', ''],
    ['danh sách các trường và câu lạc bộ đã duyệt', 'school,club', 'approved'],
    ['danh sách các xã', '', ''],
    ['danh sách tất cả thôn, câu lạc bộ', 'village,club', ''],
    ['danh sách nhóm trường học', 'school', ''],
  ])('kinds are those of the plan, not of this one: %s', (typed, kinds, states) => {
    const [, found, , state, unit, all] = read(typed, smallPlan);
    expect([found, state, unit, all]).toEqual([kinds, states, '', true]);
  });
});

test.each([
  ['danh sách các xã đã duyệt', 'vi', 'Nhóm đơn vị: Xã; Trạng thái: Đã duyệt'],
  ['danh sách cá nhân', 'vi', 'Lĩnh vực: Cá nhân'],
  ['danh sách lĩnh vực y tế', 'en', 'Categories: Health care'],
  ['tiendo quá hạn', 'en', 'Status: Overdue'],
  ['danh sách 2021', 'vi', ''],
] as const)('"%s" is said in %s', (typed, locale, said) => {
  expect(sayReportFilter(locale, plan101, readReportLine(typed, '2021-08-18', plan101).filter)).toBe(said);
});

test.each([
  ['tổng hợp lĩnh vực giáo dục 2021 trả lại', ['categories', 'states']],
  ['word 2021 các xã', ['kinds']],
  ['tiến độ nộp bị chặn', ['states']],
  ['danh sách các xã quá hạn', ['states']],
  ['linhvuc đã duyệt các xã', []],
  ['tonghop nộp chậm', []],
])('"%s": the report does not understand %j', (typed, unfit) => {
  const { report, filter } = readReportLine(typed, '2021-08-18', plan101);
  expect(findUnfit(filter, report?.filters)).toEqual(unfit);
});
