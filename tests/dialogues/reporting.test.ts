import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { workbookWords } from '../support/workbook-words.ts';

describe.each(everyChannel)('on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await registers(liaison, { name: 'Làng không rác' });
    const other = await house.joined('Siu Hà', 'liaison', 'HADONG');
    await registers(other, { name: 'Rừng thông', subject: 'Cá nhân' });
  });
  afterAll(async () => {
    await house.close();
  });

  it('by buttons: kind, scope, unit', async () => {
    await manager.says('/baocao');
    const which = await manager.sees('Báo cáo nào?');
    expect(which.buttons.slice(0, 2)).toEqual(['Tổng hợp theo đơn vị', 'Danh sách chi tiết']);
    await manager.presses('Danh sách chi tiết');
    await manager.sees('tất cả đơn vị hay một đơn vị?');
    await manager.presses('Một đơn vị');
    const units = await manager.sees('Đơn vị nào?');
    expect(units.buttons.at(-1)).toMatch(/^Trang 2\/\d ›$/);
    await manager.presses('Trang 2/6 ›');
    await manager.presses('‹ Trang trước');
    await manager.presses('Xã Glar');
    const file = await manager.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar.xlsx');
    expect(file.caption).toMatch(/^Danh sách chi tiết 2021 – Xã Glar\n/);
    expect(await workbookWords(file.bytes)).toContain('Làng không rác');
  });

  describe('in one line', () => {
    it.each([
      ['/baocao tonghop 2021', 'Bao-cao-tong-hop-2021.xlsx', 'Tổng hợp theo đơn vị 2021 – Tất cả đơn vị'],
      ['báo cáo tổng hợp', 'Bao-cao-tong-hop-2021.xlsx', 'Tất cả đơn vị'],
      ['bao cao danh sach 2021 xa ha dong', 'Bao-cao-danh-sach-2021-Xa-Ha-Dong.xlsx', 'Xã Hà Đông'],
      ['/baocao danhsach glar', 'Bao-cao-danh-sach-2021-Xa-Glar.xlsx', 'Xã Glar'],
    ])('%s', async (typed, name, caption) => {
      await manager.says(typed);
      const file = await manager.receivesFile(name);
      expect(file.caption).toContain(caption);
      if (caption.includes('Tất cả')) expect(file.caption).toMatch(/: 2\n/);
    });

    it.each([
      ['/baocao tuyentruyen', 'Chưa có báo cáo “tuyentruyen”. Các báo cáo hiện có:', 2],
      ['/baocao tonghop 1999', 'Năm 1999 nằm ngoài Kế hoạch (2021–2025)', 1],
      ['/baocao danhsach sao hỏa', 'Không tìm thấy đơn vị “sao hỏa”', 0],
      ['/baocao danhsach xã', 'Có nhiều đơn vị như vậy', 0],
      ['/baocao 😀'.repeat(40), 'Chưa có báo cáo', 2],
    ])('%s is answered with what there is', async (typed, told, atLeast) => {
      await manager.says(typed);
      const reply = await manager.sees(told);
      expect(reply.buttons.length).toBeGreaterThanOrEqual(atLeast);
    });
  });

  it('liaisons and heads get their own units only', async () => {
    const head = await house.joined('Rơ Châm Hùng', 'head', 'GLAR');
    for (const person of [liaison, head]) {
      await person.says('/baocao danhsach');
      const file = await person.receivesFile('Bao-cao-danh-sach-2021-Xa-Glar.xlsx');
      expect(file.caption).toContain('Danh sách chi tiết 2021 – Xã Glar');
      const text = await workbookWords(file.bytes);
      expect(text).toContain('Làng không rác');
      expect(text).not.toContain('Rừng thông');
      await person.says('/baocao danhsach ha dong');
      await person.sees('Không tìm thấy đơn vị “ha dong”. Anh/chị gõ tên hoặc mã đơn vị, ví dụ: Xã Glar');
      await person.says('/baocao');
      await person.presses('Tổng hợp theo đơn vị');
      await person.receivesFile('Bao-cao-tong-hop-2021-Xa-Glar.xlsx');
    }
  });
});
