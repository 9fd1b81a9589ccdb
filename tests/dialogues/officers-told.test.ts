import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { registers, seesQuestion } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const heard = async (person: ChatPerson, what: string | RegExp) =>
  (await person.transcript()).filter(({ fromBot, text }) => fromBot && text.normalize('NFC').match(what))
    .length;

/** Hands in the unit's implementation plan. */
async function handsIn(liaison: ChatPerson): Promise<void> {
  await liaison.says('/nopvanban');
  const { buttons } = await liaison.sees('Nộp văn bản nào?');
  await liaison.presses(buttons.find((label) => label.includes('Kế hoạch triển khai')) ?? '');
  await liaison.sees('Gửi tệp');
  await liaison.sendsFile('Kế hoạch.pdf', pdf('kế hoạch'));
  await liaison.sees('(1/10)');
  await liaison.presses('Xong');
  await liaison.sees('Đã nhận Kế hoạch triển khai');
}

describe.each(channelsOfLongScripts)('officers are told, on %s', (channel) => {
  let house: TestHouse;
  let officer: ChatPerson;
  let second: ChatPerson;
  let manager: ChatPerson;
  let both: ChatPerson;
  let publicist: ChatPerson;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    officer = await house.joined('Trần Thị Hạnh', 'officer');
    second = await house.joined('Lê Văn Hai', 'officer');
    manager = await house.joined('Đinh Văn Thọ', 'manager');
    both = await house.joined('Vừa Duyệt Vừa Lãnh Đạo', 'manager');
    await both.says(await house.code('officer'));
    await both.presses('Đúng, tôi nhận');
    await both.presses('Bỏ qua');
    await both.sees('Đã xong.');
    publicist = await house.joined('Võ Ngọc Lan', 'publicist');
    liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  it('a corrected exemplar comes at once to the officer who returned it, with a button', async () => {
    await registers(liaison, { name: 'Sửa rồi gửi lại' });
    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Sửa rồi gửi lại');
    await officer.presses('Trả lại');
    await officer.presses('☐ Minh chứng');
    await officer.presses('Xong');
    await officer.sees('Cần bổ sung điều gì?');
    await officer.says('Gửi kèm biên bản họp suy tôn.');
    await officer.sees('Đã trả lại GLAR-2021-001');

    await liaison.presses('Sửa ngay');
    expect((await seesQuestion(liaison)).key).toBe('files');
    await liaison.sendsFile('Biên bản.pdf', pdf());
    await liaison.sees('(1/10)');
    await liaison.presses('Xong');
    await liaison.sees('xem lại lần cuối');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại: GLAR-2021-001');

    const news = await officer.sees('Xã Glar đã bổ sung và gửi lại GLAR-2021-001 “Sửa rồi gửi lại”.');
    expect(news.buttons).toEqual(['Xem hồ sơ']);
    await officer.presses('Xem hồ sơ');
    const screen = await officer.sees('Đơn vị đã sửa:');
    expect(screen.buttons).toContain('Duyệt');
    for (const other of [second, both, manager]) expect(await heard(other, 'gửi lại')).toBe(0);
  });

  it('a document comes at once to every officer, with a button that opens it', async () => {
    await handsIn(liaison);
    for (const one of [officer, second, both]) {
      const news = await one.sees('Xã Glar đã nộp kế hoạch triển khai (1 tệp).');
      expect(news.buttons).toEqual(['Xem văn bản']);
      await one.presses('Xem văn bản');
      const screen = await one.sees(/Kế hoạch triển khai[\s\S]*Xã Glar/);
      expect(screen.buttons).toContain('Chấp nhận');
    }
    for (const other of [manager, publicist]) expect(await heard(other, 'đã nộp')).toBe(0);
  });

  it('news that comes while a list is read does not change the list', async () => {
    await officer.says('/duyet');
    const list = await officer.sees('Chờ duyệt 1–2 trong 2');
    const [first = ''] = list.buttons;
    expect(first).toContain('GLAR-2021-001');
    await handsIn(liaison);
    await officer.sees('Xã Glar đã nộp lại kế hoạch triển khai (1 tệp).');
    await (officer.hasButtons ? officer.pressesOn(list, first) : officer.says('1'));
    await officer.sees('GLAR-2021-001 “Sửa rồi gửi lại”');
  });

  it('each working morning officers are told what waits, in one line', async () => {
    await house.at('2021-08-19T08:00:00+07:00');
    for (const one of [officer, second, both]) {
      const line = await one.sees('Việc đang chờ: 1 hồ sơ chờ duyệt, 1 văn bản.');
      expect(line.buttons).toEqual(['Xem việc chờ duyệt']);
      expect(line.text).not.toMatch(/mới|vừa/i);
    }
    await officer.presses('Xem việc chờ duyệt');
    await officer.sees('Chờ duyệt 1–2 trong 2');
    for (const hour of ['08:30', '10:00', '19:00']) await house.at(`2021-08-19T${hour}:00+07:00`);
    for (const day of ['2021-08-21', '2021-08-22']) await house.at(`${day}T08:00:00+07:00`);
    for (const one of [officer, second, both]) expect(await heard(one, 'Việc đang chờ')).toBe(1);
  });

  it('managers are told on Mondays, and a person who is also an officer once', async () => {
    expect(await heard(manager, 'Việc đang chờ')).toBe(0);
    await house.at('2021-08-30T08:00:00+07:00');
    const told =
      'Việc đang chờ: 1 hồ sơ chờ duyệt, 1 văn bản; 53 đơn vị quá hạn đăng ký, 52 đơn vị quá hạn nộp kế hoạch triển khai.';
    const line = await manager.sees(told);
    expect(line.buttons).toEqual(['Báo cáo', 'Danh sách điển hình']);
    const officers = await officer.sees(told);
    expect(officers.buttons).toEqual(['Xem việc chờ duyệt', 'Đôn đốc']);
    await both.sees(told);
    await house.at('2021-08-30T09:00:00+07:00');
    expect(await heard(both, told)).toBe(1);
    expect(await heard(publicist, 'Việc đang chờ')).toBe(0);
    expect(await heard(liaison, 'Việc đang chờ')).toBe(0);
  });

  it('items decided before the message was sent are not in it', async () => {
    const { db } = house.app.house;
    await db.prisma.exemplar.updateMany({ data: { status: 'approved', decidedAt: new Date() } });
    await db.prisma.filing.updateMany({
      data: { status: 'accepted', decidedAt: new Date(), decidedById: 1 },
    });
    await db.prisma.unit.updateMany({ data: { active: false } });
    await house.at('2021-08-31T08:00:00+07:00');
    await expect
      .poll(
        async () =>
          (
            await db.prisma.delivery.findMany({
              where: { kind: 'morning-line', key: { contains: '2021-08-31' } },
            })
          ).map(({ status }) => status),
        { timeout: 60_000 },
      )
      .toEqual(['dropped', 'dropped', 'dropped']);
    for (const one of [officer, second, both]) expect(await heard(one, 'Việc đang chờ')).toBe(2);
  });
});
