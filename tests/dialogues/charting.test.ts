import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('/bieudo on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-12-20T08:00:00+07:00' });
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
    expect(which.buttons).toEqual(['Theo đơn vị', 'Theo thời gian', 'Theo lĩnh vực', 'Chọn kỳ khác']);
    await manager.presses('Theo đơn vị');
    const bars = await manager.sees('Đăng ký so với chỉ tiêu 2021 – Tất cả đơn vị');
    expect(bars.text).toContain('Đã gửi 1, trong đó đã duyệt 0');
    expect(bars.buttons).toEqual(['Theo thời gian', 'Theo lĩnh vực', 'Chọn kỳ khác']);
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
    ['/bieudo trả lại', 'Không biểu đồ nào lọc được theo Trạng thái: Trả lại'],
    ['/bieudo donvi tính đến 31/6/2021', 'Chưa vẽ được biểu đồ của “tính đến 31/6/2021”'],
  ])('filtered in words, or says that it cannot be: %s', async (typed, seen) => {
    await manager.says(typed);
    await manager.sees(seen);
  });

  it('of a half, of the period, of a day: in words, in sentences, by buttons', async () => {
    await house.at('2022-01-05T08:00:00+07:00');
    for (const [typed, seen, figures] of [
      [
        'biểu đồ theo đơn vị 6 tháng đầu năm 2022',
        'Đăng ký so với chỉ tiêu – 6 tháng đầu năm 2022 – Tất cả đơn vị',
        'Đã gửi 1,',
      ],
      ['/bieudo linhvuc 2021-H2', 'Điển hình theo lĩnh vực – 6 tháng cuối năm 2021', 'Đã gửi 1,'],
      ['cho em biểu đồ theo thời gian cả giai đoạn ạ', 'theo ngày – cả giai đoạn đến năm 2022', 'Đã gửi 1,'],
      ['/bieudo donvi đến ngày 20/12/2021', 'Đăng ký so với chỉ tiêu 2021, tính đến 20/12/2021', 'Đã gửi 1,'],
      ['/bieudo donvi 19/12/2021', '2021, tính đến 19/12/2021', 'Đã gửi 0,'],
      [
        'biểu đồ chỉ tiêu xã Glar tính đến hết ngày 19 tháng 12 năm 2021',
        '19/12/2021 – Xã Glar',
        'Đã gửi 0,',
      ],
    ] as const) {
      await manager.says(typed);
      expect((await manager.sees(seen)).text).toContain(figures);
    }
    await manager.presses('Theo lĩnh vực');
    await manager.sees('Điển hình theo lĩnh vực 2021, tính đến 19/12/2021 – Xã Glar');
    await manager.presses('Chọn kỳ khác');
    const periods = await manager.sees('Biểu đồ của năm nào, kỳ nào?');
    expect(periods.buttons).toEqual([
      ...['2022', '2021', '6 tháng đầu năm 2022', '6 tháng cuối năm 2021'],
      'cả giai đoạn đến năm 2022',
    ]);
    await manager.presses('6 tháng cuối năm 2021');
    await manager.sees('Điển hình theo lĩnh vực – 6 tháng cuối năm 2021 – Xã Glar');
    await manager.says('biểu đồ giai đoạn xã Glar');
    await manager.sees('Biểu đồ nào (cả giai đoạn đến năm 2022, Xã Glar)?');
    await manager.presses('Theo đơn vị');
    await manager.sees('Đăng ký so với chỉ tiêu – cả giai đoạn đến năm 2022 – Xã Glar');
  });

  it('says what no picture can show, with the way to what can', async () => {
    await manager.says('biểu đồ theo đơn vị quý này');
    await manager.sees('chưa tách riêng “quý này”');
    await manager.says('/bieudo donvi đến ngày 1/1/2024');
    const none = await manager.sees('Ngày 1/1/2024 chưa tới');
    expect(none.buttons).toContain('6 tháng đầu năm 2022');
    await manager.says('biểu đồ 6 tháng cuối năm 2023');
    await manager.sees('6 tháng cuối năm 2023 chưa bắt đầu');
    await manager.says('/bieudo donvi 2021 2022 đến ngày 3/1/2022');
    await manager.sees('Biểu đồ của năm nào?');
    await manager.presses('2022');
    await manager.sees('Đăng ký so với chỉ tiêu 2022, tính đến 3/1/2022');
    await manager.says('/bieudo donvi trả lại năm 2021');
    expect((await manager.sees('không lọc được theo Trạng thái: Trả lại')).buttons).toEqual([
      ...['Xem không lọc', 'Xem ở báo cáo'],
    ]);
    await manager.presses('Xem ở báo cáo');
    await manager.sees('Báo cáo nào (năm 2021, Trạng thái: Trả lại)?');
  });

  it('is refused to a liaison', async () => {
    await liaison.says('/bieudo');
    await liaison.sees('chỉ dành cho');
  });
});
