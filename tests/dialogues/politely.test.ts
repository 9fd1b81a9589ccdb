import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import {
  type Answer,
  answersUntil,
  type QuestionKey,
  registers,
  seesQuestion,
} from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

/** A registration as a polite person of 55 types it. */
const politely: Partial<Record<QuestionKey, Answer>> = {
  subject: { says: ['dạ tập thể ạ'] },
  category: { says: ['tổ dân phố, thôn, làng, xã, thị trấn nhé anh'] },
  name: { says: ['Làng Đê Kốp giữ gìn cồng chiêng'] },
  representative: { says: ['Ông A Nhưk, Trưởng thôn'] },
  memberCount: { says: ['dạ 125 người ạ 👍'] },
  place: { says: ['Làng Đê Kốp'] },
  difficult: { says: ['có ạ'] },
  labour: { says: ['vâng ạ'] },
  summary: {
    says: [
      'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, làm căn cước tận nhà, tiết kiệm 120.000.000 đồng cho bà con.',
      'xong rồi nha anh',
    ],
  },
  impact: { says: ['Cách làm đơn giản, làng khác trong xã đã làm theo.', 'dạ hết rồi ạ'] },
  endorsedOn: { says: ['họp dân ngày 05\u201108\u20112021 ạ'] },
  minutes: { says: ['bỏ qua giúp em với ạ'] },
  files: { says: ['dạ không có ạ'] },
};

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let manager: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('A Nhưk', 'liaison', 'GLAR');
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  it('a registration is understood within courtesy, from the command to the end', async () => {
    await liaison.says('dạ em chào anh ạ, cho em đăng ký với ạ');
    await answersUntil(liaison, 'criteria', { answers: politely });
    for (const lines of ['dạ 1 và 3 nhé', '2 ạ']) {
      await liaison.says(lines);
      await liaison.sees('Tiêu chí đạt được?');
    }
    await liaison.says('XONG Ạ!!!');
    const review = await answersUntil(liaison, 'review', { answers: politely });
    expect(review.text).toContain('125');
    expect(review.text).toContain('120.000.000 đồng');
    expect(review.text).toContain('5/8/2021');
    expect(review.text).toMatch(/3\/\d+ tiêu chí/);
    expect(review.text).not.toMatch(/nhé|XONG|giúp em/);
    await liaison.says('gửi đi ạ');
    await liaison.sees('Đã gửi');
  });

  it('thanks get one line, and the question that stands waits on', async () => {
    await liaison.says('em cảm ơn anh nhiều ạ');
    await liaison.sees('Không có gì ạ.');
    await liaison.says('đăng ký');
    await seesQuestion(liaison);
    await liaison.says('cảm ơn anh');
    await liaison.sees('Câu hỏi ở trên vẫn đang chờ');
    await liaison.says('hủy ạ');
    const ask = await liaison.sees('Giữ hay bỏ bản nháp');
    await liaison.pressesOn(ask, 'Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('a lunar day is asked back, and numbers alone are never an own criterion', async () => {
    await liaison.says('đăng ký');
    await answersUntil(liaison, 'criteria', { name: 'Ngày âm lịch' });
    await liaison.says('1, 3, 99 nhé anh chị ơi');
    await liaison.sees('Không có dòng đó.');
    await liaison.says('1 ạ');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.says('xong nhé');
    await answersUntil(liaison, 'endorsedOn', { name: 'Ngày âm lịch' });
    await liaison.says('rằm tháng bảy ạ');
    await liaison.sees('Đó là ngày âm lịch.');
    await liaison.says('hôm nay ạ');
    const review = await answersUntil(liaison, 'review', {});
    expect(review.text).toContain('18/8/2021');
    expect(review.text).not.toContain('99');
    await liaison.says('huỷ');
    const ask = await liaison.sees('Giữ hay bỏ bản nháp');
    await liaison.pressesOn(ask, 'Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('the manager’s sentence makes the report', async () => {
    await manager.says('dạ em chào anh ạ, cho em báo cáo tổng hợp năm 2021 ạ');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await manager.says('cho tôi báo cáo danh sách năm nay xã Glar');
    await manager.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar.xlsx');
    await manager.says('báo cáo tổng hợp năm nay toàn huyện nhé');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await manager.says('báo cáo 2021');
    const which = await manager.sees('Báo cáo nào (năm 2021)?');
    await manager.pressesOn(which, 'Tổng hợp theo đơn vị');
    await manager.sees('Năm 2021: tất cả đơn vị hay một đơn vị?');
    await manager.says('cho tôi báo cáo UBND xã H\u2019Neng với');
    const of = await manager.sees("Báo cáo nào (Xã H'Neng)?");
    await manager.pressesOn(of, 'Danh sách chi tiết');
    await manager.receivesFile('Bao-cao-danh-sach-2021-Xa-H-Neng.xlsx');
    await manager.says('báo cáo danh sách năm nay xã Plei Ku');
    await manager.sees('Không tìm thấy đơn vị “xã Plei Ku”.');
    await manager.says('báo cáo năm 2021 ạ');
    await manager.sees('Báo cáo nào (năm 2021)?');
  });

  it('báo cáo năm is the unit’s own report for a liaison, and both for who is both', async () => {
    await liaison.says('cho em báo cáo năm 2021 ạ');
    const none = await liaison.sees('chưa có điển hình nào được duyệt để báo cáo năm 2021');
    expect(none.buttons).toEqual(['Không phát sinh']);
    const both = await house.joined('Vừa Nọ Vừa Kia', 'officer');
    await both.says(`/start ${await house.code('liaison', 'HNENG')}`);
    await both.presses('Đúng, tôi nhận');
    await both.sees('Số điện thoại');
    await both.says('bỏ qua ạ');
    await both.sees('Đã xong.');
    await both.says('báo cáo năm 2021 ạ');
    const which = await both.sees('Anh/chị muốn làm việc nào?');
    await both.pressesOn(which, 'Báo cáo Excel');
    await both.sees('Báo cáo nào (năm 2021)?');
  });

  it('no word behind a command is dropped in silence', async () => {
    await officer.says('/danhsach xã H’Neng ạ');
    await officer.sees('Không tìm thấy điển hình nào hợp với “xã H’Neng ạ”.');
    await officer.says('cho em danh sách năm nay xã Glar');
    const list = await officer.sees('Lọc theo: Xã Glar, năm 2021.');
    expect(list.text).toContain('GLAR-2021-001');
    await officer.says('/danhsach cồng chiêng');
    await officer.sees('Lọc theo: “cong chieng”.');
    await officer.says('/suckhoe glar');
    await officer.sees('Lệnh /suckhoe không dùng “glar”.');
    await officer.says('/moi glar');
    await officer.sees('Xã Glar');
    await officer.says('hủy');
    await officer.sees('Giữ hay bỏ bản nháp');
  });

  it('a code in a sentence opens what it names, for those who may see it', async () => {
    await officer.says('mở giúp em glar\u20132021\u2013001 với ạ');
    await officer.sees('GLAR-2021-001');
    const other = await house.joined('Liên lạc Hà Bầu', 'liaison', 'HABAU');
    await other.says('GLAR-2021-001');
    await other.sees('Không tìm thấy điển hình này');
    await liaison.says('hồ sơ glar 2021 001 thế nào rồi ạ');
    await liaison.sees('GLAR-2021-001');
  });

  it('an invitation is understood as it was forwarded, as its link, and in a sentence', async () => {
    for (const write of [
      (code: string) => `mã của tôi là ${code.toLowerCase().replace('-', ' ')}`,
      (code: string) => `https://dht.example.vn/#/${code}`,
      (code: string) =>
        `Chuyển tiếp từ Phòng Nội vụ\nAnh/chị được mời làm cán bộ đầu mối của Xã Glar (2021–2025).\nMã mời: ${code}\nDùng được đến 08:00 1/9/2021.\nTelegram: https://t.me/dien_hinh_bot?start=${code}`,
    ]) {
      const newcomer = await house.newcomer('Người Mới');
      await newcomer.says(write(await house.code('liaison', 'GLAR')));
      await newcomer.sees('được mời làm');
      await newcomer.says('đúng, tôi nhận ạ');
      await newcomer.sees('Họ và tên');
      await newcomer.says('Đinh Thị Nhẫn');
      await newcomer.sees('Số điện thoại');
      await newcomer.says('dạ số của em là 0905\u2011123\u2011456 ạ');
      await newcomer.sees('Đã xong.');
    }
  });

  it('what is not understood is answered with the likeliest commands', async () => {
    await manager.says('tôi muốn biết tình hình');
    const told = await manager.sees('Tôi chưa rõ ý anh/chị.');
    expect(told.buttons.length).toBe(3);
    await registers(liaison, { name: 'Đội cồng chiêng thiếu nhi' });
    await liaison.says('có bao nhiêu điển hình trong danh sách rồi');
    const likely = await liaison.sees('Có phải anh/chị muốn:');
    await liaison.pressesOn(likely, 'Danh sách điển hình');
    await liaison.sees('Điển hình 1–2 trong 2');
  });
});
