import { expect, test } from 'vitest';
import { plan101 } from '../../tests/documents/sample.ts';
import { t } from '../i18n.ts';
import { loadUnits } from '../plan/load.ts';
import type { Unit } from '../units/units.ts';
import { findUnfit } from './filter/report-filter.ts';
import { reports } from './index.ts';
import { readRequest } from './read-request.ts';

const units = loadUnits('prisma/units/dak-doa.yaml', plan101).map(
  ({ code, name, short }, at): Unit => ({ id: at + 1, code, name, short }),
);

/** The report, time, filter and units of a request; the parts to ask for are marked with `?`. */
function read(typed: string): string {
  const line = readRequest(typed, '2021-10-12', plan101, units);
  const { report, several, years, half, whole, asOf, period, unclear, filter, named, field } = line;
  const short = (of: Unit[]) => of.map((unit) => unit.short).join('|');
  return [
    ...(several.length > 0 ? [`?${several.map(({ code }) => code).join('|')}`] : [report?.code ?? '?']),
    ...years.map(String),
    ...(half ? [`H${half}`] : []),
    ...(whole ? ['GD'] : []),
    ...(asOf ? [`<${asOf}`] : []),
    ...(period === undefined ? [] : [`(${period})`]),
    ...(unclear === undefined ? [] : [`?${unclear}`]),
    ...filter.kinds,
    ...filter.categories.map((key) => key.replace(/^.*\./, '.')),
    ...filter.states,
    ...filter.duties,
    ...(report ? findUnfit(filter, report.filters).map((part) => `?${part}`) : []),
    ...(named.are === 'one' ? [named.unit.short] : []),
    ...(named.are === 'several' || named.are === 'unclear' ? [`?${short(named.units)}`] : []),
    ...(field === undefined ? [] : [`?lĩnh vực ${field}`]),
  ].join(' ');
}

test.each([
  ['tiến độ chưa nộp kế hoạch triển khai năm 2021', 'tiendo 2021 overdue missing implementationPlan'],
  ['tiến độ báo cáo kết quả năm 2021 các xã', 'tiendo 2021 commune annualReport'],
  ['tiendo chưa nộp kế hoạch', 'tiendo overdue missing implementationPlan'],
  ['tiến độ nộp giới thiệu dự hội nghị điển hình tiên tiến', 'tiendo nominations'],
  ['tiến độ các xã nộp sơ kết giai đoạn', 'tiendo commune interimSummary'],
  ['tiến độ nộp đề nghị khen thưởng xã Glar 2021', 'tiendo 2021 awardProposals Glar'],
  ['danh sách đại biểu hội nghị', 'hoinghi'],
  ['tổng hợp 6T đầu năm xã Glar', 'tonghop H1 Glar'],
  ['Tổng hợp từ đầu giai đoạn của khối trường học', 'tonghop GD education'],
  ['danh sách khối trường học chưa duyệt giúp chị', 'danhsach education submitted'],
  ['tiến độ các xã nộp trễ, tính đến hết tháng 9', 'tiendo <2021-09-30 commune doneLate'],
  ['tổng hợp xã chưa đạt chỉ tiêu', 'tonghop commune overdue missing'],
  ['danh sách lĩnh vực kinh tế đã duyệt', 'danhsach .business approved'],
  ['danh sách mảng giảm nghèo', 'danhsach .poverty_reduction'],
  ['danh sach linh vuc an ninh quoc phong', 'danhsach .defence_security'],
  ['danh sách ko duyệt', 'danhsach rejected'],
  ['danh sách chưa đc phê duyệt', 'danhsach submitted'],
  ['đôn đốc gửi không được', 'dondoc failed'],
  ['tổng hợp kèm biểu đồ', 'tonghop'],
  ['tổng hợp để chiều anh đi họp', 'tonghop'],
  ['tổng hợp trình chủ tịch gấp nhé', 'tonghop'],
  ['tổng hợp so với cùng kỳ năm trước', 'tonghop'],
  ['tổng hợp toàn huyện Đak Đoa', 'tonghop'],
  ['tổng hợp xã glar(2021)', 'tonghop 2021 Glar'],
  ['toongr hopwj nawm 2021 xax glar', 'tonghop 2021 Glar'],
  ['danh sasch cacs xax ddax duyeejt', 'danhsach commune approved'],
  ['tieens ddooj nopj quas hanj', 'tiendo overdue'],
  ['danh sáhc 2021', 'danhsach 2021'],
  ['ds các phòng ban', 'danhsach agency'],
  ['xã Ia Bang tổng hợp', 'tonghop Ia Băng'],
  ['danh sách đăng ký để ký xã Glar', 'dangky Glar'],
  ['tổng hợp mặt trận và các đoàn thể', 'tonghop association'],
  ['tổng số điển hình theo lĩnh vực', 'linhvuc'],
  ['tổng hợp lại giúp anh từng xã', 'tonghop commune'],
  ['tổng hợp nhanh để anh đi họp', 'tonghop'],
  ['th pnv 2021', 'tonghop 2021 Nội vụ'],
  ['th phòng lao động', 'tonghop LĐ-TB&XH'],
  ['TH mặt trận nửa cuối năm 2021', 'tonghop 2021 H2 UBMTTQ'],
  ['tđ nộp báo cáo năm của các xã', 'tiendo commune annualReport'],
  ['td xa glar', 'tiendo Glar'],
  ['lv 2021', 'linhvuc 2021'],
  ['cv đôn đốc các xã', 'congvan commune'],
  ['th trường học', 'tonghop education'],
  ['tổng hợp khối mặt trận đoàn thể', 'tonghop association'],
  ['tổng hợp ban ngành', 'tonghop agency'],
  ['tổng hợp đăng ký điển hình 6 tháng đầu năm', 'tonghop H1'],
  ['lĩnh vực đăng ký năm 2021', 'linhvuc 2021'],
  ['kết quả đăng ký năm 2021', 'tonghop 2021'],
  ['tiến độ đăng ký các xã', 'tiendo commune registration'],
  ['tiến độ nộp danh sách đăng ký xã Glar', 'tiendo registration Glar'],
  ['danh sách dự hội nghị', 'hoinghi'],
  ['danh sách giới thiệu dự hội nghị', 'hoinghi'],
  ['tổng hợp bằng excel năm 2021', 'tonghop 2021'],
  ['tong hop bang excel xa ia bang', 'tonghop Ia Băng'],
  ['tổng hợp Ia Bang excel', 'tonghop Ia Băng'],
  ['danh sách dạng bảng xã Glar', 'danhsach Glar'],
  ['tiến độ ra file excel các xã', 'tiendo commune'],
  ['bằng word cả giai đoạn', 'word GD'],
  ['tổng hợp theo kế hoạch năm 2021', 'tonghop 2021'],
  ['tổng hợp phòng tài chính kế hoạch', 'tonghop TC-KH'],
  ['tổng hợp ban tổ chức', 'tonghop Ban Tổ chức'],
])('all of it is understood: %s', (typed, asked) => {
  expect(read(typed)).toBe(asked);
});

test.each([
  ['tổng hợp trừ các xã, thị trấn', 'tonghop agency association police military education health'],
  ['danh sách không bị trả lại', 'danhsach submitted approved rejected withdrawn'],
  ['danh sách không lấy cá nhân', /^danhsach (?!.*\.(?:official|worker|resident)).*\.education/],
  ['tiến độ chưa quá hạn', 'tiendo done doneLate missing unset optional'],
  ['tiến độ không nộp chậm', 'tiendo done overdue missing unset optional'],
  ['tiến độ nộp không đúng hạn', 'tiendo doneLate overdue'],
  ['danh sách đã duyệt ngoại trừ khối đoàn thể', /^danhsach (?!.*association)agency .* approved$/],
  ['tổng hợp không bị trả lại', /\?states$/],
])('what is taken out is taken out: %s', (typed, asked) => {
  expect(read(typed)).toEqual(typeof asked === 'string' ? asked : expect.stringMatching(asked));
});

test.each([
  ['tổng hợp xã Glar và Hà Bầu', 'tonghop ?Glar|Hà Bầu'],
  ['danh sách các xã Glar, Trang', 'danhsach commune ?Glar|Trang'],
  ['tổng hợp trừ xã Glar', 'tonghop ?'],
  ['danh sách không có xã Trang', 'danhsach ?'],
  ['tổng hợp xã Hà Đôn', 'tonghop ?Hà Đông'],
  ['tổng hợp khối đoàn thể và văn phòng huyện ủy', 'tonghop association ?VP Huyện ủy'],
  ['danh sách điển hình nữ', 'danhsach ?Hội LHPN'],
  ['danh sách điển hình là nữ', 'danhsach ?Hội LHPN'],
  ['danh sách những điển hình của nữ', 'danhsach ?'],
  ['tổng hợp bằng', 'tonghop ?Ia Băng'],
  ['tổng hợp trắng', 'tonghop ?Trang'],
  ['tổng hợp kế hoạch', 'tonghop ?TC-KH'],
  ['kq 2021', '?ketqua|word 2021'],
  ['tổng hợp, lĩnh vực và tiến độ năm 2021', '?tonghop|linhvuc|tiendo 2021'],
  ['lĩnh vực với danh sách', '?linhvuc|danhsach'],
  ['tổng hợp đẹp của xã Glar', 'tonghop ?Glar'],
  ['th xã Ayun', 'tonghop ?'],
  ['danh sách lao động', 'danhsach ?LĐ-TB&XH'],
  ['tổng hợp về tổ chức', 'tonghop ?Ban Tổ chức'],
  ['danh sách trên 60 tuổi', 'danhsach ?'],
  ['tổng hợp vùng khó khăn', 'tonghop ?'],
  ['tổng hợp cấp huyện', 'tonghop ?'],
  ['khen thưởng cấp tỉnh', 'khenthuong ?'],
  ['tổng hợp bản pdf', 'tonghop ?'],
  ['danh sách lĩnh vực văn hóa', 'danhsach ?lĩnh vực văn hóa'],
  ['lĩnh vực dân tộc', 'linhvuc Dân tộc ?lĩnh vực dân tộc'],
  ['danh sách cá nhân lĩnh vực y tế', 'danhsach .health ?'],
  ['danh sách các đơn vị nộp trễ', 'danhsach doneLate ?states'],
  ['tổng hợp và danh sách chi tiết năm 2021', '?danhsach|tonghop 2021'],
  ['đôn đốc với tiến độ các xã', '?dondoc|tiendo commune'],
  ['kết quả năm 2021', '?ketqua|word 2021'],
  ['so sánh tổng hợp năm 2021 với năm 2022', 'tonghop 2021 2022'],
  ['danh sách so với cùng kỳ năm ngoái', 'danhsach ?'],
  ['tổng hợp ngày 31/9', 'tonghop ?ngày 31/9'],
  ['tổng hợp từ 1/8 đến 15/8', 'tonghop ?từ 1/8 đến 15/8'],
])('what is not clear is asked, and no word of it is lost: %s', (typed, asked) => {
  expect(read(typed)).toBe(asked);
});

test('a school whose name begins with the short name of a report stays a school', () => {
  const school: Unit = { id: 99, code: 'THLL', name: 'Trường TH Lê Lợi', short: 'TH Lê Lợi' };
  const line = readRequest('TH Lê Lợi', '2021-10-12', plan101, [...units, school]);
  expect([line.report?.code, line.named]).toEqual([undefined, { are: 'one', unit: school }]);
});

test('the label of each report means that report alone', () => {
  for (const report of reports) {
    const { report: found, several, named } = readRequest(t('vi', report.name), '2021-10-12', plan101, units);
    // Its label has the word for a year in it, and an office calls the other report so too.
    if (report.code === 'ketqua') continue;
    expect([found?.code, several.length, named.are], t('vi', report.name)).toEqual([report.code, 0, 'all']);
  }
});
