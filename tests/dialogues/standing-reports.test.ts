import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('reports that come by themselves, on %s', (channel) => {
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
    await manager.presses('Hằng tuần');
    await manager.presses('Thứ Hai');
    await manager.sees('Thứ Hai hằng tuần, lúc 08:00');

    await glar.says('/dinhky');
    await glar.presses('Đặt thêm báo cáo định kỳ');
    await glar.presses('Danh sách chi tiết');
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
    await manager.sees('Báo cáo định kỳ, Thứ Hai hằng tuần.');
    expect((await glar.sees('Báo cáo định kỳ, ngày 23 hằng tháng.')).text).toContain('Xã Glar');
    await house.app.planNow();
    await house.at('2021-08-23T10:00:00+07:00');
    await house.settled();
    expect(await deliveries()).toEqual([
      { key: 'standing-report:1:2021-08-23', status: 'sent' },
      { key: 'standing-report:2:2021-08-23', status: 'sent' },
    ]);
  });

  it('stop when the person says so, and when they may not ask any more', async () => {
    await manager.says('/dinhky');
    await manager.presses('Thôi nhận 1: Tổng hợp theo đơn vị, Thứ Hai hằng tuần');
    await manager.sees('Đã thôi gửi: Tổng hợp theo đơn vị');
    await house.app.house.db.pool.query(
      `update membership set until = '2021-08-24' where role = 'liaison' and until is null`,
    );
    await house.at('2021-08-30T08:01:00+07:00');
    await house.at('2021-09-23T08:01:00+07:00');
    await house.settled();
    expect((await deliveries()).slice(2)).toEqual([
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
