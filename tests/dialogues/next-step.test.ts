import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rah Lan Hương', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  it('a greeting is answered with what to do next, and its button', async () => {
    for (const greeting of ['xin chào', 'Dạ em chào anh chị ạ', 'hello', '/start']) {
      await liaison.says(greeting);
      const told = await liaison.sees('Việc tiếp theo: đăng ký điển hình; Xã Glar còn thiếu 10');
      expect(told.text).toContain('Chào anh/chị Rah Lan Hương');
      expect(told.buttons[0]).toBe('Đăng ký điển hình');
    }
  });

  it('a form in which nothing was answered is never mentioned again', async () => {
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng?');
    await liaison.says('/hannop');
    const dues = await liaison.sees('Xã Glar');
    expect(dues.text).not.toContain('tạm dừng');
    await liaison.says('thời tiết hôm nay thế nào');
    const told = await liaison.sees('Tôi chưa rõ ý');
    expect(told.text).not.toContain('đang làm dở');
  });

  it('what a paused form offers may be typed as it is shown', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Việc gõ chữ' });
    for (const words of ['tiếp tục ạ', 'TIEP TUC', '“Tiếp tục”', 'dạ tiếp tục nhé', 'tieeps tucj']) {
      await liaison.says('/hannop');
      await liaison.sees('tạm dừng');
      await liaison.says(words);
      await liaison.sees('Địa bàn (thôn');
    }
    await liaison.says('/hannop');
    await liaison.sees('tạm dừng');
    await liaison.says('thời tiết hôm nay thế nào');
    await liaison.sees('Anh/chị đang làm dở');
    await liaison.says('để sau ạ');
    await liaison.sees('Đã giữ bản nháp');
    await liaison.says('bỏ bản nháp ạ');
    await liaison.sees('Giữ hay bỏ bản nháp');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('what was begun comes first; what was returned next', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Việc đang dở' });
    await liaison.says('/hannop');
    await liaison.sees('tạm dừng');
    await liaison.says('xin chào');
    const begun = await liaison.sees('Anh/chị đang làm dở “Đăng ký: Việc đang dở”');
    expect(begun.buttons[0]).toBe('Tiếp tục');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');

    await registers(liaison, { name: 'Hồ sơ sẽ bị trả lại' });
    const officer = await house.joined('Trần Thị Duyệt', 'officer');
    await officer.says('chào');
    const waits = await officer.sees('Việc đang chờ: 1 hồ sơ chờ duyệt');
    expect(waits.buttons[0]).toBe('Duyệt điển hình');
    await officer.presses('Duyệt điển hình');
    const queue = await officer.sees('Chờ duyệt');
    await officer.presses(queue.buttons[0] ?? '');
    await officer.sees('Người đăng ký');
    await officer.presses('Trả lại');
    await officer.sees('Cần bổ sung những dòng nào');
    await officer.presses('☐ Tóm tắt thành tích');
    await officer.presses('Xong');
    await officer.sees('Cần bổ sung điều gì');
    await officer.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
    await officer.sees('Đã trả lại');
    await liaison.sees('đề nghị bổ sung');
    await liaison.says('chào buổi sáng');
    const returned = await liaison.sees('bổ sung 1 hồ sơ được trả lại, trước hết là GLAR-2021-001');
    expect(returned.buttons[0]).toBe('Sửa ngay');
  });

  it('who has nothing to do reads that nothing waits', async () => {
    const manager = await house.joined('Đinh Văn Xem', 'manager');
    await manager.says('xin chào');
    await manager.sees('Hiện không có việc nào chờ anh/chị.');
  });

  it('help runs each command by a button, and leads to the guide', async () => {
    await liaison.says('trợ giúp');
    const help = await liaison.sees('Các lệnh của anh/chị');
    expect(help.text).toContain('điện thoại 0269 0000 101');
    if (liaison.hasButtons) {
      expect(help.buttons.slice(0, 2)).toEqual(['Đăng ký điển hình', 'Danh sách của đơn vị']);
      await liaison.presses('Hướng dẫn có hình');
      const guide = await liaison.receivesFile('Huong-dan.html');
      expect(Buffer.from(guide.bytes).toString()).toContain('<h1>Hướng dẫn cho cán bộ đầu mối</h1>');
    } else {
      const address = /http:\S+/.exec(help.text)?.[0] ?? '';
      expect(address).toMatch(/\/huong-dan\/dau-moi\?lang=vi$/);
      expect(await (await fetch(address)).text()).toContain('<h1>Hướng dẫn cho cán bộ đầu mối</h1>');
    }
    await liaison.says('/trogiup');
    const again = await liaison.sees('Các lệnh của anh/chị');
    await liaison.presses(again.buttons.find((label) => /hạn nộp/i.test(label)) ?? '');
    await liaison.sees('Đăng ký điển hình tiên tiến:');
  });
});
