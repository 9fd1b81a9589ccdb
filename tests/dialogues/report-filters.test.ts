import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';
import { workbookWords } from '../support/workbook-words.ts';

describe.each(channelsOfLongScripts)('filters of reports on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    const justice = await house.joined('Siu Hà', 'liaison', 'TP');
    await registers(glar, { name: 'Làng không rác' });
    await registers(justice, { name: 'Hòa giải viên tận tâm', subject: 'Cá nhân' });
  });
  afterAll(() => house.close());

  it.each([
    [
      'báo cáo danh sách các xã năm 2021',
      'Bao-cao-danh-sach-2021-loc-xa.xlsx',
      'Nhóm đơn vị: Xã',
      'Làng không rác',
      'Hòa giải viên tận tâm',
    ],
    [
      '/baocao danhsach 2021 chờ duyệt cá nhân',
      'Bao-cao-danh-sach-2021-loc-',
      'Lĩnh vực: Cá nhân; Trạng thái: Đã gửi',
      'Hòa giải viên tận tâm',
      'Làng không rác',
    ],
    [
      'danh sách chi tiết các cơ quan',
      'Bao-cao-danh-sach-2021-loc-',
      'Cơ quan, ban, ngành',
      'Hòa giải viên tận tâm',
      'Làng không rác',
    ],
  ])('in words: %s', async (typed, name, filter, shown, hidden) => {
    await manager.says(typed);
    const file = await manager.receivesFile(new RegExp(`^${name}`));
    expect(file.caption).toContain(`Lọc theo: `);
    expect(file.caption).toContain(filter);
    const words = await workbookWords(file.bytes);
    expect(words).toContain(shown);
    expect(words).not.toContain(hidden);
    expect([...words].join('\n')).toContain(filter);
  });

  it('by buttons: opened at the question for the units, ticked, taken back', async () => {
    await manager.says('/baocao');
    await manager.presses('Danh sách chi tiết');
    await manager.sees('tất cả đơn vị hay một đơn vị?');
    await manager.presses('Lọc theo nhóm, lĩnh vực, trạng thái');
    const parts = await manager.sees('Danh sách chi tiết: chưa lọc. Lọc theo gì?');
    expect(parts.buttons).toEqual(['Nhóm đơn vị', 'Lĩnh vực', 'Trạng thái', 'Xong, lập báo cáo']);
    await manager.presses('Trạng thái');
    await manager.sees('Lấy những trạng thái nào?');
    await manager.presses('☐ Đã duyệt');
    await manager.presses('☐ Đã gửi');
    await manager.presses('☑ Đã duyệt');
    await manager.presses('Chọn xong');
    await manager.sees('Trạng thái: Đã gửi');
    await manager.presses('Nhóm đơn vị');
    await manager.sees('Lấy những nhóm đơn vị nào?');
    await manager.presses('☐ Xã');
    await manager.presses('Chọn xong');
    await manager.sees('Nhóm đơn vị: Xã');
    await manager.presses('Xong, lập báo cáo');
    await manager.sees('Lọc theo: Nhóm đơn vị: Xã; Trạng thái: Đã gửi');
    await manager.presses('Tất cả đơn vị');
    const file = await manager.receivesFile('Bao-cao-danh-sach-2021-loc-xa-da-gui.xlsx');
    expect(file.caption).toContain('Lọc theo: Nhóm đơn vị: Xã; Trạng thái: Đã gửi');
  });

  it('what a report cannot do is said, and made without when pressed', async () => {
    await manager.says('/baocao word các xã');
    await manager.sees('“Báo cáo (Word)” không lọc được theo Nhóm đơn vị: Xã');
    await manager.says('/baocao tonghop lĩnh vực y tế');
    await manager.sees('“Tổng hợp theo đơn vị” không lọc được theo Lĩnh vực: Y tế');
    await manager.presses('Lập không lọc');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await manager.says('/baocao danhsach đã xử lý');
    await manager.sees('Không tìm thấy đơn vị “đã xử lý”');
    await manager.says('báo cáo các xã trả lại');
    const which = await manager.sees('Báo cáo nào (năm 2021');
    expect(which.text).toContain('Nhóm đơn vị: Xã; Trạng thái: Trả lại');
    expect(which.buttons).toEqual(['Danh sách chi tiết']);
    await manager.says('/baocao danhsach các xã 2021 2022');
    await manager.sees('Mỗi báo cáo lập cho một năm');
    await manager.presses('2021');
    await manager.receivesFile('Bao-cao-danh-sach-2021-loc-xa.xlsx');
  });

  it('a liaison filters their own unit', async () => {
    await glar.says('/baocao danhsach trả lại');
    const file = await glar.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar-loc-tra-lai.xlsx');
    expect(file.caption).toContain('Lọc theo: Trạng thái: Trả lại');
    expect(await workbookWords(file.bytes)).not.toContain('Làng không rác');
  });

  it('a liaison who asks for more than their unit is told so', async () => {
    await glar.says('báo cáo tổng hợp xã Hà Bầu');
    await glar.sees('chỉ lập được báo cáo của Xã Glar, không lập được báo cáo của Xã Hà Bầu');
    await glar.presses('Xã Glar');
    await glar.receivesFile('Bao-cao-tong-hop-2021-Xa-Glar.xlsx');
    await glar.says('bc danh sách toàn huyện');
    await glar.sees('báo cáo dưới đây không gồm đơn vị khác');
    const file = await glar.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar.xlsx');
    expect(await workbookWords(file.bytes)).not.toContain('Hòa giải viên tận tâm');
    await glar.says('kết quả năm 2021 của xã Trang');
    await glar.sees('không lập được báo cáo của Xã Trang');
    await glar.says('danh sách điển hình của xã Hà Đông');
    await glar.sees('chỉ xem được điển hình của đơn vị mình, không xem được của Xã Hà Đông');
    await glar.says('danh sách điển hình của đơn vị năm 2021');
    await glar.sees('Làng không rác');
  });

  it('everyday words are no unit, and each word is answered', async () => {
    await manager.says('báo cáo danh sách bằng excel năm 2021');
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
    await manager.says('bc th phòng tư pháp');
    await manager.receivesFile('Bao-cao-tong-hop-2021-Phong-Tu-phap.xlsx');
    await manager.says('danh sách điển hình là nữ');
    await manager.sees('Chưa lọc báo cáo theo “là nữ” được');
    await manager.says('tổng hợp, lĩnh vực và tiến độ năm 2021');
    const which = await manager.sees('Mỗi lần lập một báo cáo');
    expect(which.buttons).toEqual(['Tổng hợp theo đơn vị', 'Theo lĩnh vực', 'Tiến độ nộp']);
  });
});
