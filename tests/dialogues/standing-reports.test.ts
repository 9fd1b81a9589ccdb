import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';
import { workbookWords } from '../support/workbook-words.ts';

describe.each(channelsOfLongScripts)('reports that come by themselves, on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  let glar: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-08-18T10:00:00+07:00' });
    manager = await house.joined('Lê Văn Thanh', 'manager');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  it('are ordered by a few buttons', async () => {
    await manager.says('báo cáo định kỳ');
    await manager.sees('Chưa có báo cáo nào tự gửi');
    await manager.presses('Đặt thêm báo cáo định kỳ');
    await manager.presses('Tổng hợp theo đơn vị');
    await manager.sees('Chỉ lấy một phần?');
    await manager.says('các xã');
    await manager.presses('Xong');
    await manager.presses('Hằng tuần');
    await manager.presses('Thứ Hai');
    await manager.sees('Thứ Hai hằng tuần, lúc 08:00');

    await glar.says('/dinhky');
    await glar.presses('Đặt thêm báo cáo định kỳ');
    await glar.presses('Danh sách chi tiết');
    await glar.presses('Xong');
    await glar.presses('Hằng tháng');
    await glar.says('ngày 40');
    await glar.sees('một số từ 1 đến 31');
    await glar.says('ngày 23');
    await glar.sees('ngày 23 hằng tháng');
  });

  it('come on their day, once, each of the units that its person sees', async () => {
    await house.at('2021-08-20T08:00:00+07:00');
    await house.at('2021-08-23T07:59:00+07:00');
    await house.settled();
    expect(await deliveries()).toEqual([]);
    await house.at('2021-08-23T08:01:00+07:00');
    const came = await manager.sees('Báo cáo định kỳ, Thứ Hai hằng tuần.');
    expect(came.text).toContain('Lọc theo: Nhóm đơn vị: Xã');
    expect((await glar.sees('Báo cáo định kỳ, ngày 23 hằng tháng.')).text).toContain('Xã Glar');
    await house.app.planNow();
    await house.at('2021-08-23T10:00:00+07:00');
    await house.settled();
    expect(await deliveries()).toEqual([
      { key: 'standing-report:1:2021-08-23', status: 'sent' },
      { key: 'standing-report:2:2021-08-23', status: 'sent' },
    ]);
  });

  it('say why on a day without a reason for them, and come on the next', async () => {
    const officer = await house.joined('Phạm Thị Mai', 'officer');
    await officer.says('/dinhky');
    await officer.presses('Đặt thêm báo cáo định kỳ');
    await officer.presses('Công văn đôn đốc (Word)');
    await officer.presses('Xong');
    await officer.presses('Hằng ngày');
    await officer.sees('mỗi ngày làm việc, lúc 08:00');
    await house.at('2021-08-24T08:01:00+07:00');
    const told = await officer.sees('Báo cáo định kỳ, mỗi ngày làm việc.');
    expect(told.text).toContain('Chưa lập báo cáo “Công văn đôn đốc (Word)”.');
    expect(told.text).toContain('Không đơn vị nào có việc quá hạn nên chưa cần công văn đôn đốc.');
    await house.at('2021-08-25T08:01:00+07:00');
    await officer.receivesFile(/^Cong-van-don-doc.*\.docx$/);
  });

  it('show what the person may see now: phones to officers, publicity to publicists', async () => {
    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    const publicist = await house.joined('Võ Ngọc Lan', 'publicist');
    for (const [person, report] of [
      [manager, 'Tiến độ nộp'],
      [officer, 'Tiến độ nộp'],
      [publicist, 'Tuyên truyền điển hình'],
    ] as const) {
      await person.says('/dinhky');
      await person.presses('Đặt thêm báo cáo định kỳ');
      await person.presses(report);
      await person.presses('Xong');
      await person.presses('Hằng ngày');
      await person.sees('mỗi ngày làm việc, lúc 08:00');
    }
    await house.at('2021-08-26T08:01:00+07:00');
    const hasPhones = async (person: ChatPerson) => {
      await person.sees('Báo cáo định kỳ, mỗi ngày làm việc.');
      return (await workbookWords((await person.receivesFile(/^Bao-cao-/)).bytes)).includes('Số điện thoại');
    };
    expect(await hasPhones(officer)).toBe(true);
    expect(await hasPhones(manager)).toBe(false);
    await publicist.receivesFile(/^Bao-cao-tuyen-truyen-2021\.xlsx$/);
  });

  it('stop when the person says so, and when they may not ask any more', async () => {
    await manager.says('/dinhky');
    await manager.presses('Thôi nhận 1: Tổng hợp theo đơn vị (Nhóm đơn vị: Xã), Thứ Hai hằng tuần');
    await manager.sees('Đã thôi gửi: Tổng hợp theo đơn vị (Nhóm đơn vị: Xã)');
    await house.app.house.db.pool.query(
      `update membership set until = '2021-08-24' where role = 'liaison' and until is null`,
    );
    await house.at('2021-08-30T08:01:00+07:00');
    await house.at('2021-09-23T08:01:00+07:00');
    await house.settled();
    expect((await deliveries()).filter(({ key }) => /:[12]:2021-(08-[23]|09)/.test(key)).slice(2)).toEqual([
      { key: 'standing-report:2:2021-09-23', status: 'dropped' },
    ]);
  });

  async function deliveries(): Promise<{ key: string; status: string }[]> {
    const { rows } = await house.app.house.db.pool.query(
      `select key, status from delivery where kind = 'standing-report' order by id`,
    );
    return rows;
  }
});
