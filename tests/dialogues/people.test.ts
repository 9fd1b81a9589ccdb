import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const why = 'Chuyển công tác từ 1/9/2021';

/** How long expected messages are waited for. */
const patience = { timeout: 60_000, interval: 50 };

describe.each(channelsOfLongScripts)('people on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  const db = () => house.app.house.db;
  const idOf = async (name: string) => {
    const { rows } = await db().pool.query<{ id: number }>('select id from person where name = $1', [name]);
    return rows[0]?.id ?? 0;
  };
  const opens = async (name: string, by = officer) => {
    await by.says(`/nguoidung ${name}`);
    return by.sees(name);
  };
  const decides = async (by: ChatPerson, label: string) => {
    await by.presses(label);
    await by.sees('Lý do?');
    await by.says('ngắn');
    await by.sees('từ 10 đến 500 ký tự');
    await by.says(why);
  };

  describe('the search', () => {
    beforeAll(async () => {
      await house.joined('Nguyễn Văn Đại', 'liaison', 'HADONG');
      await house.joined("Siu H'Lan", 'head', 'HADONG');
      await db().pool.query(`update person set phone = '0905777321' where name = 'Nguyễn Văn Đại'`);
    });

    it.each([
      ['part of a name', 'văn đại'],
      ['a name without accents', 'NGUYEN VAN DAI'],
      ['digits of the phone', '777321'],
      ['digits with gaps', '0905 777 321'],
      ['the number with +84', '+84 905.777.321'],
      ['a name and a unit', 'dai ha dong'],
    ])('finds by %s', async (_what, typed) => {
      await officer.says(`/nguoidung ${typed}`);
      const card = await officer.sees('Nguyễn Văn Đại');
      expect(card.text).toContain('Cán bộ đầu mối: Xã Hà Đông, từ 18/8/2021');
      expect(card.text).toContain('nhận được tin, dùng lần cuối');
      expect(card.buttons.slice(0, 3)).toEqual(['Kết thúc vai trò', 'Đổi đơn vị', 'Gỡ tài khoản']);
    });

    it('lists those of a unit, and opens one', async () => {
      await officer.says('người dùng xã hà đông');
      const list = await officer.sees('Người 1–2 trong 2:');
      expect(list.text).toContain('Nguyễn Văn Đại');
      expect(list.text).toContain("Siu H'Lan – Thủ trưởng đơn vị: Xã Hà Đông");
      await officer.presses("Siu H'Lan – Xã Hà Đông");
      await officer.sees('Thủ trưởng đơn vị: Xã Hà Đông, từ');
    });

    it('asks for words, says when there is no match, and can show all', async () => {
      await officer.says('/nguoidung');
      await officer.sees('Tìm ai?');
      await officer.says('không có ai tên thế');
      await officer.sees('Không tìm thấy ai');
      await officer.presses('Xem tất cả');
      await officer.sees(/Người 1–\d+ trong \d+:/);
    });

    it('turns pages of more than eight', async () => {
      await db().pool.query(
        `insert into person (name, created_at) select 'Người Trang ' || chr(64 + n), now() from generate_series(1, 11) n`,
      );
      await officer.says('/nguoidung nguoi trang');
      await officer.sees('Người 1–8 trong 11:');
      await officer.presses('Trang sau ›');
      const second = await officer.sees('Người 9–11 trong 11:');
      expect(second.text).toContain('Người Trang K');
    });
  });

  it('ends a role at once: the form is refused, the draft stays for the unit', async () => {
    const liaison = await house.joined('Lê Thị Mai', 'liaison', 'GLAR');
    const other = await house.joined('Phạm Quốc Tuấn', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await liaison.presses('Cá nhân');
    await liaison.presses('Người lao động, người tốt việc tốt');
    await liaison.sees('Họ và tên cá nhân');
    await liaison.says('Nguyễn Thị Chăm');
    await liaison.sees('Năm sinh?');

    await opens('Lê Thị Mai');
    await decides(officer, 'Kết thúc vai trò');
    const sure = await officer.sees('Kết thúc vai trò Cán bộ đầu mối: Xã Glar của Lê Thị Mai?');
    expect(sure.text).toContain('1 bản nháp của Xã Glar được giữ lại');
    expect(sure.text).toContain(why);
    expect(sure.text).not.toContain('không còn cán bộ đầu mối nào');
    await officer.presses('Đồng ý');
    await officer.sees('Đã kết thúc vai trò Cán bộ đầu mối: Xã Glar của Lê Thị Mai.');

    await liaison.sees('anh/chị thôi vai trò Cán bộ đầu mối: Xã Glar');
    await liaison.says('1985');
    const refused = await liaison.sees('Anh/chị không có quyền làm việc này');
    expect(refused.text).toContain('Phần đã trả lời vẫn được giữ cho đơn vị');
    await liaison.says('/dangky');
    await liaison.sees('Lệnh /dangky chỉ dành cho');
    await liaison.says('/start');
    await liaison.sees('hiện chưa được giao vai trò nào');

    await other.says('/nhap');
    const left = await other.sees('người làm trước đã thôi vai trò');
    expect(left.text).toContain('Nguyễn Thị Chăm');
    expect(left.text).toContain('Lê Thị Mai làm dở');
    await other.presses('Làm tiếp: Đăng ký: Nguyễn Thị Chăm');
    await other.sees(/Năm sinh|Giới tính/);

    await opens('Lê Thị Mai');
    await officer.presses('Lịch sử');
    const history = await officer.sees('Lịch sử của Lê Thị Mai');
    expect(history.text).toContain('kết thúc vai trò Cán bộ đầu mối Xã Glar');
    expect(history.text).toContain(why);
    expect(history.text).toContain('Trần Thị Hạnh');
    expect(history.text).toContain('bản nháp được người khác làm tiếp');
  });

  it('asks which role of several, and can end all', async () => {
    const busy = await house.joined('Ba Vai', 'liaison', 'TRANG');
    for (const role of ['head', 'liaison'] as const) {
      await busy.says(await house.code(role, role === 'head' ? 'TRANG' : 'KDANG'));
      await busy.presses('Đúng, tôi nhận');
      await busy.presses('Bỏ qua');
      await busy.sees('Đã xong.');
    }
    await opens('Ba Vai');
    await officer.presses('Kết thúc vai trò');
    const which = await officer.sees('Kết thúc vai trò nào của Ba Vai?');
    expect(which.buttons).toEqual(
      expect.arrayContaining(['Cán bộ đầu mối: Xã Trang', "Cán bộ đầu mối: Xã K'Dang", 'Tất cả vai trò']),
    );
    await officer.presses("Cán bộ đầu mối: Xã K'Dang");
    await officer.sees('Lý do?');
    await officer.says(why);
    await officer.sees("Xã K'Dang không còn cán bộ đầu mối nào: cần mời người mới");
    await officer.presses('Thôi, không thay đổi');
    await officer.sees('Không có gì thay đổi.');

    await opens('Ba Vai');
    await officer.presses('Kết thúc vai trò');
    await officer.presses('Tất cả vai trò');
    await officer.sees('Lý do?');
    await officer.says(why);
    await officer.presses('Đồng ý');
    await officer.sees('Đã kết thúc vai trò');
    const { rows } = await db().pool.query(
      'select 1 from membership where person_id = $1 and until is null',
      [await idOf('Ba Vai')],
    );
    expect(rows).toEqual([]);
  });

  it('moves a role to another unit; the old one is refused at once', async () => {
    const person = await house.joined('Rơ Châm Chuyển', 'liaison', 'HABAU');
    await opens('Rơ Châm Chuyển');
    await officer.presses('Đổi đơn vị');
    await officer.sees('chuyển sang đơn vị nào?');
    await officer.says('khong co xa nay');
    await officer.sees('Không tìm thấy đơn vị');
    await officer.says('nam yang');
    await officer.sees('Lý do?');
    await officer.says(why);
    await officer.sees('Chuyển Rơ Châm Chuyển (Cán bộ đầu mối) từ Xã Hà Bầu sang Xã Nam Yang?');
    await officer.presses('Đồng ý');
    await officer.sees('Đã chuyển Rơ Châm Chuyển sang Xã Nam Yang.');
    await person.sees('anh/chị giữ vai trò Cán bộ đầu mối của Xã Nam Yang, không phụ trách Xã Hà Bầu nữa');
    await person.says('/hannop');
    expect((await person.sees('Xã Nam Yang')).text).not.toContain('Xã Hà Bầu');
  });

  it('removes an account, which then needs a code to come back', async () => {
    const person = await house.joined('Siu Gỡ', 'liaison', 'HNOL');
    await opens('Siu Gỡ');
    await officer.presses('Gỡ tài khoản');
    await officer.sees('Lý do?');
    await officer.says('Điện thoại bị mất, cần khóa');
    await officer.sees('Đây là tài khoản duy nhất');
    await officer.presses('Đồng ý');
    await officer.sees('Đã gỡ tài khoản của Siu Gỡ.');
    if (channel === 'web') {
      const { rows } = await db().pool.query<{ ended: boolean }>(
        `select s.ended_at is not null as ended from web_session s join account a on a.chat_id = s.chat_id
         join person_change c on c.account_id = a.id and c.action = 'account_removed'`,
      );
      expect(rows).toEqual([{ ended: true }]);
      return;
    }
    await person.sees('này không còn dùng được bot');
    await person.says('/dangky');
    await person.sees('Anh/chị chưa tham gia');

    await opens('Siu Gỡ');
    await officer.presses('Cấp mã kết nối lại');
    const made = await officer.sees('Mã kết nối lại của Siu Gỡ');
    await person.says(made.text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '');
    await person.presses('Đúng, tôi nhận');
    expect((await person.sees('Đã xong.')).text).toContain('Chào anh/chị Siu Gỡ');
    await person.says('/taikhoan');
    await person.sees('Cán bộ đầu mối: Xã H');
  });

  it('asks officers again before they end their own role, and never ends the last one', async () => {
    await opens('Trần Thị Hạnh');
    await officer.presses('Kết thúc vai trò');
    await officer.sees('Đây là cán bộ Phòng Nội vụ cuối cùng');

    const second = await house.joined('Cán Bộ Hai', 'officer');
    await opens('Cán Bộ Hai', second);
    await decides(second, 'Kết thúc vai trò');
    await second.sees('đây là chính anh/chị');
    await second.presses('Đúng, của chính tôi');
    await second.sees('Kết thúc vai trò Cán bộ Phòng Nội vụ');
    await second.presses('Đồng ý');
    await second.sees('Đã kết thúc vai trò');
    await second.says('/nguoidung');
    await second.sees('Lệnh /nguoidung chỉ dành cho');
  });

  it('tells the second of two officers who did it and when', async () => {
    await house.joined('Hai Người Cùng', 'liaison', 'IAPET');
    const second = await house.joined('Đinh Văn Hai', 'officer');
    for (const one of [officer, second]) {
      await opens('Hai Người Cùng', one);
      await decides(one, 'Kết thúc vai trò');
      await one.sees('Kết thúc vai trò Cán bộ đầu mối');
    }
    await officer.presses('Đồng ý');
    await officer.sees('Đã kết thúc vai trò');
    await second.presses('Đồng ý');
    await second.sees(/Vai trò này đã được Trần Thị Hạnh kết thúc lúc .*2021/);
    await second.says('/nguoidung Hai Người Cùng');
    await second.sees('Hiện không giữ vai trò nào');
  });

  it('writes every change once though every update comes twice', async () => {
    await house.joined('Hai Lần', 'head', 'KONGANG');
    house.twice = true;
    try {
      await opens('Hai Lần');
      await officer.presses('Kết thúc vai trò');
      await officer.sees('Lý do?');
      await officer.says(why);
      await officer.sees('Kết thúc vai trò Thủ trưởng đơn vị: Xã Kon Gang');
      await officer.presses('Đồng ý');
      await officer.sees('Đã kết thúc vai trò');
    } finally {
      house.twice = false;
    }
    const { rows } = await db().pool.query(
      `select action from person_change where person_id = $1 and action = 'role_ended'`,
      [await idOf('Hai Lần')],
    );
    expect(rows).toHaveLength(1);
  });

  it('drops messages that wait for a person about a unit that is no longer theirs', async () => {
    const person = await house.joined('Đang Chờ Tin', 'liaison', 'ADOK');
    const personId = await idOf('Đang Chờ Tin');
    await db().pool.query(
      `insert into exemplar (code, unit_id, year, subject, category, name, search_name, place, difficult_area, direct_labour,
         summary, criteria, impact, endorsed_on, status, plan_id, submitted_at, submitted_by_id, decided_at)
       select 'ADOK-2021-901', id, 2021, 'collective', 'community', 'Làng thử', 'lang thu', 'Làng', false, false, 's', '{}', 'i',
         '2021-08-01', 'approved', 1, '2021-08-18', $1, '2021-08-18' from unit where code = 'ADOK'`,
      [personId],
    );
    await db().pool.query(`update membership set until = '2021-08-18' where person_id = $1`, [personId]);
    const { rows } = await db().pool.query<{ id: number }>(
      `insert into delivery (key, person_id, kind, payload, created_at)
       select 'thu:' || id, $1, 'exemplar-approve', json_build_object('exemplarId', id), now()
       from exemplar where code = 'ADOK-2021-901' returning id`,
      [personId],
    );
    await house.app.house.deliverSoon(rows.map(({ id }) => id));
    await expect
      .poll(async () => {
        const found = await db().pool.query('select status from delivery where id = $1', [rows[0]?.id]);
        return found.rows;
      }, patience)
      .toEqual([{ status: 'dropped' }]);
    expect((await person.transcript()).some(({ text }) => text.includes('ADOK-2021-901'))).toBe(false);
  });
});

describe('buttons that only officers may press', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
    await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  it.each([
    ['liaison', 'GLAR'],
    ['head', 'GLAR'],
    ['manager', undefined],
    ['publicist', undefined],
  ] as const)('a %s is refused with any forged button', async (role, unit) => {
    const person = house.telegram.person({ name: `Giả ${role}` });
    await house.joined(`Giả ${role}`, role, unit, person);
    const { rows } = await house.app.house.db.pool.query<{ id: number }>(
      `select id from person where name = 'Trần Thị Hạnh'`,
    );
    const id = rows[0]?.id ?? 0;
    let update = 900_000_000;
    for (const data of [
      `nguoidung.xem:${id}`,
      `nguoidung.vaitro:${id}`,
      `nguoidung.donvi:${id}`,
      `nguoidung.go:${id}`,
      `nguoidung.ma:${id}`,
      `nguoidung.ls:${id}:0`,
      'nguoidung.ds:0:',
      'nguoidung.ds:0:hanh',
      'nguoidung.tim',
      'moi.off:1',
      'moi.tiep',
      'moi.ma:0',
      'moi.da:0',
      'moi.xem:1',
    ]) {
      update += 1;
      await house.app.accept('telegram', [
        {
          key: `${role}-${update}`,
          update: {
            update_id: update,
            callback_query: {
              id: `${person.id}:${role}:${update}`,
              chat_instance: '1',
              data,
              from: { id: person.id, is_bot: false, first_name: 'x' },
              message: { message_id: 1, date: 0, chat: { id: person.id, type: 'private', first_name: 'x' } },
            },
          },
        },
      ]);
      expect((await person.sees(/./)).text, data).toContain('không có quyền');
    }
    await person.says('/nguoidung hanh');
    await person.sees('Lệnh /nguoidung chỉ dành cho');
    const changes = await house.app.house.db.pool.query(
      `select 1 from person_change where action not in ('role_given', 'account_linked')`,
    );
    expect(changes.rows).toEqual([]);
  });
});
