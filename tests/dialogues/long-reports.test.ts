import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { holdRow } from '../faults/life/hold-row.ts';
import type { ChatPerson } from '../support/chat.ts';
import { holdFiles, holdReports } from '../support/held-report.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { workbookWords } from '../support/workbook-words.ts';

const made = 'Bao-cao-danh-sach-2021.xlsx';

describe.each(everyChannel)('a report that takes long, on %s', (channel) => {
  let house: TestHouse;
  let manager: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    manager = await house.joined('Đinh Văn Thọ', 'manager');
  });
  afterAll(async () => {
    await house.close();
  });

  const hold = () => holdReports(house.app.house.db.pool);
  const states = async () => {
    const rows = await house.app.house.db.prisma.askedReport.findMany({ orderBy: { id: 'asc' } });
    return rows.map(({ state }) => state);
  };
  const messagesWith = async (text: string) =>
    (await manager.transcript()).filter((one) => one.text.includes(text)).length;

  it('shows the share done, and one question makes one file', async () => {
    const held = await hold();
    await manager.says('/baocao danhsach 2021');
    const progress = await manager.sees('Đang lập báo cáo… 0%');
    expect(progress.text).toContain('Danh sách chi tiết');
    expect(progress.buttons.some((label) => label.includes('Hủy'))).toBe(true);
    // The chat is free in between.
    await manager.says('/trogiup');
    await manager.sees('Báo cáo Excel');
    await manager.says('/baocao danhsach 2021');
    await manager.sees('Đang lập báo cáo…');
    await held.free();
    const file = await manager.receivesFile(made);
    expect(file.caption).toContain('Danh sách chi tiết 2021');
    expect(await workbookWords(file.bytes)).toContain('Chưa có điển hình nào được đăng ký.');
    await expect.poll(states).toEqual(['sent']);
    expect(await messagesWith('Danh sách chi tiết 2021 –')).toBe(1);
  });

  it('of two files brings both', async () => {
    const held = await hold();
    await manager.says('/baocao dangky xã Glar');
    await manager.sees('Đang lập báo cáo…');
    await held.free();
    await manager.receivesFile('Danh-sach-dang-ky-2021-Xa-Glar.docx');
    await manager.receivesFile('Danh-sach-dang-ky-2021-Xa-Glar.xlsx');
    await expect.poll(async () => (await states()).at(-1)).toBe('sent');
  });

  it('of two files brings each once when the second is refused at first', async () => {
    const names = ['Danh-sach-dang-ky-2021-Xa-A-Dok.docx', 'Danh-sach-dang-ky-2021-Xa-A-Dok.xlsx'];
    const held = await hold();
    await manager.says('/baocao dangky xã A Dơk');
    await manager.sees('Đang lập báo cáo…');
    // The channel itself asks Telegram four times.
    const refused = { status: 429, retryAfter: 0 } as const;
    if (channel === 'telegram')
      house.telegram.failNext({ method: 'sendDocument', after: 1, times: 4, answer: refused });
    if (channel === 'zalo') house.zalo.failNext({ method: 'sendMessage', after: 1, answer: 429 });
    await held.free();
    for (const name of names) await manager.receivesFile(name);
    await expect.poll(async () => (await states()).at(-1)).toBe('sent');
    const shown = (await manager.transcript()).map(({ text, file }) => `${file ?? ''} ${text}`);
    for (const name of names) expect(shown.filter((one) => one.includes(name))).toHaveLength(1);
  });

  it.each([
    ['its button', () => manager.presses('Hủy')],
    ['/huy', () => manager.says('/huy')],
    ['words', () => manager.says('huỷ')],
  ])('is stopped by %s, and no file comes', async (_how, stop) => {
    const before = (await states()).length;
    const files = await messagesWith('Danh sách chi tiết 2021 –');
    const held = await hold();
    await manager.says('/baocao danhsach 2021');
    await manager.sees('Đang lập báo cáo…');
    await stop();
    await manager.sees('Đã dừng lập báo cáo “Danh sách chi tiết”.');
    await held.free();
    expect((await states()).slice(before)).toEqual(['cancelled']);
    await house.app.house.longWork.stop();
    expect(await messagesWith('Danh sách chi tiết 2021 –')).toBe(files);
  });

  it('stopped at the instant at which it is finished, it is stopped or comes', async () => {
    const database = house.app.house.db;
    for (const first of ['the stop', 'the report']) {
      const files = await messagesWith('Danh sách chi tiết 2021 –');
      const held = await hold();
      await manager.says('/baocao danhsach 2021');
      await manager.sees('Đang lập báo cáo…');
      const { id } = await database.prisma.askedReport.findFirstOrThrow({ where: { state: 'making' } });
      const row = await holdRow(database.url, { table: 'asked_report', id });
      // Both wait for the row, in this order.
      const both = [() => manager.says('/huy'), () => held.free()];
      for (const [i, begins] of (first === 'the stop' ? both : both.toReversed()).entries()) {
        await begins();
        await row.isAwaited(60_000, i + 1);
      }
      await row.letGo();
      const said = await manager.sees(/Đã dừng lập báo cáo|đang được gửi đến|không còn đang lập/);
      await expect.poll(async () => (await states()).at(-1)).not.toBe('making');
      await house.app.house.longWork.stop();
      const stopped = said.text.includes('Đã dừng');
      expect((await states()).at(-1)).toBe(stopped ? 'cancelled' : 'sent');
      expect(await messagesWith('Danh sách chi tiết 2021 –')).toBe(stopped ? files : files + 1);
    }
  });

  it('a draft stays when /huy stops a report', async () => {
    const liaison = await house.joined('Siu Hà', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await liaison.presses('Tập thể');
    await liaison.sees('Lĩnh vực');
    const held = await hold();
    await liaison.says('/baocao danhsach 2021');
    await liaison.sees('Đang lập báo cáo…');
    await liaison.says('/huy');
    await liaison.sees('Đã dừng lập báo cáo');
    await held.free();
    await liaison.presses('Tiếp tục');
    await liaison.sees('Lĩnh vực');
  });

  it('is not sent to a person whose role has ended since', async () => {
    const { prisma } = house.app.house.db;
    const leaving = await house.joined('Trần Văn Thôi', 'manager');
    const held = await hold();
    await leaving.says('/baocao danhsach 2021');
    await leaving.sees('Đang lập báo cáo…');
    await prisma.membership.updateMany({
      where: { person: { name: 'Trần Văn Thôi' } },
      data: { until: house.app.clock.now() },
    });
    await held.free();
    await leaving.sees('Vai trò của anh/chị đã thay đổi');
    expect((await states()).at(-1)).toBe('failed');
  });

  it('that fails says so, and can be made again', async () => {
    const held = await hold();
    await manager.says('/baocao danhsach 2021');
    await manager.sees('Đang lập báo cáo…');
    const { pool } = house.app.house.db;
    await expect
      .poll(async () => {
        const { rowCount } = await pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rowCount;
      })
      .toBeGreaterThan(0);
    await held.free();
    await manager.sees('Không lập được báo cáo “Danh sách chi tiết”.');
    await manager.presses('Lập lại');
    await manager.receivesFile(made);
  });

  it('that there is no reason for says why, in the words of a quick one', async () => {
    const held = await hold();
    await manager.says('/baocao congvan');
    await manager.sees('Đang lập báo cáo…');
    await held.free();
    const told = await manager.sees('Không đơn vị nào có việc quá hạn nên chưa cần công văn đôn đốc.');
    expect(told.text).toContain('Chưa lập báo cáo “Công văn đôn đốc (Word)”.');
    expect(told.text).not.toContain('thử lại');
    await expect.poll(async () => (await states()).at(-1)).toBe('failed');
  });

  it('a button pressed twice makes one file', async () => {
    await manager.says('/baocao tonghop 2020');
    const years = await manager.sees('2020');
    expect(years.buttons.some((label) => label.includes('2021'))).toBe(true);
    await manager.presses('2021');
    const scope = await manager.sees('tất cả đơn vị hay một đơn vị?');
    const { clock } = house.app;
    const then = clock.now();
    await manager.pressesOn(scope, 'Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await house.settled();
    // However slow the machine: the second press comes within seconds of the first.
    clock.set(then);
    await manager.pressesOn(scope, 'Tất cả đơn vị');
    await manager.sees('vừa được gửi ở trên');
    // Later the same button makes it again.
    clock.set(new Date(then.getTime() + 60_000));
    await manager.pressesOn(scope, 'Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
  });

  it('brings its picture too, before the file', async () => {
    await registers(await house.joined('Rơ Lan Pêk', 'liaison', 'HADONG'), { name: 'Làng không rác' });
    const held = await hold();
    await manager.says('/baocao tonghop 2021');
    await manager.sees('Đang lập báo cáo…');
    await held.free();
    await manager.sees('Đăng ký so với chỉ tiêu 2021 – Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await expect.poll(async () => (await states()).at(-1)).toBe('sent');
    expect(await messagesWith('Đăng ký so với chỉ tiêu 2021')).toBe(1);
  });
});

/** On Telegram a file goes to its server, which the tests cannot hold up. */
describe.each(['zalo', 'web'] as const)('a report whose file is being sent, on %s', (channel) => {
  let house: TestHouse;
  afterAll(() => house.close());

  it('can no longer be stopped, says so, and comes once', async () => {
    house = await testHouse({ channel });
    const manager = await house.joined('Đinh Văn Thọ', 'manager');
    const { pool, prisma } = house.app.house.db;
    const stops = [() => manager.says('/huy'), () => manager.says('dừng lại'), () => manager.presses('Hủy')];
    for (const [i, stop] of stops.entries()) {
      const reports = await holdReports(pool);
      await manager.says('/baocao danhsach 2021');
      await manager.sees('Đang lập báo cáo…');
      const files = await holdFiles(pool);
      await reports.free();
      await files.isAwaited();
      await stop();
      await manager.sees('đang được gửi đến anh/chị, nên không dừng được nữa');
      await files.free();
      await manager.receivesFile(made);
      await expect.poll(() => prisma.askedReport.count({ where: { state: 'sent' } })).toBe(i + 1);
    }
    const came = (await manager.transcript()).filter(({ text }) =>
      text.includes('Danh sách chi tiết 2021 –'),
    );
    expect(came).toHaveLength(stops.length);
  });
});
