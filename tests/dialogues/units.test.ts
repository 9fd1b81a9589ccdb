import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const ground = 'Nghị quyết số 1664/NQ-UBTVQH15';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  it('units are listed with what can be done, and a liaison may not', async () => {
    await officer.says('đơn vị');
    const list = await officer.sees('Đơn vị (53)');
    expect(list.text).toContain('Xã Glar (GLAR) – Xã');
    // On Zalo a number means a line of the menu: it must not stand before a unit as well.
    expect(list.text).not.toMatch(/\d+\. (Xã|Thị trấn|Phòng|Công an)/);
    expect(list.buttons).toEqual(
      expect.arrayContaining(['Thêm đơn vị', 'Đổi tên', 'Sáp nhập', 'Chia tách', 'Giải thể']),
    );
    await liaison.says('/donvi');
    await liaison.sees('Phòng Nội vụ');
  });

  it('a merger is previewed, waits for its day, and can be taken back until then', async () => {
    await registers(liaison, { name: 'Làng Đê Kốp đổi mới' });
    await officer.says('/donvi');
    await officer.presses('Sáp nhập');
    await officer.sees('Sáp nhập những đơn vị nào?');
    await officer.says('Glar');
    await officer.sees('Cần ít nhất hai đơn vị khác nhau');
    await officer.says('Glar, xã Trang');
    await officer.sees('Tên đầy đủ của đơn vị mới?');
    await officer.says('Xã Glar Trang');
    await officer.sees('Mã của đơn vị mới?');
    await officer.presses('GLARTRANG');
    await officer.sees('Loại đơn vị?');
    await officer.presses('Xã');
    await officer.sees('Chỉ tiêu điển hình của đơn vị mới?');
    await officer.presses('Theo loại đơn vị');
    await officer.sees('Có hiệu lực từ ngày nào?');
    await officer.says('1/9/2021');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    const preview = await officer.sees('Chuyển sang Xã Glar Trang: 1 người');
    expect(preview.text).toContain('1 điển hình (mã giữ nguyên)');
    expect(preview.text).toContain('Chưa đến ngày 1/9/2021 thì còn hủy được');
    await officer.presses('Đồng ý');
    await officer.sees('Thay đổi có hiệu lực từ 1/9/2021');
    await officer.says('/donvi');
    await officer.presses('Thay đổi sắp tới (1)');
    await officer.sees(`Xã Glar, Xã Trang → Xã Glar Trang, từ ngày 1/9/2021. Căn cứ: ${ground}`);
    await officer.presses('Hủy thay đổi 1');
    await officer.sees('Các đơn vị giữ nguyên');
    const told = await liaison.sees('đã hủy thay đổi dưới đây; Xã Glar, Xã Trang giữ nguyên');
    expect(told.text).toContain('Sáp nhập: Xã Glar, Xã Trang → Xã Glar Trang, từ ngày 1/9/2021');
  });

  it('once it holds the liaison serves the new unit, codes stay, the list is today’s', async () => {
    await officer.says('/donvi');
    await officer.presses('Sáp nhập');
    await officer.sees('Sáp nhập những đơn vị nào?');
    await officer.says('GLAR, TRANG, Xã Tân Bình');
    await officer.sees('Tên đầy đủ');
    await officer.says('Xã Đak Đoa mới');
    await officer.sees('Mã của đơn vị mới?');
    await officer.says('glar');
    await officer.sees('Mã GLAR đã có đơn vị dùng');
    await officer.says('xdakdoa');
    await officer.sees('Loại đơn vị?');
    await officer.presses('Xã');
    await officer.sees('Chỉ tiêu');
    await officer.says('2-5');
    await officer.sees('từ ngày nào?');
    await officer.presses('Từ hôm nay');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    await officer.sees('Có hiệu lực ngay khi đồng ý');
    await officer.presses('Đồng ý');
    await officer.sees('Đã xong, có hiệu lực từ');

    const told = await liaison.sees('Sáp nhập: Xã Glar, Xã Trang, Xã Tân Bình → Xã Đak Đoa mới');
    expect(told.text).toContain('Vai trò của anh/chị hiện nay: Cán bộ đầu mối Xã Đak Đoa mới.');
    await liaison.presses('Hạn nộp');
    await liaison.sees('đã có 1 (chỉ tiêu 2–5)');
    await liaison.says('/danhsach');
    const own = await liaison.sees('GLAR-2021-001');
    expect(own.text).not.toContain('Xã Glar:');
    await officer.says('/donvi');
    const list = await officer.sees('Đơn vị (51)');
    expect(list.text).not.toContain('Xã Trang');
  });

  it('a division divides people and exemplars as the officer chooses', async () => {
    await officer.says('/donvi');
    await officer.presses('Chia tách');
    await officer.sees('Chia tách đơn vị nào?');
    await officer.says('Xã Đak Đoa mới');
    await officer.sees('Các đơn vị mới, mỗi dòng một tên');
    await officer.says('Xã Đông, Xã Đông');
    await officer.sees('Cần từ 2 đến 8 tên khác nhau');
    await officer.says('Xã Đông, Xã Tây');
    await officer.sees('Chia người và điển hình thế nào?');
    await officer.presses('Chọn cho từng đơn vị');
    await officer.sees('Ai phụ trách Xã Đông?');
    await officer.presses('Xong');
    await officer.sees('Ai phụ trách Xã Tây?');
    await officer.presses('☐ Nguyễn Văn Bình (Cán bộ đầu mối)');
    await officer.presses('Xong');
    await officer.sees('Điển hình nào chuyển sang Xã Tây?');
    await officer.presses('☐ GLAR-2021-001 Làng Đê Kốp đổi mới');
    await officer.presses('Xong');
    await officer.sees('Loại đơn vị?');
    await officer.presses('Xã');
    await officer.sees('từ ngày nào?');
    await officer.presses('Từ hôm nay');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    const preview = await officer.sees('Xã Tây: Nguyễn Văn Bình; 1 điển hình');
    expect(preview.text).toContain('Xã Đông: chưa có ai, anh/chị mời cán bộ đầu mối');
    await officer.presses('Đồng ý');
    await officer.sees('Đã xong, có hiệu lực từ');
    const told = await liaison.sees('Chia tách: Xã Đak Đoa mới → Xã Đông, Xã Tây');
    expect(told.text).toContain('Vai trò của anh/chị hiện nay: Cán bộ đầu mối Xã Tây.');
    await liaison.says('/danhsach');
    await liaison.sees('GLAR-2021-001');
  });

  it('a division as usual leaves everyone in each part', async () => {
    await officer.says('/donvi');
    await officer.presses('Chia tách');
    await officer.sees('Chia tách đơn vị nào?');
    await officer.says('Xã Tây');
    await officer.sees('Các đơn vị mới, mỗi dòng một tên');
    await officer.says('Xã Tây Bắc, Xã Tây Nam');
    await officer.sees('Chia người và điển hình thế nào?');
    await officer.presses('Chia mặc định');
    await officer.sees('Loại đơn vị?');
    await officer.presses('Xã');
    await officer.sees('từ ngày nào?');
    await officer.says('1/9/2021');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    const preview = await officer.sees('Xã Tây Bắc: Nguyễn Văn Bình; 1 điển hình');
    expect(preview.text).toContain('Xã Tây Nam: Nguyễn Văn Bình; 0 điển hình');
    await officer.presses('Thôi, không thay đổi');
    await officer.sees('Không có gì thay đổi');
  });

  it('a new name and the end of a unit', async () => {
    await officer.says('/donvi');
    await officer.presses('Đổi tên');
    await officer.sees('Đổi tên đơn vị nào?');
    await officer.says('K’Dang');
    await officer.sees('Tên đầy đủ sau khi đổi?');
    await officer.says('Xã Kdang');
    await officer.sees('từ ngày nào?');
    await officer.presses('Từ hôm nay');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    await officer.presses('Đồng ý');
    await officer.sees('Đã xong');
    await officer.says('/donvi');
    await officer.sees('Xã Kdang (KDANG)');
    await officer.presses('Giải thể');
    await officer.sees('Giải thể đơn vị nào?');
    await officer.says('Phòng Dân tộc');
    await officer.sees('từ ngày nào?');
    await officer.presses('Từ hôm nay');
    await officer.sees('Căn cứ nào?');
    await officer.says(ground);
    const preview = await officer.sees('Vai trò của 0 người kết thúc');
    expect(preview.text).toContain('Giải thể: Phòng Dân tộc, từ ngày');
    // The form that asks is a draft too, and names the unit: it is not counted.
    expect(preview.text).toContain('0 bản nháp');
    await officer.presses('Thôi, không thay đổi');
    await officer.sees('Không có gì thay đổi');
  });
});
