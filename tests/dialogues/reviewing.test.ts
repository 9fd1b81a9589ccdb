import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { gives, registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

/** The earlier answer that a question shows. */
const soFar = (text: string) => /Hiện tại: (.*)/.exec(text.normalize('NFC'))?.[1];

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  describe('one exemplar', () => {
    it('is returned with lines and a reason, corrected on that line, and sent again', async () => {
      await registers(liaison, { name: 'Trả lại rồi sửa' });
      await officer.says('/duyet');
      await officer.presses('GLAR-2021-001 Trả lại rồi sửa');
      const screen = await officer.sees('GLAR-2021-001 “Trả lại rồi sửa”');
      expect(screen.buttons).toEqual(['Xem đủ tiêu chí', 'Duyệt', 'Trả lại', 'Không duyệt', 'Tiếp theo']);
      await officer.presses('Trả lại');
      await officer.sees('Cần bổ sung những dòng nào');
      await officer.presses('Xong');
      await officer.sees('chọn ít nhất một dòng');
      await officer.presses('☐ Tóm tắt thành tích');
      await officer.presses('☐ Minh chứng');
      await officer.presses('Xong');
      await officer.sees('Cần bổ sung điều gì?');
      await officer.says('40');
      await officer.sees('Không có mục “40”. Anh/chị gõ câu trả lời đầy đủ');
      await officer.says('ngắn quá');
      await officer.sees('Lý do cần từ 10 đến 1.000 ký tự (hiện 8). Ví dụ:');
      await officer.says('Bổ sung số hộ thoát nghèo <năm 2020> & biên bản.');
      const done = await officer.sees('Đã trả lại GLAR-2021-001');
      expect(done.buttons).toEqual(['Tiếp theo']);

      const notice = await liaison.sees(
        'Phòng Nội vụ đề nghị bổ sung Tóm tắt thành tích, Minh chứng của GLAR-2021-001',
      );
      expect(notice.text).toContain('«Bổ sung số hộ thoát nghèo <năm 2020> & biên bản.»');
      expect(notice.buttons).toEqual(['Sửa ngay']);
      await liaison.presses('Sửa ngay');
      await liaison.sees('Bổ sung GLAR-2021-001');
      const asked = await seesQuestion(liaison);
      expect(asked.key).toBe('summary');
      expect(asked.message.text).toContain('Hiện tại: Làng có 125 hộ');
      await liaison.presses('Viết lại từ đầu');
      await liaison.says('Năm 2020 có 12 hộ thoát nghèo, còn 3 hộ nghèo trên tổng số 125 hộ.');
      await liaison.sees('Đã ghi');
      await liaison.presses('Xong');
      expect((await seesQuestion(liaison)).key).toBe('files');
      await liaison.sendsFile('Biên bản.pdf', pdf());
      await liaison.sees('(1/10)');
      await liaison.presses('Xong');
      expect((await seesQuestion(liaison)).key).toBe('review');
      await liaison.presses('Gửi Phòng Nội vụ');
      await liaison.sees('Đã gửi lại: GLAR-2021-001 “Trả lại rồi sửa”. Xã Glar: 1/10–15.');

      await officer.says('/duyet');
      await officer.presses('GLAR-2021-001 Trả lại rồi sửa');
      const again = await officer.sees('Đơn vị đã sửa:');
      expect(again.text).toContain('Tóm tắt thành tích: Làng có 125 hộ');
      expect(again.text).toContain('→ Năm 2020 có 12 hộ thoát nghèo');
      expect(again.text).toContain('Minh chứng: – → Biên bản.pdf');
      await officer.presses('Không duyệt');
      await officer.sees('Vì sao không duyệt?');
      await officer.says('Trùng với mô hình đã công nhận năm trước.');
      const sure = await officer.sees('Không duyệt GLAR-2021-001 với lý do «Trùng với mô hình');
      expect(sure.buttons.slice(0, 2)).toEqual(['Đúng, không duyệt', 'Thôi, xem lại hồ sơ']);
      await officer.presses('Đúng, không duyệt');
      await officer.sees('Không duyệt GLAR-2021-001');
      const refused = await liaison.sees('Phòng Nội vụ không duyệt GLAR-2021-001');
      expect(refused.text).toContain('Lý do: «Trùng với mô hình');
      await liaison.presses('Xem hồ sơ');
      await liaison.sees('Ý kiến: Trần Thị Hạnh, «Trùng với');
    });

    it('earlier answers and changes are shown in words, never as codes', async () => {
      const sent = await registers(liaison, {
        name: 'Không mã nào lộ ra',
        subject: 'Cá nhân',
        category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
        answers: { criteria: { says: ['1, 3, 5'], presses: ['Xong'] } },
      });
      const code = sent.text.match(/GLAR-2021-\d+/)?.[0] ?? '';
      await officer.says('/duyet');
      await officer.presses(`${code} Không mã nào lộ ra`);
      await officer.presses('Trả lại');
      const lines = (await officer.sees('Cần bổ sung những dòng nào')).buttons.filter((b) =>
        b.startsWith('☐'),
      );
      await officer.says(`1 đến ${lines.length}`);
      await officer.presses('Xong');
      await officer.sees('Cần bổ sung điều gì?');
      await officer.presses('Quay lại');
      const back = await officer.sees('Hiện tại:');
      expect(soFar(back.text)).toBe(lines.map((label) => label.slice(2)).join(', '));
      await officer.presses('Giữ nguyên');
      await officer.sees('Cần bổ sung điều gì?');
      await officer.says('Ghi lại tất cả các dòng cho đúng.');
      await officer.sees('Đã trả lại');

      await liaison.presses('Sửa ngay');
      const shown: Record<string, string | undefined> = {};
      for (;;) {
        const { key, message } = await seesQuestion(liaison);
        if (key === 'review') break;
        shown[key] = soFar(message.text);
        if (key === 'criteria') await gives(liaison, message, { presses: ['☐ 4.', '☑ 5.', 'Xong'] });
        else await liaison.presses(key === 'files' ? 'Xong' : 'Giữ nguyên');
      }
      expect(shown).toMatchObject({
        subject: 'Cá nhân',
        category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
        sex: 'Nữ',
        ethnicity: '(bỏ qua)',
        leader: 'Không giữ chức vụ',
        difficult: 'Địa bàn khó khăn, vùng sâu, vùng xa',
        labour: 'Lao động trực tiếp',
        criteria: '3/6 tiêu chí (số 1, 3, 5)',
        endorsedOn: '5/8/2021',
      });
      await liaison.presses('Gửi Phòng Nội vụ');
      await liaison.sees('Đã gửi lại');
      await officer.says('/duyet');
      await officer.presses(`${code} Không mã nào lộ ra`);
      const { text } = await officer.sees('Đơn vị đã sửa:');
      expect(text.split('Đơn vị đã sửa:\n')[1]?.split('\n\n')[0]).toBe(
        '– Tiêu chí đạt được: số 1, 3, 5 → số 1, 3, 4',
      );
      await officer.presses('Duyệt');
      await officer.sees(`Đã duyệt ${code}`);
    });

    it('two officers: the second is told who decided and when', async () => {
      const second = await house.joined('Lê Văn Hai', 'officer');
      const sent = await registers(liaison, { name: 'Hai người cùng duyệt' });
      const code = sent.text.match(/GLAR-2021-\d+/)?.[0] ?? '';
      for (const one of [officer, second]) {
        await one.says('/duyet');
        await one.presses(`${code} Hai người cùng duyệt`);
        await one.sees(`${code} “Hai người cùng duyệt”`);
      }
      await second.presses('Trả lại');
      await second.sees('Cần bổ sung những dòng nào');
      await second.presses('☐ Địa bàn');
      await second.presses('Xong');
      await second.sees('Cần bổ sung điều gì?');
      await officer.presses('Duyệt');
      await officer.sees(`Đã duyệt ${code}`);
      await second.says('Ghi rõ tên làng, thôn.');
      const told = await second.sees(/đã được Trần Thị Hạnh duyệt lúc \d\d:\d\d 18\/8\/2021\. Gõ \/duyet/);
      expect(told.buttons).toEqual(['Tiếp theo']);
      const screen = (await second.transcript()).find(({ text }) => text.startsWith(`${code} “Hai`));
      if (!screen || !second.hasButtons) return;
      await second.pressesOn(screen, 'Duyệt');
      await second.sees(/đã được Trần Thị Hạnh duyệt lúc \d\d:\d\d 18\/8\/2021/);
      await second.pressesOn(screen, 'Không duyệt');
      await second.sees(/Hồ sơ này đã duyệt, do Trần Thị Hạnh quyết định lúc/);
    });

    it('withdrawn by its unit in the meantime cannot be decided', async () => {
      const sent = await registers(liaison, { name: 'Rút trước khi duyệt' });
      const code = sent.text.match(/GLAR-2021-\d+/)?.[0] ?? '';
      await officer.says('/duyet');
      await officer.presses(`${code} Rút trước khi duyệt`);
      const screen = await officer.sees(`${code} “Rút trước`);
      await liaison.says('/danhsach');
      await liaison.presses(`${code} Rút trước khi duyệt`);
      await liaison.presses('Rút');
      await liaison.sees('không được tính vào chỉ tiêu nữa');
      await liaison.presses('Rút hồ sơ');
      const gone = await liaison.sees(`Đã rút ${code}`);
      expect(gone.buttons).toEqual(['Đăng ký điển hình', 'Danh sách của đơn vị']);
      await officer.pressesOn(screen, 'Duyệt');
      await officer.sees(`${code} đã được đơn vị rút. Gõ /duyet`);
      await officer.pressesOn(screen, 'Trả lại');
      await officer.sees('Hồ sơ này đã được đơn vị rút');
    });

    it('submitted can be changed before it is decided, and not after', async () => {
      const sent = await registers(liaison, {
        name: 'Sửa khi chờ duyệt',
        subject: 'Cá nhân',
        category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
        answers: { leader: { presses: ['Có giữ chức vụ'] }, leads: { presses: ['Hai người cùng duyệt'] } },
      });
      const code = sent.text.match(/GLAR-2021-\d+/)?.[0] ?? '';
      await liaison.presses('Danh sách của đơn vị');
      await liaison.presses(`${code} Sửa khi chờ duyệt`);
      const shown = await liaison.sees(`${code} “Sửa khi`);
      expect(shown.text).toContain('Lãnh đạo tập thể: Hai người cùng duyệt');
      await liaison.presses('Sửa');
      const review = await seesQuestion(liaison);
      expect(review.message.text).toContain('Lãnh đạo tập thể: Hai người cùng duyệt');
      await officer.says('/duyet');
      await officer.presses(`${code} Sửa khi chờ duyệt`);
      await officer.presses('Duyệt');
      await officer.sees('Đã duyệt');
      await liaison.pressesOn(review.message, 'Gửi Phòng Nội vụ');
      await liaison.sees(`${code} đã được quyết định nên không sửa hay rút được nữa`);
      if (liaison.hasButtons) {
        await liaison.pressesOn(shown, 'Rút');
        await liaison.sees(/không được tính|đã được quyết định/);
      }
      await liaison.says('/nhap');
      await liaison.sees('Anh/chị không có bản nháp nào');
    });
  });

  it('the queue: pages, one unit, all at once, and nothing left', async () => {
    const other = await house.joined('Siu Hà', 'liaison', 'HADONG');
    for (const name of [
      'Đồi chè',
      'Vườn ươm',
      'Đập nước',
      'Cầu treo',
      'Nhà rông',
      'Lớp xóa mù',
      'Đàn bò',
      'Ruộng bậc thang',
      'Giếng khoan',
    ]) {
      await registers(liaison, { name });
    }
    await registers(other, { name: 'Rừng thông' });
    await liaison.says('/danhsach');
    const list = await liaison.sees(/Điển hình 1–8 trong \d+:/);
    expect(list.buttons.at(-1)).toBe('Trang sau ›');
    await liaison.presses('Trang sau ›');
    const all = Number(/trong (\d+):/.exec(list.text.normalize('NFC'))?.[1]);
    await liaison.sees(`Điển hình 9–${Math.min(all, 16)} trong ${all}:`);
    await officer.says('/duyet');
    const first = await officer.sees('Chờ duyệt 1–8 trong 10:');
    expect(first.buttons.slice(-4)).toEqual(['Trang sau ›', 'Duyệt tất cả', 'Theo đơn vị', 'Lọc khác']);
    await officer.presses('Trang sau ›');
    const second = await officer.sees('Chờ duyệt 9–10 trong 10:');
    await officer.presses('Theo đơn vị');
    const units = await officer.sees('của đơn vị nào?');
    expect(units.buttons).toEqual(
      ['Xã Glar (9)', 'Xã Hà Đông (1)'].sort((a, b) => units.buttons.indexOf(a) - units.buttons.indexOf(b)),
    );
    await officer.presses('Xã Hà Đông (1)');
    await officer.sees('HADONG-2021-001 Rừng thông');
    await officer.says('duyet xa glar');
    await officer.sees('Chờ duyệt 1–8 trong 9:');
    await officer.says('/duyet nowhere');
    await officer.sees('Không tìm thấy đơn vị “nowhere”');
    await officer.says('/duyet thi tran dak doa');
    await officer.sees('Đơn vị này không còn hồ sơ nào chờ duyệt');

    await officer.says('/duyet');
    await officer.sees('Chờ duyệt 1–8 trong 10:');
    await officer.presses('Duyệt tất cả');
    const ask = await officer.sees('Duyệt 8 hồ sơ sau đây?');
    await officer.pressesOn(ask, 'Duyệt 8 hồ sơ');
    await officer.sees('Đã duyệt 8 hồ sơ');
    if (officer.hasButtons) {
      await officer.pressesOn(second, '‹ Trang trước');
      await officer.sees('Chờ duyệt 1–2 trong 2:');
    }
    await liaison.sees('đã duyệt GLAR-2021-');

    await officer.says('/duyet');
    await officer.presses('Duyệt tất cả');
    await officer.presses('Duyệt 2 hồ sơ');
    await officer.sees('Đã duyệt 2 hồ sơ');
    await officer.says('/duyet');
    await officer.sees('Không còn hồ sơ nào chờ duyệt');
  });

  it('an officer who lost the role is refused, on old buttons too', async () => {
    await registers(liaison, { name: 'Giàn mướp' });
    const former = await house.joined('Đã Thôi Việc', 'officer');
    await former.says('/duyet');
    const queue = await former.sees('Giàn mướp');
    await former.presses(queue.buttons[0] ?? '');
    const screen = await former.sees('“Giàn mướp”');
    await former.presses('Trả lại');
    await former.sees('những dòng nào');
    await former.presses('☐ Địa bàn');
    await house.app.house.db.pool.query(
      `update membership set until = now() where person_id = (select id from person where name = 'Đã Thôi Việc')`,
    );
    await former.presses('Xong');
    await former.sees('Anh/chị không có quyền làm việc này');
    if (former.hasButtons) {
      await former.pressesOn(screen, 'Duyệt');
      await former.sees('Anh/chị không có quyền làm việc này');
    }
    await former.says('/duyet');
    await former.sees('Lệnh /duyet chỉ dành cho: Cán bộ Phòng Nội vụ');
  });
});
