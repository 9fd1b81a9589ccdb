import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const codeIn = (text: string) => text.match(/[2-9A-Z]{4}-[2-9A-Z]{4}/)?.[0] ?? '';

async function workbook(rows: string[][]): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  book.addWorksheet('Danh sách').addRows(rows);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** How long expected messages are waited for. */
const patience = { timeout: 60_000, interval: 50 };

describe.each(channelsOfLongScripts)('inviting on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  it('makes a message that can be forwarded unchanged, and invites another', async () => {
    await officer.says('mời');
    await officer.sees('Mời với vai trò nào?');
    await officer.presses('Cán bộ đầu mối');
    await officer.says('glar');
    const made = await officer.sees('Mã mời:');
    expect(made.text).toContain(
      'Anh/chị được mời làm cán bộ đầu mối của Xã Glar, đăng ký điển hình tiên tiến',
    );
    expect(made.text).toContain('Mã dùng một lần, đến');
    if (channel === 'telegram') expect(made.text).toContain('Telegram: https://t.me/');
    // It mentions the links below only when there are any.
    expect(made.text.includes('đường dẫn dưới đây')).toBe(made.text.includes('https://'));
    // The forwarded message has no line that only the officer can use.
    expect(made.text).not.toContain('Thu hồi mã');
    await officer.presses('Mời tiếp');
    await officer.sees('Mời với vai trò nào?');
    await officer.says('/huy');
    await officer.presses('Bỏ bản nháp');
  });

  it.each([
    ['/moi đầu mối glar', /cán bộ đầu mối của Xã Glar/],
    ['/moi thu truong xa trang', /thủ trưởng Xã Trang/],
    ['/moi Glar đầu mối', /cán bộ đầu mối của Xã Glar/],
    ['mời lãnh đạo Đinh Văn Thọ', /Kính gửi anh\/chị Đinh Văn Thọ[\s\S]*lãnh đạo UBND huyện/],
    ['/moi cán bộ tuyên truyền', /cán bộ tuyên truyền/],
  ])('understands %s at once', async (typed, invited) => {
    await officer.says(typed);
    expect((await officer.sees('Mã mời:')).text).toMatch(invited);
  });

  it('uses the unit after the command, and says when it does not know one', async () => {
    await officer.says('/moi ha bau');
    await officer.sees('Mời với vai trò nào ở Xã Hà Bầu?');
    await officer.says('thủ trưởng');
    expect((await officer.sees('Mã mời:')).text).toContain('thủ trưởng Xã Hà Bầu');
    await officer.says('/moi xã không có');
    expect((await officer.sees('Không tìm thấy đơn vị “xã không có”')).text).toContain(
      'Mời với vai trò nào?',
    );
    await officer.says('đầu mối');
    await officer.sees('Của đơn vị nào?');
    await officer.says('/huy');
    await officer.presses('Bỏ bản nháp');
  });

  it('invites many from a typed list, names bad lines and keeps good ones', async () => {
    await officer.says('/moi');
    await officer.presses('Nhiều người');
    await officer.sees('mỗi người một dòng');
    await officer.says(
      [
        '1. Nguyễn Văn Bình; đầu mối; Glar',
        'Rơ Châm Hùng, thủ trưởng, xã Ia Pết',
        'Công an huyện',
        'Lê Thị Mai; đầu mối; Xã Ở Đâu',
        'Võ Lan; đầu mối',
      ].join('\n'),
    );
    const preview = await officer.sees('Sẽ tạo 3 mã mời:');
    expect(preview.text).toContain('Nguyễn Văn Bình – Cán bộ đầu mối: Xã Glar');
    expect(preview.text).toContain('Rơ Châm Hùng – Thủ trưởng đơn vị: Xã Ia Pết');
    expect(preview.text).toContain('Cán bộ đầu mối: Công an huyện');
    expect(preview.text).toContain('Dòng 4: không có đơn vị “Xã Ở Đâu”');
    expect(preview.text).toContain('Dòng 5: thiếu đơn vị (“Võ Lan”)');
    await officer.says('Võ Lan; đầu mối; Xã Trang');
    expect((await officer.sees('Sẽ tạo 4 mã mời:')).text).toContain('Võ Lan – Cán bộ đầu mối: Xã Trang');
    await officer.presses('Tạo mã mời');
    await expect
      .poll(async () => {
        const said = (await officer.transcript()).map(({ text }) => text);
        return [
          said.some((text) => text.includes('Đã tạo 4 mã mời')),
          said.filter((text) => /Kính gửi anh\/chị (Nguyễn Văn Bình|Rơ Châm Hùng|Võ Lan)/.test(text)).length,
          said.filter((text) => text.includes('cán bộ đầu mối của Công an huyện')).length,
        ];
      }, patience)
      .toEqual([true, 3, 1]);
  });

  it('invites from an Excel file, and keeps no copy of it', async () => {
    await officer.says('/moi');
    await officer.presses('Nhiều người');
    await officer.sees('tệp Excel');
    await officer.sendsFile(
      'danh-sach.xlsx',
      await workbook([
        ['STT', 'Họ và tên', 'Vai trò', 'Đơn vị', 'Điện thoại'],
        ['1', 'Đinh Văn Mười', 'Đầu mối', 'Huyện Đoàn', '0905 123 111'],
        ['2', 'Hoàng Thị Hai', 'Thủ trưởng', 'Phòng Nội vụ', ''],
        ['3', 'Không Rõ', 'Đầu mối', 'Phòng', ''],
      ]),
    );
    await officer.presses('Xong');
    const preview = await officer.sees('Sẽ tạo 2 mã mời:');
    expect(preview.text).toContain('Đinh Văn Mười – Cán bộ đầu mối: Huyện Đoàn');
    expect(preview.text).toContain('Hoàng Thị Hai – Thủ trưởng đơn vị: Phòng Nội vụ');
    expect(preview.text).toContain('Dòng 4: có nhiều đơn vị như vậy');
    await officer.presses('Tạo mã mời');
    await officer.sees('Đã tạo 2 mã mời');
    const { rows } = await house.app.house.db.pool.query(
      'select 1 from attachment where removed_at is null and draft_id is not null',
    );
    expect(rows).toEqual([]);
  });

  it('lists unused codes, sends one again, withdraws it, and shows who has joined', async () => {
    await officer.says('/moi đầu mối xã tân bình');
    const code = codeIn((await officer.sees('cán bộ đầu mối của Xã Tân Bình')).text);
    await officer.says('/moi mã chưa dùng');
    const list = await officer.sees(/Mã chưa dùng 1–\d+ trong \d+/);
    expect(list.text).toContain(`${code}: Cán bộ đầu mối Xã Tân Bình`);
    await officer.presses(`${code} – Xã Tân Bình`);
    await officer.sees(`Mã mời: ${code}`);
    await officer.presses('Thu hồi mã');
    await officer.sees('Đã thu hồi mã mời');
    await officer.presses('Mã chưa dùng');
    expect((await officer.sees(/Mã chưa dùng|Không còn mã/)).text).not.toContain(code);

    const joiner = await house.newcomer('Siu Vào');
    await officer.says('/moi đầu mối hải yang');
    await joiner.says(codeIn((await officer.sees('cán bộ đầu mối của Xã Hải Yang')).text));
    await joiner.presses('Đúng, tôi nhận');
    await joiner.sees('Họ và tên');
    await joiner.says('Siu Vào');
    await joiner.presses('Bỏ qua');
    await joiner.sees('Đã xong.');
    await officer.presses('Mã chưa dùng');
    await officer.sees(/Mã chưa dùng 1–/);
    await officer.presses('Người đã tham gia');
    const channelName = { telegram: 'Telegram', zalo: 'Zalo', web: 'Trang web' }[channel];
    const joined = await officer.sees('Người đã tham gia');
    expect(joined.text).toContain('Siu Vào: Cán bộ đầu mối Xã Hải Yang, lúc');
    expect(joined.text).toContain(`qua ${channelName}`);
  });

  describe('a code on an account that has an owner', () => {
    const codeOf = async (person: ChatPerson) => {
      await person.says('/taikhoan');
      await person.presses('Dùng thêm kênh khác');
      return codeIn((await person.sees('Mã để tham gia trên kênh')).text);
    };

    it('asks before it moves the account; refusing loses nothing', async () => {
      const mine = await house.joined('Chủ Mã', 'liaison', 'GLAR');
      const other = await house.joined('Chủ Máy', 'head', 'GLAR');
      const code = await codeOf(mine);
      for (const agrees of [false, true]) {
        await other.says(code);
        await other.sees('tài khoản của Chủ Mã');
        await other.presses('Đúng, tôi nhận');
        await other.sees('này đang là của Chủ Máy, và là nơi duy nhất');
        await other.presses(agrees ? 'Đồng ý chuyển' : 'Không chuyển');
        await other.sees(agrees ? 'Chào anh/chị Chủ Mã' : 'tài khoản này vẫn là của Chủ Máy');
        await other.says('/taikhoan');
        await other.sees(agrees ? 'Chủ Mã' : 'Chủ Máy');
      }
      const { rows } = await house.app.house.db.pool.query<{ role: string }>(
        `select m.role from membership m join person p on p.id = m.person_id where p.name = 'Chủ Máy' and m.until is null`,
      );
      expect(rows).toEqual([{ role: 'head' }]);
    });

    it('never takes the last officer’s only account', async () => {
      const mine = await house.joined('Chủ Mã Hai', 'liaison', 'GLAR');
      const code = await codeOf(mine);
      await officer.says(code);
      await officer.presses('Đúng, tôi nhận');
      await officer.presses('Đồng ý chuyển');
      await officer.sees('Đây là cán bộ Phòng Nội vụ cuối cùng');
      await officer.says('/taikhoan');
      await officer.sees('Trần Thị Hạnh');
    });

    it('a code made for another name says so before it is used', async () => {
      const person = await house.joined('Người Nhận Nhầm', 'liaison', 'GLAR');
      await officer.says('/moi tuyên truyền Võ Ngọc Lan');
      const code = codeIn((await officer.sees('Kính gửi anh/chị Võ Ngọc Lan')).text);
      await person.says(code);
      await person.sees('mã này cấp cho Võ Ngọc Lan; ở đây anh/chị là Người Nhận Nhầm');
      await person.presses('Không phải tôi');
      await person.sees('Mã mời vẫn còn dùng được');
    });

    // On the web every device is an account of its own, and is signed out by itself.
    if (channel === 'web') return;
    it('can replace the account used before', async () => {
      const old = await house.joined('Đổi Điện Thoại', 'liaison', 'KDANG');
      const code = await codeOf(old);
      const fresh = await house.newcomer('Máy mới');
      await fresh.says(code);
      await fresh.sees('ở một tài khoản khác');
      await fresh.presses('Chuyển hẳn sang đây');
      await fresh.sees('Chào anh/chị Đổi Điện Thoại');
      await old.says('/dangky');
      await old.sees('Anh/chị chưa tham gia');
    });
  });
});
