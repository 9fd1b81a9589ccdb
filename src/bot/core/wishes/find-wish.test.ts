import { expect, test } from 'vitest';
import type { KnownPerson, RoleName } from '../../../people/known-person.ts';
import { commandsOf, features } from '../../features/index.ts';
import { findWish } from './find-wish.ts';
import { isAgreement, refusesWork } from './no-wish.ts';
import { endsRegularly, ordersRegularly } from './schedule-wishes.ts';

const commands = commandsOf(features);

function personAs(role: RoleName, unit?: { unitId: number; unitName: string }): KnownPerson {
  const { unitId = null, unitName = null } = unit ?? {};
  const memberships = [{ role, unitId, unitName, unitCode: null }];
  return { id: 1, name: 'Lê Thị Nga', phone: null, locale: 'vi', memberships };
}
const [officer, manager] = [personAs('officer'), personAs('manager')];

function wish(text: string, person = officer): string | undefined {
  const found = findWish(text, commands, person);
  return found && `${found.name} ${found.args}`.trim();
}

test.each([
  ['thứ tư hằng tuần cho chú bảng tổng hợp các xã', /^dinhky .*tổng hợp các xã$/],
  ['moi thang gui anh danh sach chi tiet', /^dinhky /],
  ['cứ sáng thứ sáu gửi sếp tiến độ', /^dinhky /],
  ['every Tuesday send me the progress', /^dinhky /],
  ['thôi khỏi gửi báo cáo hằng tuần nữa em', /^dinhky$/],
  ['dung nhan bao cao dinh ky', /^dinhky$/],
  ['trước mỗi hạn nộp gửi báo cáo tiến độ', /^dinhky .*báo cáo tiến độ$/],
  ['cứ trước hạn là gửi anh tổng hợp các xã', /^dinhky .*tổng hợp các xã$/],
  ['thôi không gửi báo cáo tổng hợp nữa', /^dinhky$/],
  ['thoi khoi nhan bao cao hang ngay', /^dinhky$/],
  ['gửi cho tôi danh sách đơn vị nộp trước hạn', /^(?!dinhky)/],
  ['gửi anh các xã đã xong trước hạn', /^(?!dinhky)/],
  ['cho tôi danh sách gửi trước hạn nộp năm 2021', /^(?!dinhky)/],
  ['gui cho em bao cao cac truong hoan thanh truoc han', /^(?!dinhky)/],
  ['gửi anh tiến độ trước từng hạn nộp', /^dinhky .*tiến độ/],
  ['trước hạn nộp xã nào chưa gửi', /^(?!dinhky)/],
  ['don’t send me scheduled reports', /^dinhky$/],
])('a schedule is ordered or ended: %s', (text, meant) => {
  expect(wish(text, manager)).toMatch(meant);
});

test.each([
  ['nhắc lại mấy trường chưa nộp kế hoạch giúp chị', /^dondoc .*kế hoạch/],
  ['giuc cac doan the nop bao cao nam', /^dondoc .*bao cao nam/],
  ['please remind the late communes', /^dondoc /],
  ['cho các xã thêm 1 tuần nộp kế hoạch triển khai', /^suahan .*kế hoạch triển khai$/],
  ['kéo dài thời hạn đăng ký đến hết 30/9', /^suahan .*30\/9$/],
  ['postpone the registration deadline', /^suahan /],
  ['bao giờ tới hạn nộp kế hoạch vậy em', /^tiendo hạn nộp$/],
  ['duyệt luôn hồ sơ của xã Trang đi', /^duyet xã Trang$/],
  ['còn mấy cái đang chờ duyệt nhỉ', /^duyet$/],
  ['xem báo cáo xã H’Neng mới gửi', /^duyet xã H’Neng$/],
  ['cấp mã mới cho Huyện Đoàn', /^moi .*Huyện Đoàn$/],
  ['mã nào còn chưa dùng', /^moi mã chưa dùng$/],
  ['anh Tâm chuyển công tác rồi, thay người khác ở xã Trang nhé', /^nguoidung xã Trang$/],
  ['ai phụ trách thị trấn Đak Đoa', /^nguoidung thị trấn Đak Đoa$/],
  ['khoá tài khoản của chị Hồng', /^nguoidung .*Hồng$/],
  ['đơn vị nào đề nghị giấy khen', /^khenthuong/],
  ['xếp hạng điển hình để chọn đi dự hội nghị', /^hoinghi/],
  ['tình hình bồi dưỡng ở xã Glar', /^boiduong xã Glar$/],
  ['có xã nào gặp vướng mắc không', /^giupdo$/],
  ['đóng kế hoạch này lại', /^kehoach$/],
  ['tách xã Glar thành hai', /^donvi$/],
  ['ghi lại buổi tham quan mô hình nuôi bò', /^hoatdong/],
  ['bot có bị lỗi không', /^suckhoe$/],
  ['xem tình trạng máy chủ', /^suckhoe$/],
])('an officer’s work is begun, and nothing is done yet: %s', (text, meant) => {
  expect(wish(text)).toMatch(meant);
});

test.each([
  ['toàn huyện được bao nhiêu mô hình rồi', /^baocao tổng hợp$/],
  ['xã Trang đăng ký được mấy điển hình', /^baocao tổng hợp xã Trang$/],
  ['sáu tháng đầu năm nay có bao nhiêu điển hình', /^baocao tổng hợp 6 tháng đầu năm nay$/],
  ['các lĩnh vực nào nhiều điển hình', /^baocao theo lĩnh vực/],
  ['mô hình nào được nhân rộng năm ngoái', /^baocao ketqua năm ngoái$/],
  ['mô hình nào chưa lên báo lần nào', /^baocao tuyên truyền$/],
  ['xã Glar bị nhắc mấy lần rồi', /^baocao nhật ký đôn đốc xã Glar$/],
  ['thảo công văn gửi các xã chậm nộp kế hoạch', /^baocao công văn đôn đốc gửi các xã chậm nộp kế hoạch$/],
  ['báo cáo sơ kết gửi tỉnh sáu tháng đầu năm nay', /^baocao word 6 tháng đầu năm nay$/],
  ['xã nào dẫn đầu năm nay', /^bieudo theo đơn vị năm nay$/],
  ['cho xem hình theo thời gian xã Glar', /^bieudo theo thời gian xã Glar$/],
  ['năm nay so với năm ngoái ra sao', /^baocao tổng hợp năm nay so với cùng kỳ năm trước$/],
  ['phó chủ tịch cần tổng hợp năm 2021 của xã Glar', /^baocao tổng hợp năm 2021 của xã Glar$/],
  ['how many exemplars are there this year', /^baocao tổng hợp this year$/],
  ['thế còn xã Trang thì sao', /^baocao xã Trang$/],
  ['e can file excel', /^baocao$/],
  ['xã Trang nộp xong chưa', /^tiendo xã Trang$/],
  ['có bao nhiêu đơn vị nộp', /^tiendo nộp$/],
  ['có ai nuôi dê không em', /^tracuu nuôi dê$/],
])('a question leads to its report, with its time and unit: %s', (text, meant) => {
  expect(wish(text, manager)).toMatch(meant);
});

test.each([
  ['kiểm tra xã Glar nộp tới đâu rồi', /^tiendo xã Glar$/],
  ['anh muốn biết trường nào đã nộp kế hoạch', /^tiendo các truong đã nộp kế hoạch$/],
  ['which units have not submitted the annual report', /^tiendo chưa nộp the annual report$/],
  ['xem lại điển hình làng Groi', /^tracuu làng Groi$/],
  ['mô hình về bảo vệ rừng', /^tracuu bảo vệ rừng$/],
  ['có việc gì đang chờ không', /^start$/],
  ['đặt lịch gửi bảng tổng hợp', /^dinhky/],
])('what was tried later: %s', (text, meant) => {
  expect(wish(text, manager)).toMatch(meant);
});

test.each([
  'gửi báo cáo cho anh mỗi sáng thứ hai',
  'hàng tháng gửi tôi tiến độ',
  'send the list to me every Friday',
  'gửi anh tiến độ các xã trước mỗi hạn nộp',
])('a report is ordered regularly: %s', (text) => {
  expect(ordersRegularly(text)).toBe(true);
});

test.each([
  'báo cáo hàng tháng',
  'thôi đừng gửi hàng tuần nữa',
  'nhắc các xã hằng tuần',
  'gửi tôi báo cáo thứ hai',
])('no report is ordered regularly: %s', (text) => {
  expect(ordersRegularly(text)).toBe(false);
});

test.each([
  ['thôi gửi báo cáo tổng hợp hàng tuần', true],
  ['thoi nhan danh sach', true],
  ['thôi không gửi tiến độ nữa', true],
  ['thôi gửi anh cái tổng hợp', true],
  ['gửi anh cái tổng hợp thôi', false],
  ['thôi, cho anh danh sách', false],
])('“%s” ends a report that comes by itself: %s', (text, ends) => {
  expect(endsRegularly(text)).toBe(ends);
});

test.each([
  ['làm được việc gì thế', /^trogiup$/],
  ['chưa biết cách sử dụng', /^trogiup$/],
  ['thôi hủy đi em', /^huy$/],
  ['bot ơi', /^start$/],
  ['sửa số điện thoại của anh', /^taikhoan$/],
  ['speak English', /^ngonngu$/],
  ['in ra giấy A4 cho anh', /^baocao$/],
])('what is said to the bot itself: %s', (text, meant) => {
  expect(wish(text, manager)).toMatch(meant);
});

test('who may not do it reads so, and a unit’s people are asked what they want', () => {
  expect(wish('nhắc các xã chưa nộp', manager)).toMatch(/^dondoc/);
  const liaison = personAs('liaison', { unitId: 1, unitName: 'Xã Glar' });
  expect(wish('nhắc các xã chưa nộp', liaison)).toBeUndefined();
  expect(wish('xã em có bao nhiêu điển hình rồi', liaison)).toBeUndefined();
  expect(wish('bao giờ hết hạn nộp báo cáo năm ạ', liaison)).toBe('hannop');
});

test.each([
  'Bỏ qua',
  'bỏ',
  'asdfgh',
  'hôm nay trời đẹp quá',
  'tôi muốn biết tình hình',
  '…',
  'một hai ba bốn',
])('nothing is read into “%s”', (text) => {
  expect(wish(text)).toBeUndefined();
});

test.each(['ok em', 'rõ rồi nhé', 'tốt lắm', 'k co j', 'vâng được rồi', 'great, thanks'])(
  '“%s” only agrees',
  (text) => {
    expect(isAgreement(text)).toBe(true);
  },
);

test.each(['không', 'rõ ràng là chưa nộp', 'duyệt', 'có ai nộp', 'xong báo cáo chưa'])(
  '“%s” says more',
  (text) => {
    expect(isAgreement(text)).toBe(false);
  },
);

test.each([
  'đừng nhắc xã Trang',
  'khoan hãy duyệt',
  'khỏi gửi thông báo nữa',
  'chưa cần lùi hạn',
  'do not approve it',
])('“%s” asks for no work', (text) => {
  expect(refusesWork(text)).toBe(true);
});

test.each(['nhắc xã chưa nộp', 'duyệt xã Glar', 'xã Glar chưa duyệt xong', 'gửi tổng hợp'])(
  '“%s” does not refuse',
  (text) => {
    expect(refusesWork(text)).toBe(false);
  },
);
