import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { readWordParts } from '../support/check-word.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';
import { workbookWords } from '../support/workbook-words.ts';

/** The texts of a Word document, one after the other. */
const wordTexts = async (bytes: Uint8Array) => (await readWordParts(bytes)).get('word/document.xml') ?? '';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
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

  it('the list to sign comes as Word and Excel, of one unit only', async () => {
    const [word, sheet] = ['Danh-sach-dang-ky-2021-Xa-Glar.docx', 'Danh-sach-dang-ky-2021-Xa-Glar.xlsx'];
    await manager.says('/baocao dangky glar');
    const file = await manager.receivesFile(word);
    expect(file.caption).toMatch(/^Danh sách đăng ký để ký 2021 – Xã Glar\nTập thể: 1\nCá nhân: 0\n/);
    expect(await wordTexts(file.bytes)).toContain('Làng không rác');
    expect(await workbookWords((await manager.receivesFile(sheet)).bytes)).toContain('Làng không rác');
    // Of all units there is none: the unit is asked for.
    await manager.says('/baocao danh sách đăng ký toàn huyện');
    await manager.sees('Đơn vị nào?');
    await liaison.says('/danhsach');
    await liaison.sees('Làng không rác');
    await liaison.presses('Danh sách để ký 2021');
    await liaison.receivesFile(word);
    await liaison.receivesFile(sheet);
    await liaison.says('/baocao dangky');
    await liaison.receivesFile(word);
    await liaison.says('/baocao dangky xã hà đông');
    await liaison.sees('không lập được báo cáo của Xã Hà Đông');
  });

  it("the office's report as Word, for all units only", async () => {
    await manager.says('/baocao');
    await manager.sees('Báo cáo nào?');
    await manager.presses('Báo cáo (Word)');
    const file = await manager.receivesFile('Bao-cao-ket-qua-2021.docx');
    expect(await wordTexts(file.bytes)).toContain(
      'Kết quả xây dựng và nhân rộng điển hình tiên tiến năm 2021',
    );
    await manager.says('/baocao word 2021 xã Glar');
    await manager.sees('lập cho tất cả đơn vị, không lập riêng một đơn vị');
    await manager.presses('Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-ket-qua-2021.docx');
    await liaison.says('/baocao word');
    await liaison.sees('không có quyền');
  });

  it('the letter to late units: not for a liaison, and none while no unit is late', async () => {
    await manager.says('/baocao công văn đôn đốc');
    await manager.sees('Không đơn vị nào có việc quá hạn');
    await liaison.says('/baocao congvan');
    await liaison.sees('không có quyền');
  });

  it('its picture comes before the file, to the office and of all units only', async () => {
    await manager.says('/baocao tonghop 2021');
    await manager.sees('Đăng ký so với chỉ tiêu 2021 – Tất cả đơn vị');
    await manager.receivesFile('Bao-cao-tong-hop-2021.xlsx');
    await manager.says('/baocao linhvuc các xã 2021');
    expect((await manager.sees('Điển hình theo lĩnh vực 2021')).text).toContain('Nhóm đơn vị: Xã');
    await manager.receivesFile('Bao-cao-linh-vuc-2021-loc-xa.xlsx');
    await liaison.says('/baocao tonghop 2021');
    await liaison.receivesFile('Bao-cao-tong-hop-2021-Xa-Glar.xlsx');
    expect((await liaison.transcript()).filter(({ text }) => text.includes('so với chỉ tiêu'))).toEqual([]);
  });

  it('one that takes long is announced before it comes', async () => {
    const client = await house.app.house.db.pool.connect();
    try {
      // No query reads an exemplar until this ends: the report takes as long.
      await client.query('begin; lock table exemplar in access exclusive mode');
      await manager.says('/baocao danhsach 2021');
      await manager.sees('Đang lập báo cáo');
    } finally {
      await client.query('commit');
      client.release();
    }
    await manager.receivesFile('Bao-cao-danh-sach-2021.xlsx');
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
      ['/baocao lịch họp', 'Chưa có báo cáo “lịch họp”. Các báo cáo hiện có:', 2],
      ['/baocao tonghop 1999', 'Năm 1999 nằm ngoài Kế hoạch (2021–2025)', 1],
      ['/baocao danhsach 2022', 'Năm 2022 chưa bắt đầu', 1],
      ['báo cáo tổng hợp năm 2025 xã Glar', 'Năm 2025 chưa bắt đầu', 1],
      ['bao cao tong hop nam sau', 'Năm 2022 chưa bắt đầu', 1],
      ['/baocao danhsach năm ngoái', 'Năm 2020 nằm ngoài Kế hoạch', 1],
      ['/baocao tonghop 2026', 'Năm 2026 nằm ngoài Kế hoạch', 1],
      ['/baocao tonghop 99999', 'Năm 99999 nằm ngoài Kế hoạch', 1],
      ['/baocao danhsach -2021', 'Năm -2021 nằm ngoài Kế hoạch', 1],
      ['/baocao danhsach 21', 'Năm 21 nằm ngoài Kế hoạch', 1],
      ['/baocao tonghop 2021 2022', 'Mỗi báo cáo lập cho một năm', 1],
      ['/baocao danhsach sao hỏa', 'Không tìm thấy đơn vị “sao hỏa”', 0],
      ['/baocao danhsach xã', 'Có nhiều đơn vị như vậy', 0],
      ['/baocao 😀'.repeat(40), 'Chưa có báo cáo', 2],
    ])('%s is answered with what there is', async (typed, told, atLeast) => {
      await manager.says(typed);
      const reply = await manager.sees(told);
      expect(reply.buttons.length).toBeGreaterThanOrEqual(atLeast);
    });
  });

  it('a half-year, the whole period and an earlier day in one line', async () => {
    await manager.says('/baocao linhvuc 2021-H2');
    await manager.sees('6 tháng cuối năm 2021');
    await manager.says('báo cáo tiến độ nộp cả giai đoạn');
    await manager.sees('cả giai đoạn đến năm 2021');
    await manager.says('/baocao tonghop 2021 17/8/2021');
    await manager.sees('2021, tính đến 17/8/2021');
    await manager.says('/baocao tonghop 2021 31/12/2021');
    await manager.sees('Ngày 31/12/2021 chưa tới');
    await manager.says('/baocao word 2021-H2');
    await manager.receivesFile('Bao-cao-ket-qua-2021-H2.docx');
    await manager.says('báo cáo word cả giai đoạn');
    await manager.receivesFile('Bao-cao-ket-qua-2021-GD.docx');
    await manager.says('/baocao word 2021 17/8/2021');
    await manager.receivesFile('Bao-cao-ket-qua-2021-den-2021-08-17.docx');
    await manager.says('/baocao dangky xã glar tính đến ngày 17/8/2021');
    const day = await manager.receivesFile('Danh-sach-dang-ky-2021-den-2021-08-17-Xa-Glar.docx');
    expect(await wordTexts(day.bytes)).toContain('Đơn vị chưa đăng ký điển hình nào.');
    await manager.says('/baocao ketqua 2021 17/8/2021');
    await manager.receivesFile('Bao-cao-ket-qua-2021-den-2021-08-17.xlsx');
    await manager.says('/baocao word 2022-H1');
    await manager.sees('6 tháng đầu năm 2022 chưa bắt đầu');
  });

  it('a button of a year without a report says so, for every report', async () => {
    const chat = await house.app.house.db.pool.query<{ id: string }>(
      `select chat_id as id from account a join person p on p.id = a.person_id where p.name = 'Đinh Văn Thọ'`,
    );
    const id = Number(chat.rows[0]?.id);
    let update = 810_000_000;
    for (const [data, told] of [
      ['baocao.make:tonghop:2022:0', 'Năm 2022 chưa bắt đầu'],
      ['baocao.make:danhsach:2025:0', 'Năm 2025 chưa bắt đầu'],
      ['baocao.make:danhsach:1990:1', 'Năm 1990 nằm ngoài Kế hoạch'],
      ['baocao.make:tonghop:0:0', 'Năm 0 nằm ngoài Kế hoạch'],
      ['baocao.year:tonghop:2023', 'Năm 2023 chưa bắt đầu'],
      ['baocao.units:danhsach:2024:0', 'Năm 2024 chưa bắt đầu'],
      ['baocao.make:goidien:0:0', 'không có quyền'],
      ['baocao:goidien', 'không có quyền'],
    ] as const) {
      update += 1;
      const from = { id, is_bot: false, first_name: 'x' };
      const message = { message_id: 1, date: 0, chat: { id, type: 'private' as const, first_name: 'x' } };
      await house.app.accept(channel, [
        {
          key: String(update),
          update: {
            update_id: update,
            callback_query: { id: `${id}:${update}`, chat_instance: '1', data, from, message },
          },
        },
      ]);
      expect((await manager.sees(/./)).text, data).toContain(told);
    }
    const files = (await manager.transcript()).filter(({ file }) => file?.match(/20(2[2-9]|1990)/));
    expect(files).toEqual([]);
  });

  it('once the year has begun it is made', async () => {
    await house.at('2021-12-31T23:59:59+07:00');
    await manager.says('/baocao danhsach 2022');
    await manager.sees('Năm 2022 chưa bắt đầu');
    await house.at('2022-01-01T00:00:01+07:00');
    await manager.says('/baocao danhsach 2022');
    await manager.receivesFile('Bao-cao-danh-sach-2022.xlsx');
    await house.at('2021-08-18T10:00:00+07:00');
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
      await person.sees('chỉ lập được báo cáo của Xã Glar, không lập được báo cáo của Xã Hà Đông');
      await person.says('/baocao');
      await person.presses('Tổng hợp theo đơn vị');
      await person.receivesFile('Bao-cao-tong-hop-2021-Xa-Glar.xlsx');
    }
  });
});
