import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('/bieudo on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await registers(liaison, { name: 'Làng không rác' });
  });
  afterAll(async () => {
    await house.close();
  });

  it('three pictures by buttons, each with the way to the others', async () => {
    await manager.says('biểu đồ');
    const which = await manager.sees('Biểu đồ nào (năm 2021, Tất cả đơn vị)?');
    expect(which.buttons).toEqual(['Theo đơn vị', 'Theo thời gian', 'Theo lĩnh vực']);
    await manager.presses('Theo đơn vị');
    const bars = await manager.sees('Đăng ký so với chỉ tiêu 2021 – Tất cả đơn vị');
    expect(bars.text).toContain('Đã gửi 1, trong đó đã duyệt 0');
    expect(bars.buttons).toEqual(['Theo thời gian', 'Theo lĩnh vực']);
    await manager.presses('Theo thời gian');
    await manager.sees('Đã gửi, đã duyệt theo ngày 2021');
    await manager.presses('Theo lĩnh vực');
    await manager.sees('Điển hình theo lĩnh vực 2021');
  });

  it('of one unit in one line, and without a unit that there is none of', async () => {
    await manager.says('biểu đồ năm 2021 xã Glar');
    await manager.sees('Biểu đồ nào (năm 2021, Xã Glar)?');
    await manager.presses('Theo đơn vị');
    expect((await manager.sees('2021 – Xã Glar')).text).toContain('0/1 đơn vị đủ chỉ tiêu');
    await manager.says('/bieudo lĩnh vực glar');
    await manager.sees('Điển hình theo lĩnh vực 2021 – Xã Glar');
    await manager.says('/bieudo sao hỏa');
    await manager.sees('Không tìm thấy đơn vị “sao hỏa”');
    await manager.says('/bieudo 2022');
    await manager.sees('Năm 2022 chưa bắt đầu');
    await manager.says('/bieudo 1999');
    await manager.sees('Năm 1999 nằm ngoài Kế hoạch');
    await manager.presses('2021');
    await manager.sees('Biểu đồ nào (năm 2021');
  });

  it.each([
    ['biểu đồ theo đơn vị các xã năm 2021', 'Lọc theo: Nhóm đơn vị: Xã'],
    ['/bieudo ngay các cơ quan', 'Lọc theo: Nhóm đơn vị: Cơ quan, ban, ngành'],
    ['/bieudo theo lĩnh vực đã duyệt', 'Lọc theo: Trạng thái: Đã duyệt'],
    ['biểu đồ các xã', 'Biểu đồ nào (năm 2021, Tất cả đơn vị, Nhóm đơn vị: Xã)?'],
    ['/bieudo donvi trả lại', 'Biểu đồ này không lọc được theo Trạng thái: Trả lại'],
  ])('filtered in words, or says that it cannot be: %s', async (typed, seen) => {
    await manager.says(typed);
    await manager.sees(seen);
  });

  it('is refused to a liaison', async () => {
    await liaison.says('/bieudo');
    await liaison.sees('chỉ dành cho');
  });
});
