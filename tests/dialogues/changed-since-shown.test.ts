import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import { mendsLine, opensToMend } from '../support/mends.ts';
import { registers } from '../support/registers.ts';

describe.each(everyChannel)('an old review screen, on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(async () => {
    await house.close();
  });

  const sent = async (name: string) =>
    (await registers(liaison, { name })).text.match(/GLAR-2021-\d+/)?.[0] ?? '';
  const opens = async (code: string, name: string) => {
    await officer.says('/duyet');
    await officer.presses(`${code} ${name}`);
    return officer.sees(`${code} “${name}”`);
  };
  const changes = async (code: string, name: string, place: string) => {
    await opensToMend(liaison, code, name);
    await mendsLine(liaison, 'Địa bàn', { says: [place] });
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees(`Đã gửi lại: ${code}`);
  };
  const statusOf = async (code: string) => {
    const exemplar = { where: { code }, select: { status: true } };
    return (await house.app.house.db.prisma.exemplar.findUnique(exemplar))?.status;
  };
  const seesItChanged = async (code: string, place: string) => {
    const screen = await officer.sees(`${code} đã được sửa sau khi anh/chị mở xem`);
    expect(screen.text).toContain(place);
    expect(screen.buttons).toEqual(expect.arrayContaining(['Duyệt', 'Trả lại', 'Không duyệt']));
    expect(await statusOf(code)).toBe('submitted');
  };

  it.each(['Duyệt', 'Trả lại', 'Không duyệt'])('%s shows what changed before it decides', async (label) => {
    const name = `Bấm muộn ${label}`;
    const code = await sent(name);
    await opens(code, name);
    await changes(code, name, `Làng Mới ${label}`);
    await officer.presses(label);
    await seesItChanged(code, `Làng Mới ${label}`);
    await officer.presses('Duyệt');
    await officer.sees(`Đã duyệt ${code}`);
    expect(await statusOf(code)).toBe('approved');
  });

  it.each(['Trả lại', 'Không duyệt'])('%s: a change while the reason is written', async (label) => {
    const name = `Sửa lúc viết lý do ${label}`;
    const code = await sent(name);
    await opens(code, name);
    await officer.presses(label);
    if (label === 'Trả lại') {
      await officer.presses('☐ Tóm tắt thành tích');
      await officer.presses('Xong');
    }
    await officer.sees(/Cần bổ sung điều gì|Vì sao không duyệt/);
    await changes(code, name, 'Làng Đổi');
    await officer.says('Cần bổ sung số liệu của năm 2020.');
    if (label === 'Không duyệt') await officer.presses('Đúng, không duyệt');
    const told = await officer.sees(`${code} đã được sửa sau khi`);
    expect(told.text).toContain('Cần bổ sung số liệu của năm 2020.');
    expect(await statusOf(code)).toBe('submitted');
    await officer.presses(`Về ${code}`);
    expect((await officer.sees(`${code} “${name}”`)).text).toContain('Làng Đổi');
    await officer.presses('Duyệt');
    await officer.sees(`Đã duyệt ${code}`);
  });

  it('a page approves the exemplars as they were shown and names the others', async () => {
    const kept = await sent('Đứng yên trên trang');
    const moved = await sent('Bị sửa trên trang');
    await officer.says('/duyet');
    await officer.presses('Duyệt tất cả');
    await officer.sees('Đứng yên trên trang');
    await changes(moved, 'Bị sửa trên trang', 'Làng Khác');
    await officer.presses('Duyệt 2 hồ sơ');
    const done = await officer.sees('Đã duyệt 1');
    expect(done.text).toContain(`chưa duyệt: ${moved}`);
    expect([await statusOf(kept), await statusOf(moved)]).toEqual(['approved', 'submitted']);
  });

  it('a button of an earlier version, which names no revision, shows what changed too', async () => {
    const moved = await sent('Nút của bản cũ');
    const kept = await sent('Nút cũ, hồ sơ chưa sửa');
    await changes(moved, 'Nút của bản cũ', 'Làng Sau');
    const { prisma } = house.app.house.db;
    const account = await prisma.account.findFirstOrThrow({
      where: { person: { name: 'Trần Thị Hạnh' } },
      select: { chatId: true },
    });
    const chat = Number(account.chatId);
    let update = 800_000_000;
    const presses = async (data: string) => {
      const id = ++update;
      const from = { id: chat, is_bot: false, first_name: 'x' };
      const message = {
        message_id: 1,
        date: 0 as const,
        chat: { id: chat, type: 'private' as const, first_name: 'x' },
      };
      const callback_query = { id: `${chat}:${id}`, chat_instance: '1', data, from, message };
      await house.app.accept(channel, [{ key: String(id), update: { update_id: id, callback_query } }]);
    };
    const { id } = await prisma.exemplar.findUniqueOrThrow({ where: { code: moved }, select: { id: true } });
    for (const data of [`duyet.ok:${id}`, `duyet.yes:${id}:`, `duyet.back:${id}`, `duyet.rej:${id}:l`]) {
      await presses(data);
      await seesItChanged(moved, 'Làng Sau');
    }
    await presses(`duyet.all2:${id.toString(36)}`);
    await officer.sees(`chưa duyệt: ${moved}`);
    const other = await prisma.exemplar.findUniqueOrThrow({ where: { code: kept }, select: { id: true } });
    await presses(`duyet.ok:${other.id}`);
    await officer.sees(`Đã duyệt ${kept}`);
  });
});
