import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTableOf } from '../documents/read-table.ts';
import type { ChatPerson, SeenMessage } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

const linesOf = ({ text }: SeenMessage) =>
  text
    .normalize('NFC')
    .split('\n')
    .filter((line) => line.startsWith('– '));

/** Reads the list to phone from page to page, and returns every line once. */
async function allLines(officer: ChatPerson, first: SeenMessage): Promise<string[]> {
  const lines = linesOf(first);
  let shown = first;
  for (;;) {
    const next = shown.buttons.find((label) => /^Trang \d+\/\d+ ›$/.test(label));
    if (!next) return lines;
    await officer.pressesOn(shown, next);
    const from = lines.length + 1;
    shown = await officer.sees(new RegExp(`Dòng ${from}–`));
    lines.push(...linesOf(shown));
  }
}

describe.each(channelsOfThisRun)('the list to phone, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await someoneUnreached('Chặn Cả Hai', '0905111222', 'HADONG', false);
    await someoneUnreached('Chưa Kết Nối', '0905333444', 'HNENG');
  });
  afterAll(async () => {
    await house.close();
  });

  /** A liaison with an account that blocked the bot, or with none. */
  async function someoneUnreached(name: string, phone: string, unit: string, reachable?: boolean) {
    const { prisma } = house.app.house.db;
    const { id: unitId } = await prisma.unit.findUniqueOrThrow({ where: { code: unit } });
    const createdAt = new Date('2021-08-01T00:00:00Z');
    const account = { channel, externalId: `gone-${name}`, chatId: 4711, reachable: false, createdAt };
    await prisma.person.create({
      data: {
        name,
        phone,
        createdAt,
        memberships: { create: { unitId, role: 'liaison', since: createdAt } },
        ...(reachable === false && { accounts: { create: account } }),
      },
    });
  }

  it('can be read to its end before sending, and after', async () => {
    await officer.says('/dondoc');
    await officer.presses('Kế hoạch triển khai (53 đơn vị)');
    const preview = await officer.sees('Chưa kết nối, cần gọi điện (52)');
    expect(preview.buttons.slice(0, 4)).toEqual(['Gửi', 'Sửa lời nhắn', 'Hủy', 'Trang 2/4 ›']);
    const before = await allLines(officer, preview);
    expect(new Set(before).size).toBe(52);
    expect(before).toContain('– Xã Hà Đông: Chặn Cả Hai, 0905111222 (đã chặn bot)');
    expect(before).toContain("– Xã H'Neng: Chưa Kết Nối, 0905333444 (chưa kết nối)");
    await officer.presses('‹ Trang trước');
    await officer.sees('Dòng 31–45 trong 52:');
    await officer.presses('Gửi');
    let result = await officer.sees(/Đã gửi \d+, bị chặn/);
    while (result.text.includes('Đang gửi')) {
      if (!officer.hasButtons) await officer.presses('Xem kết quả mới');
      result = await officer.sees(/Đã gửi \d+, bị chặn/);
    }
    const after = await allLines(officer, result);
    expect(new Set(after).size).toBe(52);
    expect(after).not.toContain(expect.stringContaining('Xã Glar'));
    expect(JSON.stringify(await officer.transcript())).not.toMatch(/… và \d+ dòng khác/);
  });

  it('comes as a workbook, by a button and by words, to officers only', async () => {
    await officer.presses('Tệp Excel cần gọi điện');
    const file = await officer.receivesFile('Bao-cao-goi-dien-2021.xlsx');
    expect(file.caption.split('\n').slice(0, 8)).toEqual([
      'Cần gọi điện 18/8/2021 – Tất cả đơn vị',
      'Dòng cần gọi: 52',
      'Đơn vị: 52',
      'Người cần gọi: 2',
      'Dòng vì đã chặn bot: 1',
      'Dòng vì chưa kết nối: 1',
      'Dòng vì gửi không được: 0',
      'Đơn vị chưa có cán bộ đầu mối: 50',
    ]);
    const { lines } = await readTableOf(file.bytes);
    expect(lines).toHaveLength(52);
    const blocked = lines.find((line) => line[3] === 'Chặn Cả Hai');
    expect(blocked?.slice(1, 7)).toEqual([
      'Xã Hà Đông',
      'Xã',
      'Chặn Cả Hai',
      'Cán bộ đầu mối',
      '0905111222',
      'Đăng ký điển hình tiên tiến; Kế hoạch triển khai',
    ]);

    await officer.says('báo cáo cần gọi điện xã hà đông');
    await officer.receivesFile('Bao-cao-goi-dien-2021-Xa-Ha-Dong.xlsx');
    await officer.says('/baocao goidien 2021');
    const now = await officer.sees(
      '“Cần gọi điện” cho biết tình hình lúc này, hoặc của một ngày khi gõ thêm “tính đến ngày …”; không lập theo năm',
    );
    expect(now.buttons).toEqual(['Cần gọi điện']);
    await officer.presses('Cần gọi điện');
    await officer.sees('Tất cả đơn vị hay một đơn vị?');
    await officer.presses('Tất cả đơn vị');
    await officer.receivesFile('Bao-cao-goi-dien-2021.xlsx');
  });

  it('is not offered and not given to a manager, nor to a liaison', async () => {
    const manager = await house.joined('Đinh Văn Thọ', 'manager');
    const liaison = await house.joined('Siu Hà', 'liaison', 'TRANG');
    for (const person of [manager, liaison]) {
      await person.says('/baocao');
      const which = await person.sees('Báo cáo nào?');
      expect(which.buttons).not.toContain('Cần gọi điện');
      await person.says('/baocao goidien');
      await person.sees('không có quyền');
    }
  });
});
