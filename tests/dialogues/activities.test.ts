import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableOf } from '../documents/read-table.ts';
import { addApproved } from '../support/approved-exemplars.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { png } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const ask = {
  kind: 'Hoạt động gì?',
  exemplars: 'Với những điển hình nào?',
  day: 'Ngày nào?',
  place: 'Ở đâu?',
  medium: 'Trên phương tiện nào?',
  reached: 'Bao nhiêu người',
  broadcasts: 'Phát bao nhiêu lượt?',
  minutes: 'Tất cả các lượt là bao nhiêu phút?',
  link: 'Liên kết của bài',
  files: 'Ảnh, tệp của hoạt động',
  review: 'xem lại rồi chọn Ghi lại',
};

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  let publicist: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    publicist = await house.joined('Lê Văn Đài', 'publicist');
  });
  afterAll(() => house.close());

  const skips = async (person: ChatPerson, question: string) => {
    await person.sees(question);
    await person.presses('Bỏ qua');
  };
  const logged = () =>
    house.app.house.db.prisma.activity.findMany({ orderBy: { id: 'asc' }, include: { exemplars: true } });

  it('a unit without an approved exemplar is told so', async () => {
    await liaison.says('/hoatdong');
    await liaison.sees('chưa có điển hình nào được duyệt');
    await addApproved(house, [
      { code: 'GLAR-2021-001', name: 'Đội cồng chiêng làng Dur' },
      { code: 'GLAR-2021-002', name: 'Tổ dệt thổ cẩm' },
      { code: 'HADONG-2021-001', name: 'Làng không rác' },
    ]);
  });

  it('a liaison logs a visit to two exemplars', async () => {
    await liaison.says('/hoatdong');
    await liaison.sees(ask.kind);
    await liaison.presses('Tham quan học tập');
    const asked = await liaison.sees(ask.exemplars);
    expect(asked.buttons.join()).not.toContain('HADONG');
    await liaison.says('dệt thổ cẩm');
    await liaison.sees(ask.exemplars);
    await liaison.says('đội múa lân');
    await liaison.sees('Không có điển hình đã duyệt nào có “đội múa lân”');
    await liaison.says('glar-2021-001');
    const ticked = await liaison.sees(ask.exemplars);
    expect(ticked.buttons.filter((one) => one.startsWith('☑'))).toHaveLength(2);
    await liaison.presses('Xong');
    await liaison.sees(ask.day);
    await liaison.says('1/1/2030');
    await liaison.sees('Ngày này chưa đến');
    await liaison.presses('Hôm nay');
    await liaison.sees(ask.place);
    await liaison.says('Nhà rông làng Dur, CCCD 064085001234');
    await liaison.sees('CCCD');
    await liaison.says('Nhà rông làng Dur');
    await liaison.sees(ask.reached);
    await liaison.says('đông lắm');
    await liaison.sees('gõ một số nguyên');
    await liaison.says('khoảng 35 người');
    await liaison.sees(ask.link);
    await liaison.says('javascript:alert(1)');
    await liaison.sees('Chỉ nhận địa chỉ trang mạng (http, https)');
    await liaison.says('dakdoa.gialai.gov.vn/tin/7');
    await skips(liaison, ask.files);
    const review = await liaison.sees(ask.review);
    expect(review.text).toContain(
      'Điển hình: GLAR-2021-001 Đội cồng chiêng làng Dur; GLAR-2021-002 Tổ dệt thổ cẩm',
    );
    expect(review.text).not.toContain('Lưu ý');
    await liaison.presses('Ghi lại');
    const saved = await liaison.sees('Đã ghi lại.');
    expect(saved.text).toContain('Kết quả: 35 người');
    await house.settled();
    const [visit, ...more] = await logged();
    expect(more).toEqual([]);
    expect(visit).toMatchObject({
      ...{ kind: 'visit', place: 'Nhà rông làng Dur', reached: 35, loggedAs: 'liaison', channel },
      ...{ link: 'https://dakdoa.gialai.gov.vn/tin/7', broadcasts: null },
    });
    expect(visit?.exemplars).toHaveLength(2);
  });

  it('a publicist begins with those never publicised, the oldest first', async () => {
    await publicist.says('/tuyentruyen');
    const asked = await publicist.sees('Còn 3 điển hình chưa được tuyên truyền');
    const order = [...asked.buttons.join().matchAll(/[A-Z]+-2021-\d+/g)].map(([code]) => code);
    expect([...new Set(order)]).toEqual(['GLAR-2021-001', 'GLAR-2021-002', 'HADONG-2021-001']);
    await publicist.presses('☐ GLAR-2021-001 Đội cồng chiêng làng Dur');
    await publicist.says('làng không rác');
    await publicist.sees('Còn 3 điển hình');
    await publicist.presses('Xong');
    await publicist.sees(ask.day);
    await publicist.says('hôm nay');
    await publicist.sees(ask.medium);
    await publicist.presses('Đài truyền thanh, truyền hình');
    await skips(publicist, ask.reached);
    await publicist.sees(ask.broadcasts);
    await publicist.says('mười hai lượt');
    await publicist.sees(ask.minutes);
    await publicist.says('60 phút');
    await skips(publicist, ask.link);
    await publicist.sees(ask.files);
    await publicist.sendsFile('chieng.png', png(), { photo: true });
    await publicist.sees('(1/10)');
    await publicist.presses('Xong');
    await publicist.sees(ask.review);
    await publicist.presses('Ghi lại');
    expect((await publicist.sees('Đã ghi lại.')).text).toContain('12 lượt, 60 phút');
    await publicist.says('/tuyentruyen');
    const next = await publicist.sees('Còn 1 điển hình chưa được tuyên truyền');
    const first = next.buttons.join().match(/[A-Z]+-2021-\d+/)?.[0];
    expect(first).toBe('GLAR-2021-002');
    await publicist.says('/hoatdong');
    await publicist.sees('Lệnh /hoatdong chỉ dành cho');
  });

  it('a publicist asks for the report of publicity, and for no other', async () => {
    await publicist.says('/baocao');
    const kinds = await publicist.sees('Báo cáo nào?');
    expect(kinds.buttons).toEqual(['Tuyên truyền điển hình']);
    await publicist.says('/baocao tuyentruyen 2021');
    const { bytes, caption } = await publicist.receivesFile(/tuyen-truyen-2021\.xlsx$/);
    expect(caption).toContain('Chưa được tuyên truyền lần nào: 1');
    expect(caption).toContain('Phút phát: 60');
    const { lines } = await readTableOf(bytes);
    expect(lines.map(([, code]) => code)).toEqual(['GLAR-2021-001', 'GLAR-2021-002', 'HADONG-2021-001']);
    await publicist.says('/baocao tonghop 2021');
    await publicist.sees('không có quyền');
  });

  it('an officer logs for the office or a unit, and reads of one like it', async () => {
    await officer.says('tham quan học tập GLAR-2021-001');
    await officer.sees(ask.day);
    await officer.presses('Hôm nay');
    await officer.sees(ask.place);
    await officer.says('Làng Dur, xã Glar');
    await skips(officer, ask.reached);
    await skips(officer, ask.link);
    await skips(officer, ask.files);
    const review = await officer.sees(ask.review);
    expect(review.text).toContain('đã có hoạt động giống như vậy');
    expect(review.text).toContain('ghi bởi Rơ Châm Thuận');
    expect(review.text).toContain('Thực hiện: Phòng Nội vụ');
    await officer.says('thực hiện');
    await officer.sees('do ai thực hiện?');
    await officer.presses('Xã Glar');
    expect((await officer.sees(ask.review)).text).toContain('Thực hiện: Xã Glar');
    await officer.presses('Ghi lại');
    await officer.sees('Đã ghi lại.');
  });

  it('what was logged is listed, mended and withdrawn, with its history', async () => {
    await liaison.says('/hoatdong');
    await liaison.sees(ask.kind);
    await liaison.presses('Hoạt động đã ghi (3)');
    const list = await liaison.sees('Hoạt động đã ghi 1–3 trong 3');
    expect(list.text).toContain('Đài truyền thanh, truyền hình (12 lượt, 60 phút)');
    const mine = list.buttons.find((one) => /Tham quan học tập GLAR-2021-001, GLAR/.test(one)) ?? '';
    await liaison.pressesOn(list, mine);
    await liaison.sees('Ghi bởi Rơ Châm Thuận');
    await liaison.presses('Sửa');
    await liaison.sees(ask.review);
    await liaison.says('số người');
    await liaison.sees(ask.reached);
    await liaison.says('40');
    await liaison.sees(ask.review);
    await liaison.presses('Ghi lại');
    await liaison.sees('Đã sửa.');
    await liaison.presses('Xem hoạt động này');
    await liaison.sees('Kết quả: 40 người');
    await liaison.presses('Lịch sử');
    const history = await liaison.sees('lịch sử');
    expect(history.text).toContain('Số người: 35 → 40');
    await liaison.presses('Xem hoạt động này');
    await liaison.sees('Kết quả: 40 người');
    await liaison.presses('Rút');
    await liaison.sees('Vì sao rút “Tham quan học tập');
    await liaison.says('Ghi nhầm, xã ghi hai lần cùng một chuyến');
    await liaison.sees('Đã rút “Tham quan học tập');
    await liaison.presses('Hoạt động đã ghi');
    await liaison.sees('Hoạt động đã ghi 1–2 trong 2');
    await house.settled();
    const [visit] = await logged();
    expect(visit).toMatchObject({ reached: 40, withdrawReason: 'Ghi nhầm, xã ghi hai lần cùng một chuyến' });
    const steps = await house.app.house.db.prisma.activityChange.findMany({
      where: { activityId: visit?.id ?? 0 },
      orderBy: { id: 'asc' },
    });
    expect(steps.map(({ action }) => action)).toEqual(['log', 'mend', 'withdraw']);
  });

  it('the unit reads a publicist’s record, and cannot mend it', async () => {
    await liaison.says('GLAR-2021-001');
    await liaison.sees('Đội cồng chiêng làng Dur');
    await liaison.presses('Hoạt động (2)');
    const list = await liaison.sees('Hoạt động của GLAR-2021-001');
    await liaison.pressesOn(list, list.buttons.find((one) => one.includes('Tuyên truyền')) ?? '');
    const shown = await liaison.sees('Ghi bởi Lê Văn Đài');
    expect(shown.buttons).not.toContain('Sửa');
    await liaison.presses('Ảnh, tệp (1)');
    await liaison.receivesFile(/\.png$/);
  });

  it('a unit asks for help, and is told when an officer takes it up and settles it', async () => {
    await liaison.says('GLAR-2021-002');
    await liaison.sees('Tổ dệt thổ cẩm');
    await liaison.presses('Cần giúp đỡ');
    await liaison.sees('cần giúp gì?');
    await liaison.says('khung');
    await liaison.sees('Cần từ 10 đến 2.000 ký tự (hiện 5)');
    await liaison.says('Thiếu ba khung dệt, đề nghị hỗ trợ.');
    await liaison.sees('Đã gửi Phòng Nội vụ');
    await officer.sees('Xã Glar cần giúp đỡ cho GLAR-2021-002: «Thiếu ba khung dệt, đề nghị hỗ trợ.»');
    await officer.says('/giupdo');
    const list = await officer.sees('Đề nghị chưa giải quyết');
    const row = list.buttons.find((one) => one.includes('Thiếu ba khung dệt')) ?? '';
    await officer.pressesOn(list, row);
    await officer.sees('đề nghị giúp đỡ – mới gửi');
    await officer.presses('Đã nhận');
    await officer.sees('Nhắn gì cho đơn vị?');
    await officer.says('Phòng sẽ về xã ngày 20/8.');
    await officer.sees('Đã nhận đề nghị của Xã Glar. Đơn vị được báo ngay.');
    await liaison.sees('Phòng Nội vụ đã nhận đề nghị giúp đỡ cho GLAR-2021-002');
    await officer.presses('Xem đề nghị');
    await officer.sees('đề nghị giúp đỡ – đã nhận');
    await officer.presses('Đã giải quyết');
    await officer.sees('Đã giải quyết thế nào?');
    await officer.says('Đã cấp ba khung dệt.');
    await officer.sees('Đã ghi là giải quyết xong cho Xã Glar.');
    const told = await liaison.sees('Phòng Nội vụ đã giải quyết đề nghị giúp đỡ cho GLAR-2021-002');
    expect(told.text).toContain('Đã cấp ba khung dệt.');
    await liaison.says('/giupdo');
    await liaison.sees('Không có đề nghị giúp đỡ nào chưa giải quyết.');
    await liaison.presses('Mọi đề nghị giúp đỡ');
    expect((await liaison.sees('Mọi đề nghị giúp đỡ')).text).toContain('đã xong');
  });
});
