import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { type SignedInPerson, signedInPerson, signIn } from '../support/web-sign-in.ts';
import { workbookWords } from '../support/workbook-words.ts';

let house: TestHouse;
const pages: SignedInPerson[] = [];
const leave = async () => {
  for (const page of pages.splice(0)) await page.leaves();
  await house.close();
};

/** Signs in with an invitation and answers the bot's questions for joining. */
async function joins(name: string, code: string): Promise<SignedInPerson> {
  const person = await signedInPerson(house.app.url, name, code);
  pages.push(person);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(name);
  await person.sees('Số điện thoại');
  await person.sharesPhone('0905000001');
  await person.sees('Đã xong.');
  return person;
}

/** A second device: the code of /taikhoan, typed into the page there. */
async function secondDevice(of: ChatPerson): Promise<SignedInPerson> {
  await of.says('/taikhoan');
  await of.presses('Dùng thêm kênh khác');
  const { text } = await of.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
  const code = text.match(/[0-9A-Z]{4}-[0-9A-Z]{4}/)?.[0] ?? '';
  const person = await signedInPerson(house.app.url, `${of.name} (web)`, code);
  pages.push(person);
  await person.sees(`tài khoản của ${of.name}`);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Đã xong.');
  return person;
}

describe('the web chat alone, in production, without any messenger', () => {
  beforeAll(async () => {
    house = await testHouse({ env: { TELEGRAM_BOT_TOKEN: undefined, TELEGRAM_API_ROOT: undefined } });
  });
  afterAll(leave);

  it('joins, registers, reviews, is nudged and downloads the report', async () => {
    expect(house.app.house.channels.map(({ name }) => name)).toEqual(['web']);
    const officer = await joins('Trần Thị Hạnh', 'FRST-2345');
    const liaison = await joins('Nguyễn Văn Bình', await house.code('liaison', 'GLAR'));
    expect((await registers(liaison)).text).toContain('GLAR-2021-001');

    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
    await officer.presses('Duyệt');
    await liaison.sees('đã duyệt GLAR-2021-001');

    await house.at('2021-08-20T08:00:00+07:00');
    await liaison.sees('còn thiếu 9 điển hình');

    const manager = await joins('Đinh Văn Thọ', await house.code('manager'));
    await manager.says('/baocao tonghop 2021');
    const { bytes } = await manager.receivesFile(/tong-hop-2021\.xlsx$/);
    expect(await workbookWords(bytes)).toContain('Xã Glar');
  });

  it('has no rehearsal, for any request', async () => {
    for (const path of ['/api/people', '/api/people/events', '/api/clock']) {
      for (const method of ['GET', 'POST']) {
        const body = method === 'POST' ? '{"step":"day"}' : undefined;
        const headers = { 'content-type': 'application/json' };
        expect((await fetch(house.app.url + path, { method, body, headers })).status).toBe(404);
      }
    }
    expect((await fetch(`${house.app.url}/healthz`)).status).toBe(200);
  });

  it('speaks English from the first word to a person who signed in in English', async () => {
    const { chatId, headers } = await signIn(house.app.url, await house.code('manager'), {
      'accept-language': 'en',
    });
    const events = await fetch(`${house.app.url}/api/chats/${chatId}/messages`, { headers });
    expect(events.status).toBe(200);
    await expect
      .poll(async () => (await fetch(`${house.app.url}/api/chats/${chatId}/messages`, { headers })).text())
      .toContain('Yes, I accept');
  });

  it('refuses a used code, and the sixth wrong one, in a sentence that says what to do', async () => {
    await expect(signIn(house.app.url, 'FRST-2345')).rejects.toThrow('Mã mời này đã được dùng');
    for (let i = 0; i < 4; i++) await expect(signIn(house.app.url, 'WRNG-2345')).rejects.toThrow('400');
    await expect(signIn(house.app.url, await house.code('manager'))).rejects.toThrow(
      /429.*Anh\/chị gửi lại đúng mã được cấp sau 08:\d\d 20\/8\/2021/,
    );
  });
});

describe('one person on Telegram and on the web', () => {
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(leave);

  it('continues the same draft on either, and both end with one exemplar', async () => {
    const phone = await house.joined('Lê Thị Mai', 'liaison', 'LHPN');
    const desk = await secondDevice(phone);
    await phone.says('/dangky');
    await answersUntil(phone, 'place', { name: 'Tổ phụ nữ tiết kiệm' });

    await desk.says('/nhap');
    await desk.presses('1. Đăng ký: Tổ phụ nữ tiết kiệm');
    expect((await seesQuestion(desk)).key).toBe('place');
    await desk.says('Xã Glar');
    expect((await seesQuestion(desk)).key).toBe('difficult');

    // The phone still shows the earlier question: text typed there is not lost in the wrong place.
    await phone.says('Làng Klót');
    await phone.sees('đã đi tiếp ở một kênh khác');
    expect((await seesQuestion(phone)).key).toBe('difficult');
    await phone.presses('Không thuộc');
    expect((await seesQuestion(phone)).key).toBe('labour');
    await desk.presses('Địa bàn khó khăn, vùng sâu, vùng xa');
    await desk.sees('Bước này đã qua');
    await answersUntil(desk, 'review', { name: 'Tổ phụ nữ tiết kiệm' });
    await desk.presses('Gửi Phòng Nội vụ');
    await desk.sees('Đã gửi');

    const { rows } = await house.app.house.db.pool.query('select name, place, difficult_area from exemplar');
    expect(rows).toEqual([{ name: 'Tổ phụ nữ tiết kiệm', place: 'Xã Glar', difficult_area: false }]);
  });

  it('is nudged once, where they were last; after signing out there, on the phone', async () => {
    const phone = await house.joined('Phạm Quốc Tuấn', 'liaison', 'CA');
    const desk = await secondDevice(phone);
    const nudges = async (person: ChatPerson) =>
      (await person.transcript()).filter(
        ({ text, fromBot }) => fromBot && text.includes('Hạn chót 24/8/2021'),
      ).length;

    await house.at('2021-08-20T08:00:00+07:00');
    await desk.sees('Hạn chót 24/8/2021, còn 4 ngày');
    expect(await nudges(phone)).toBe(0);
    expect(await nudges(desk)).toBe(1);

    await desk.signsOut();
    await house.at('2021-08-23T08:00:00+07:00');
    await phone.sees('Hạn chót 24/8/2021, còn 1 ngày');
    expect(await nudges(phone)).toBe(1);
    const told = async () =>
      (
        await house.app.house.db.pool.query(
          `select d.channel, d.status from delivery d join person p on p.id = d.person_id
           where p.name = 'Phạm Quốc Tuấn' and d.kind = 'nudge' order by d.id`,
        )
      ).rows;
    await expect.poll(told).toEqual([
      { channel: 'web', status: 'sent' },
      { channel: 'telegram', status: 'sent' },
    ]);
    await phone.says('/taikhoan');
    await phone.sees(/Đang dùng: Telegram$/m);
  });

  it('reads nothing more on a removed device, and continues on the other', async () => {
    const phone = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    const desk = await secondDevice(phone);
    await house.app.house.db.pool.query(
      `update account set person_id = null where channel = 'web' and chat_id = $1`,
      [desk.id],
    );
    await expect(desk.says('/danhsach')).rejects.toThrow('401');
    await phone.says('/danhsach');
    await phone.sees('Chưa có điển hình nào được đăng ký');
    await phone.says('/taikhoan');
    await phone.sees(/Đang dùng: Telegram$/m);
  });
});
