import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RoleName } from '../../src/people/known-person.ts';
import { choices } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  describe('a person without an invitation', () => {
    it.each(['chào anh chị', '/start', '/dangky', '/duyet', '/trogiup', '1', '😀', 'Bỏ qua'])(
      'who says %s is told to send a code',
      async (text) => {
        const stranger = await house.newcomer('Lạ');
        await stranger.says(text);
        const told = await stranger.sees('Hãy gửi mã mời do Phòng Nội vụ cấp');
        expect(told.buttons).toEqual([]);
      },
    );

    it.each([
      (code: string) => `Chào anh chị, mã của tôi là ${code} ạ`,
      (code: string) => `${code.toLowerCase()} đây, tôi ở xã Glar`,
      (code: string) => `Tôi được cấp mã ${code.replace('-', '')}, xin vào`,
      (code: string) =>
        `Kính gửi anh/chị. Anh/chị được mời theo Kế hoạch số 101/KH-UBND (2021–2025).\nMã mời: ${code}\n` +
        `Mã dùng một lần, đến 08:00 1/9/2021.\nTelegram: https://t.me/dien_hinh_bot?start=${code}`,
    ])('finds the code in a sentence or a forwarded invitation (%#)', async (written) => {
      const invited = await house.newcomer('Được mời');
      await invited.says(written(await house.code('liaison', 'GLAR')));
      await invited.presses('Đúng, tôi nhận');
      await invited.sees('Họ và tên của anh/chị?');
    });

    it('is told what is wrong with a code, and what to do', async () => {
      const stranger = await house.newcomer('Sai');
      await stranger.says('/start AAAA-2222');
      await stranger.sees('Mã mời không đúng. Anh/chị xem lại từng ký tự');
      await stranger.says('AAAA-2222');
      await stranger.sees('Mã mời không đúng');
      await stranger.says('/start xin chào');
      await stranger.sees('Mã mời không đúng');
      // Letters that no code has: the code was misread, and the bot must say so.
      const misread = await house.newcomer('Đọc nhầm');
      for (const code of ['AAAA-BBBB', 'K0O1-IL2M', 'aaaa – bbbb', '2222-3333', 'oooo-iiii']) {
        await misread.says(code);
        await misread.sees('Mã mời không đúng');
      }
      await misread.says('LLLL-LLLL');
      await misread.sees('tạm thời chưa nhận mã nào');
      await misread.says('xin chào');
      await misread.sees('Hãy gửi mã mời');

      const used = await house.code('manager');
      const first = await house.newcomer('Trước');
      await first.says(used);
      await first.presses('Đúng, tôi nhận');
      await first.sees('Họ và tên');
      await first.says('Đinh Văn Trước');
      await first.presses('Bỏ qua');
      await first.sees('Đã xong.');
      await stranger.says(`/start ${used}`);
      await stranger.sees(
        'Mã mời này đã được dùng. Xin liên hệ Phòng Nội vụ, điện thoại 0269 0000 101, để nhận mã mới.',
      );

      const withdrawn = await house.code('manager');
      await house.app.house.db.pool.query(`update invitation set withdrawn_at = now() where code = $1`, [
        withdrawn.replace('-', ''),
      ]);
      await stranger.says(withdrawn);
      await stranger.sees('Mã mời này đã được thu hồi');

      const old = await house.code('manager');
      await house.app.house.db.pool.query(`update invitation set expires_at = created_at where code = $1`, [
        old.replace('-', ''),
      ]);
      await stranger.says(old);
      await stranger.sees('Mã mời này đã hết hạn');
    });
  });

  describe('each role', () => {
    const roles: [RoleName, string | undefined, RegExp, string[]][] = [
      [
        'liaison',
        'HNENG',
        /cán bộ đầu mối của Xã H.Neng, đăng ký điển hình tiên tiến theo Kế hoạch số 101\/KH-UBND \(2021–2025\)/,
        ['Đăng ký điển hình', 'Danh sách của đơn vị', 'Hạn nộp', 'Tiêu chí'],
      ],
      ['head', 'HNENG', /thủ trưởng Xã H.Neng/, ['Danh sách điển hình', 'Hạn nộp']],
      [
        'officer',
        undefined,
        /cán bộ Phòng Nội vụ/,
        ['Duyệt điển hình', 'Đôn đốc', 'Báo cáo', 'Mời người tham gia'],
      ],
      ['manager', undefined, /lãnh đạo UBND huyện/, ['Báo cáo', 'Danh sách điển hình']],
      ['publicist', undefined, /cán bộ tuyên truyền/, ['Danh sách điển hình']],
    ];

    it.each(roles)('%s is asked, joins, and sees what to do next', async (role, unit, invited, next) => {
      const units = await house.app.house.db.pool.query<{ code: string }>(
        `select code from unit where name ilike 'xã h_neng'`,
      );
      const code = await house.code(role, unit && units.rows[0]?.code);
      const person = await house.newcomer(`Vai ${role}`);
      await person.says(code.toLowerCase().replace('-', '  – '));
      const asked = await person.sees(invited);
      expect(asked.buttons).toEqual(['Đúng, tôi nhận', 'Không phải tôi']);
      await person.presses('Đúng, tôi nhận');
      await person.sees('Họ và tên của anh/chị?');
      await person.says('Nguyễn Thị Thử');
      await person.sees('Số điện thoại để Phòng Nội vụ liên hệ?');
      await person.sharesPhone('+84905123456');
      const done = await person.sees('Đã xong.');
      expect(done.text).toContain('Nguyễn Thị Thử');
      expect(done.buttons).toEqual(next);
      if (role === 'liaison') {
        expect(done.text).toContain(
          'cần đăng ký 10–15 điển hình (đã có 0), chậm nhất 24/8/2021 (còn 6 ngày)',
        );
      }
      const { rows } = await house.app.house.db.pool.query<{ phone: string }>(
        `select p.phone from person p join account a on a.person_id = p.id
       where p.name = 'Nguyễn Thị Thử' and a.channel = $1 order by a.id desc limit 1`,
        [channel],
      );
      expect(rows).toEqual([{ phone: '0905123456' }]);

      await person.says('/start');
      await person.sees('Chào anh/chị Nguyễn Thị Thử');
      await person.says(`/start ${code}`);
      await person.sees('Chào anh/chị Nguyễn Thị Thử');
    });
  });

  describe('the questions', () => {
    it('accept only a real name and phone number, and the keyboard goes away', async () => {
      const person = await house.newcomer('Kỹ');
      await person.says(`/start ${await house.code('liaison', 'GLAR')}`);
      await person.sees('cán bộ đầu mối của Xã Glar');
      await person.says('thế này là sao');
      await person.sees('gõ đúng chữ của mục đó');
      await person.says('đúng, tôi nhận');
      await person.sees('Họ và tên của anh/chị?');
      for (const nonsense of ['12345', 'ab', '...', 'x'.repeat(101)]) {
        await person.says(nonsense);
        await person.sees('Xin ghi đầy đủ họ và tên, ví dụ: Nguyễn Văn Bình.');
      }
      await person.says('CCCD 064081001234');
      await person.sees('không nhận số CCCD/CMND');
      await person.says('  Siu   H’Lan ');
      const phone = await person.sees('Số điện thoại');
      expect(choices(phone)).toEqual([
        ...(person.hasButtons ? ['Chia sẻ số điện thoại'] : []),
        'Quay lại',
        'Bỏ qua',
      ]);
      await person.presses('Quay lại');
      const again = await person.sees('Họ và tên của anh/chị?');
      expect(again.text).toContain('Siu H’Lan');
      await person.presses('Giữ nguyên');
      await person.sees('Số điện thoại');
      for (const nonsense of ['113', 'không nhớ', '12 34', '+1 202 555 0100']) {
        await person.says(nonsense);
        await person.sees('Số điện thoại chưa đúng. Anh/chị gõ như 0905 123 456');
      }
      await person.says('0905.123.456');
      await person.sees('Đã xong.');
      await person.says('Bỏ qua');
      await person.sees('Tôi chưa rõ ý anh/chị');
    });

    it('"Không phải tôi" leaves the code for the right person', async () => {
      const code = await house.code('head', 'GLAR');
      const wrong = await house.newcomer('Nhầm');
      await wrong.says(code);
      await wrong.presses('Không phải tôi');
      await wrong.sees('Mã mời vẫn còn dùng được cho đúng người; xin báo Phòng Nội vụ');
      await wrong.says('xin chào');
      await wrong.sees('Anh/chị chưa tham gia');

      const right = await house.newcomer('Đúng');
      await right.says(code);
      await right.presses('Đúng, tôi nhận');
      await right.sees('Họ và tên');
    });

    it('interrupted, are offered again', async () => {
      const person = await house.newcomer('Dở');
      await person.says(await house.code('liaison', 'GLAR'));
      await person.presses('Đúng, tôi nhận');
      await person.sees('Họ và tên');
      await person.says('/trogiup');
      await person.sees('tạm dừng ở câu 1/2');
      await person.says('tôi quay lại đây');
      const offered = await person.sees('Anh/chị đang làm dở “Tham gia”');
      expect(offered.buttons).toEqual(['Tiếp tục', 'Để sau', 'Bỏ bản nháp']);
      await person.presses('Tiếp tục');
      await person.sees('Họ và tên');
      await person.says('Lê Văn Dở');
      await person.presses('Bỏ qua');
      await person.sees('Đã xong.');
    });

    it('of two with one code the second is refused', async () => {
      const code = await house.code('liaison', 'GLAR');
      const [one, two] = [await house.newcomer('Một'), await house.newcomer('Hai')];
      for (const person of [one, two]) {
        await person.says(code);
        await person.presses('Đúng, tôi nhận');
        await person.sees('Họ và tên');
        await person.says(`Người ${person.name}`);
        await person.sees('Số điện thoại');
      }
      await Promise.all([one.presses('Bỏ qua'), two.presses('Bỏ qua')]);
      const said = await Promise.all([one, two].map((person) => person.sees(/Đã xong\.|đã được dùng/)));
      expect(said.filter(({ text }) => text.startsWith('Đã xong.'))).toHaveLength(1);
    });
  });

  describe('a person who has joined', () => {
    it('takes a second role without giving their name again', async () => {
      const person = await house.joined('Hoàng Văn Kép', 'liaison', 'GLAR');
      await person.says(await house.code('head', 'GLAR'));
      await person.presses('Đúng, tôi nhận');
      await person.sees('Số điện thoại');
      await person.says('0905123457');
      const done = await person.sees('Đã xong.');
      expect(done.text).toContain('Hoàng Văn Kép');
      await person.says('/taikhoan');
      const account = await person.sees('Hoàng Văn Kép');
      expect(account.text).toContain('Cán bộ đầu mối: Xã Glar');
      expect(account.text).toContain('Thủ trưởng đơn vị: Xã Glar');
      expect(account.text).toContain('0905123457');
    });

    it('cannot use an old code to get back a removed role', async () => {
      const code = await house.code('officer');
      const person = await house.newcomer('Cũ');
      await person.says(code);
      await person.presses('Đúng, tôi nhận');
      await person.sees('Họ và tên');
      await person.says('Trần Văn Cũ');
      await person.presses('Bỏ qua');
      await person.sees('Đã xong.');
      await house.app.house.db.pool.query(
        `update membership set until = now() where person_id = (select id from person where name = 'Trần Văn Cũ')`,
      );
      await person.says(code);
      await person.sees('Mã mời này đã được dùng');
      await person.says('/duyet');
      await person.sees('Lệnh /duyet chỉ dành cho: Cán bộ Phòng Nội vụ');
    });

    it('connects a second account with a code, and continues the same draft there', async () => {
      const first = await house.joined('Mai Hai Kênh', 'liaison', 'GLAR');
      await first.says('/taikhoan');
      await first.presses('Dùng thêm kênh khác');
      const made = await first.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
      const code = made.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';
      await first.says(code);
      await first.sees('là của chính anh/chị, để dùng trên kênh khác');
      await first.says('/dangky');
      await first.presses('Cá nhân');
      await first.sees('Lĩnh vực?');

      const second = await house.newcomer('Máy thứ hai');
      await second.says(code);
      await second.sees('tài khoản của Mai Hai Kênh');
      await second.presses('Đúng, tôi nhận');
      await second.sees('Đã xong.');
      await second.says('tiếp tục nào');
      await second.sees('Anh/chị đang làm dở “Đăng ký điển hình”, câu 2/');
      await second.presses('Tiếp tục');
      await second.presses('Người lao động, người tốt việc tốt');
      await second.sees('Họ và tên cá nhân');
      await first.presses('Người lao động, người tốt việc tốt');
      await first.sees('Bước này đã qua');
      await first.sees('Họ và tên cá nhân');
    });
  });
});

describe('on Telegram only: contacts, reply keyboards, a menu of commands', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  it("another person's contact is no answer; the keyboard goes, the menu fits the role", async () => {
    const person = house.telegram.person({ name: 'Kỹ', phone: '0905123456' });
    await person.says(`/start ${await house.code('liaison', 'GLAR')}`);
    await person.presses('Đúng, tôi nhận');
    await person.sees('Họ và tên');
    await person.says('Siu H’Lan');
    await person.sees('Số điện thoại');
    await person.sharesContactOf({ name: 'Người khác', phone: '0911222333', id: 77 });
    await person.sees('Số này không phải của anh/chị');
    await person.sharesPhone('0905123456');
    await person.sees('Đã xong.');
    expect(person.commandMenu()).toContain('dangky');
    expect(person.commandMenu()).not.toContain('duyet');
    const removals = house.telegram.calls.filter(
      ({ method, params }) => method === 'sendMessage' && JSON.stringify(params).includes('remove_keyboard'),
    );
    expect(removals.some(({ params }) => params.chat_id === person.id)).toBe(true);
  });
});
