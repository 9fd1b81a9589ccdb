import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('moving a due date, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let glar: ChatPerson;
  let adok: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel, start: '2021-08-23T08:00:00+07:00' });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    glar = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    adok = await house.joined('Siu Hlơn', 'liaison', 'ADOK');
  });
  afterAll(() => house.close());

  it('a reason that is too short gets an example of moving a due date', async () => {
    await officer.says('/suahan');
    await officer.presses('Kế hoạch triển khai (24/8/2021)');
    await officer.presses('Tất cả đơn vị');
    await officer.says('30/8/2021');
    await officer.sees('Lý do sửa hạn?');
    await officer.says('dịch');
    await officer.sees('Ví dụ: Đơn vị đang chống dịch, cần thêm thời gian.');
    await officer.says('/huy');
    await officer.presses('Bỏ bản nháp');
    await officer.sees('Đã bỏ');
  });

  it('moves it for every unit, after a preview of who is told', async () => {
    await officer.says('/suahan');
    await officer.presses('Đăng ký điển hình tiên tiến (24/8/2021)');
    await officer.presses('Tất cả đơn vị');
    await officer.sees('Hiện nay: 24/8/2021');
    await officer.says('20/8/2021');
    await officer.sees('Ngày đó đã qua');
    await officer.says('hết ngày 31/8');
    await officer.sees('Lý do sửa hạn?');
    await officer.says('dịch');
    await officer.says('Giãn cách xã hội do dịch COVID-19.');
    const preview = await officer.sees('24/8/2021 → 31/8/2021');
    expect(preview.text.normalize()).toContain(
      '53 đơn vị chưa xong việc này có hạn mới, 2 người sẽ được báo.',
    );
    await officer.presses('Đúng, sửa hạn');
    await officer.sees('ngày cuối là 31/8/2021');
    await glar.sees(
      'Phòng Nội vụ đã sửa hạn đăng ký điển hình tiên tiến của Xã Glar: ngày cuối là 31/8/2021',
    );
    await adok.sees('Lý do: Giãn cách xã hội do dịch COVID-19.');
  });

  it('holds in /hannop, and begins a ladder of its own', async () => {
    await glar.says('/hannop');
    await glar.sees('Hạn chót 31/8/2021, còn 8 ngày.');
    // The old day's ladder would be over by now; the new one stands three days before the due.
    await house.at('2021-08-27T08:00:00+07:00');
    await glar.sees('Hạn chót 31/8/2021, còn 4 ngày.');
  });

  it('moves it for one unit, and the later of both days holds', async () => {
    await officer.says('/suahan');
    await officer.presses('Đăng ký điển hình tiên tiến (31/8/2021)');
    await officer.presses('Một đơn vị');
    await officer.says('xã glar');
    await officer.says('ngày 30 tháng 8');
    await officer.sees('Hạn chung là 31/8/2021, muộn hơn 30/8/2021');
    await officer.presses('Chọn ngày khác');
    await officer.says('5/9/2021');
    await officer.says('Xã đang bị phong tỏa, chưa họp được.');
    await officer.sees('1 đơn vị chưa xong việc này có hạn mới, 1 người sẽ được báo.');
    await officer.presses('Đúng, sửa hạn');
    await glar.sees('ngày cuối là 5/9/2021 (trước đây 31/8/2021)');
    await adok.says('/hannop');
    await adok.sees('Hạn chót 31/8/2021');
    await glar.says('/hannop');
    await glar.sees('Hạn chót 5/9/2021');
  });

  it('asks whether units keep a later day of their own', async () => {
    await officer.says('/suahan');
    await officer.presses('Đăng ký điển hình tiên tiến (31/8/2021)');
    await officer.presses('Tất cả đơn vị');
    await officer.says('2/9/2021');
    await officer.sees('đã được gia hạn riêng muộn hơn 2/9/2021');
    await officer.presses('Giữ hạn riêng');
    await officer.says('Nghỉ lễ Quốc khánh 2/9 nên lùi hạn.');
    await officer.sees('1 đơn vị giữ hạn riêng: Xã Glar (5/9/2021).');
    await officer.presses('Thôi, không sửa');
    await officer.sees('Hạn không thay đổi.');
    await adok.says('/hannop');
    await adok.sees('Hạn chót 31/8/2021');
  });

  it('gives a duty without a date its date', async () => {
    await officer.says('/suahan');
    await officer.presses('Tổng kết giai đoạn (chưa ấn định)');
    await officer.presses('Tất cả đơn vị');
    await officer.says('30/11/2025');
    await officer.says('Theo kế hoạch tổng kết của huyện.');
    await officer.presses('Đúng, sửa hạn');
    await glar.sees('đã ấn định hạn tổng kết giai đoạn của Xã Glar: ngày cuối là 30/11/2025');
    await glar.says('/hannop');
    await glar.sees('Hạn chót 30/11/2025');
  });

  it('shows what moves again where another officer has moved the same due since', async () => {
    const other = await house.joined('Lê Văn Tâm', 'officer');
    const begins = async (by: ChatPerson, day: string) => {
      await by.says('/suahan');
      await by.presses('Tổng kết giai đoạn (30/11/2025)');
      await by.presses('Tất cả đơn vị');
      await by.says(day);
      await by.says('Theo công văn mới của huyện.');
      await by.sees(`30/11/2025 → ${day}`);
    };
    const third = await house.joined('Phạm Thị Lan', 'officer');
    await begins(officer, '5/12/2025');
    await begins(other, '10/12/2025');
    await begins(third, '10/12/2025');
    await other.presses('Đúng, sửa hạn');
    await other.sees('ngày cuối là 10/12/2025');
    await officer.presses('Đúng, sửa hạn');
    await officer.sees('vừa được người khác sửa: hạn hiện nay là 10/12/2025');
    await officer.sees('10/12/2025 → 5/12/2025');
    await officer.presses('Đúng, sửa hạn');
    await officer.sees('ngày cuối là 5/12/2025');
    await third.says('có');
    await third.sees('vừa được người khác sửa: hạn hiện nay là 5/12/2025');
    await third.presses('Thôi, không sửa');
    await third.sees('Hạn không thay đổi.');
  });

  it('is for officers alone, and every move stays in the history', async () => {
    await glar.says('/suahan');
    await glar.sees('Phòng Nội vụ');
    const moves = await house.app.house.db.prisma.dueMove.findMany({ orderBy: { id: 'asc' } });
    const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
    expect(moves.map(({ duty, previous, lastDay }) => [duty, day(previous), day(lastDay)])).toEqual([
      ['registration', '2021-08-24', '2021-08-31'],
      ['registration', '2021-08-31', '2021-09-05'],
      ['periodSummary', null, '2025-11-30'],
      ['periodSummary', '2025-11-30', '2025-12-10'],
      ['periodSummary', '2025-12-10', '2025-12-05'],
    ]);
    await expect(house.app.house.db.pool.query('delete from due_move')).rejects.toThrow('append-only');
  });
});
