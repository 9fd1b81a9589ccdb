import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandsOf, features } from '../../src/bot/features/index.ts';
import { listRolesWith } from '../../src/people/rights.ts';
import { allRoles, needsUnit } from '../../src/people/roles.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  describe('every command, by every role', () => {
    it.each(allRoles)('%s', async (role) => {
      const person = await house.joined(`Thử ${role}`, role, needsUnit(role) ? 'GLAR' : undefined);
      for (const command of commandsOf(features)) {
        const may = listRolesWith(command.right).includes(role);
        await person.says(`/${command.name}`);
        if (may) {
          const reply = await person.sees(/./);
          expect(reply.text, command.name).not.toContain('chỉ dành cho');
          expect(
            reply.buttons.length > 0 || /\/\w+|xin liên hệ|Tiêu chí/.test(reply.text),
            `${command.name}: ${reply.text}`,
          ).toBe(true);
          await person.says('/huy');
          const left = await person.sees(/Giữ hay bỏ|không đang làm dở/);
          if (left.buttons.length > 0) {
            await person.presses('Bỏ bản nháp');
            await person.sees('Đã bỏ bản nháp');
          }
        } else {
          const reply = await person.sees(`Lệnh /${command.name} chỉ dành cho: `);
          expect(reply.text).toMatch(/\/trogiup/);
        }
      }
      await person.says('/khongcolenhnay');
      await person.sees('Chưa có lệnh này. Gõ /trogiup');
      await person.says('/trogiup');
      const help = await person.sees('Các lệnh của anh/chị');
      const listed = [...help.text.matchAll(/^(?:\d+\. )?(.+?) – /gm)].map(([, typed]) => typed ?? '');
      const theirs = commandsOf(features).filter(({ right }) => listRolesWith(right).includes(role));
      // Where no menu of commands shows the slash, the words that are typed.
      // There, what is pressed stands below the rest, as numbered lines.
      expect(listed.sort()).toEqual(
        theirs.map(({ name, words }) => (person.hasButtons ? `/${name}` : words.vi[0])).sort(),
      );
      const pressed = theirs.filter(({ name }) => !['start', 'huy', 'trogiup'].includes(name));
      // On Zalo the guide is a link; without an address of this server a button sends a file.
      expect(help.buttons).toHaveLength(pressed.length + (channel === 'zalo' ? 0 : 1));
      if (channel === 'zalo') expect(help.text).toMatch(/Hướng dẫn có hình: http:\S+\/huong-dan\//);
    });
  });

  it('plain words mean commands, with or without accents', async () => {
    const liaison = await house.joined('Chữ Thường', 'liaison', 'GLAR');
    for (const [text, reply] of [
      ['Danh sách', 'Chưa có điển hình nào'],
      ['HAN NOP', 'Xã Glar'],
      ['tiêu chí.', 'Tiêu chí chung'],
      ['bản nháp', 'không có bản nháp'],
      ['Trợ giúp', 'Các lệnh của anh/chị'],
      ['hủy', 'không đang làm dở'],
      ['bắt đầu', 'Chào anh/chị'],
      ['tài khoản', 'Chữ Thường'],
      ['duyệt', 'Lệnh /duyet chỉ dành cho'],
      ['thời tiết hôm nay', 'Tôi chưa rõ ý anh/chị'],
      ['AAAA-BBBB', 'Tôi chưa rõ ý anh/chị'],
      ['glar 2021', 'Tôi chưa rõ ý anh/chị'],
      ['Register', 'Đối tượng?'],
      ['help', 'Các lệnh của anh/chị'],
      ['cancel', 'Giữ hay bỏ bản nháp'],
    ] as const) {
      await liaison.says(text);
      await liaison.sees(reply);
    }
  });

  it('a refused answer that names an allowed command says how to run it', async () => {
    const officer = await house.joined('Đang Mời', 'officer');
    await officer.says('mời');
    await officer.presses('Cán bộ đầu mối');
    await officer.sees('Của đơn vị nào?');
    await officer.says('duyet');
    const told = await officer.sees('Không tìm thấy đơn vị “duyet”');
    expect(told.text).toContain('Nếu anh/chị muốn “Duyệt điển hình”: gõ /duyet.');
    await officer.says('hạn nộp');
    expect((await officer.sees('Không tìm thấy')).text).not.toContain('Nếu anh/chị muốn');
    await officer.says('Glar');
    await officer.sees('Mã mời:');
  });

  describe("another unit's exemplars", () => {
    let mine: ChatPerson;
    let stranger: ChatPerson;
    let chat = 0;
    let id = 0;
    beforeAll(async () => {
      mine = await house.joined('Của Tôi', 'liaison', 'GLAR');
      await registers(mine, { name: 'Đồi chè' });
      const { rows } = await house.app.house.db.pool.query<{ id: number }>(
        'select min(id) as id from exemplar',
      );
      id = rows[0]?.id ?? 0;
      stranger = await house.joined('Đơn Vị Khác', 'liaison', 'HADONG');
      const account = await house.app.house.db.pool.query<{ chat_id: string }>(
        `select chat_id from account a join person p on p.id = a.person_id where p.name = 'Đơn Vị Khác'`,
      );
      chat = Number(account.rows[0]?.chat_id);
    });

    it('are listed for those who may see them', async () => {
      await mine.says('/danhsach');
      await mine.sees('Điển hình (1):');
      await stranger.says('/danhsach');
      await stranger.sees('Chưa có điển hình nào được đăng ký');
    });

    it('are not shown, withdrawn, changed, decided or reported by a forged button', async () => {
      let update = 800_000_000;
      const forged = async (data: string) => {
        update += 1;
        await house.app.accept(channel, [
          {
            key: String(update),
            update: {
              update_id: update,
              callback_query: {
                id: `${chat}:${update}`,
                chat_instance: '1',
                data,
                from: { id: chat, is_bot: false, first_name: 'Đơn Vị Khác' },
                message: {
                  message_id: 1,
                  date: 0,
                  chat: { id: chat, type: 'private', first_name: 'x' },
                },
              },
            },
          },
        ]);
        return (await stranger.sees(/./)).text;
      };
      for (const data of [
        `exemplar:${id}`,
        `exemplar.files:${id}`,
        `exemplar.off:${id}`,
        `exemplar.off2:${id}`,
        `exemplar.mend:${id}`,
      ]) {
        expect(await forged(data), data).toContain('Không tìm thấy điển hình này');
      }
      for (const data of [
        `duyet.ok:${id}`,
        `duyet.no:${id}`,
        `duyet.open:${id}`,
        `duyet.all2:${id}`,
        'duyet:0:0',
        `duyet.yes:${id}:`,
        `duyet.rej:${id}:l.u1`,
        `duyet.mo:${id}:`,
        `duyet.see:${id}:`,
        'duyet.q:0:',
        'duyet.f:',
        'duyet.like:1.2:',
        'vb.see:1:',
        'vb.yes:1:',
        'vb.ret:1:',
        'vb.mo:1:',
        'dondoc:registration:0',
        'dondoc.send:registration:0:0',
        'dondoc.kq:1',
        'nop:1:implementationPlan:0',
      ]) {
        expect(await forged(data), data).toContain('không có quyền');
      }
      for (const data of ['vanban:1:implementationPlan:0:0', 'vanban.dv:1', 'vanban.tep:1']) {
        expect(await forged(data), data).toContain('Không tìm thấy văn bản này');
      }
      expect(await forged('cmd:duyet')).toContain('chỉ dành cho');
      expect(await forged('moi.off:1')).toContain('không có quyền');
      for (const data of [
        'nhac.ro:1',
        'exemplar:abc',
        'f:1:name:c:x',
        'draft.go:1',
        'gì đó',
        'dangky:x',
        'tieuchi:khong',
      ]) {
        expect(await forged(data), data).toMatch(/không còn dùng được|đã gửi hoặc đã bỏ/);
      }
      const { rows } = await house.app.house.db.pool.query('select distinct status from exemplar');
      expect(rows).toEqual([{ status: 'submitted' }]);
    });

    it('a publicist sees the approved ones only', async () => {
      const publicist = await house.joined('Tuyên Truyền', 'publicist');
      await publicist.says('/danhsach');
      await publicist.sees('Chưa có điển hình nào được duyệt');
      const officer = await house.joined('Người Duyệt', 'officer');
      await officer.says('/duyet');
      await officer.presses('GLAR-2021-001 Đồi chè');
      await officer.presses('Duyệt');
      await officer.sees('Đã duyệt');
      await publicist.says('/danhsach');
      const list = await publicist.sees('Điển hình (1):');
      await publicist.presses(list.buttons[0] ?? '');
      const shown = await publicist.sees('đã duyệt');
      expect(shown.buttons).toEqual(['Hồ sơ theo dõi', 'Ghi hoạt động']);
    });
  });
});
