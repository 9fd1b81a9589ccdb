import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

/** Texts that are typed instead of a name, and the refusals. */
const noNames: [typed: string, reply: string][] = [
  ['alo alo', '“alo alo” có vẻ không phải là tên'],
  ['Dạ vâng ạ', '“Dạ vâng ạ” có vẻ không phải là tên'],
  ['cho em hỏi ghi tên thôn hay tên xã?', 'có vẻ là câu hỏi'],
  ['danh sách', '“danh sách” có vẻ không phải là tên'],
  ['sđt 0905 123 456', 'Đó là số điện thoại, câu này hỏi tên.'],
];
const invisible = ['\u3164\u3164\u3164', '\u115f\u1160\u115f', '🌾'];

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Tên Thật', 'liaison', 'GLAR');
  });
  afterAll(async () => {
    await house.close();
  });

  const lastName = async () =>
    (
      await house.app.house.db.pool.query(
        'select name, representative from exemplar order by id desc limit 1',
      )
    ).rows[0];

  it.each([
    ['Tập thể', 'Làng Đê Kốp giữ gìn bản sắc văn hóa', 'Tên cần có chữ'],
    ['Cá nhân', 'Nguyễn Thị Hoa', 'Tên cần có chữ'],
  ] as const)('the name of an exemplar (%s) is no small talk', async (subject, example, wordless) => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'name', { subject });
    for (const [typed, reply] of [...noNames, ...invisible.map((one) => [one, wordless] as const)]) {
      await liaison.says(typed);
      const seen = await liaison.sees(reply);
      expect(seen.text).toContain(example);
    }
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('a representative and a person who joins are no small talk either', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'representative', { name: 'Mô hình có người đại diện' });
    for (const [typed, reply] of noNames) {
      await liaison.says(typed);
      expect((await liaison.sees(reply)).text).toContain('Ông A Nhưk, Trưởng thôn');
    }
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');

    const newcomer = await house.newcomer('Alo');
    await newcomer.says(`/start ${await house.code('liaison', 'HNENG')}`);
    await newcomer.presses('Đúng, tôi nhận');
    await newcomer.sees('Họ và tên của anh/chị?');
    for (const [typed, reply] of noNames) {
      await newcomer.says(typed);
      expect((await newcomer.sees(reply)).text).toContain('Nguyễn Văn Bình');
    }
    await newcomer.says('siu h’blơm');
    await newcomer.sees('Ghi tên là “Siu H’Blơm”?');
    await newcomer.presses('Đúng vậy');
    await newcomer.sees('Số điện thoại');
    await newcomer.presses('Bỏ qua');
    await newcomer.sees('Chào anh/chị Siu H’Blơm');
  });

  it.each(['Ơ', 'A Nhưk', "R'Com Hlan", 'Y', 'Siu H’Pết'])('the person %s is registered', async (name) => {
    await registers(liaison, {
      subject: 'Cá nhân',
      name,
      answers: { duplicate: { presses: ['Vẫn đăng ký'] } },
    });
    expect(await lastName()).toMatchObject({ name });
  });

  it('a person in small letters is offered in capitals, and kept so', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'name', { subject: 'Cá nhân' });
    await liaison.says('rơ châm h`yéo');
    const offer = await liaison.sees('Ghi tên là “Rơ Châm H`Yéo”?');
    expect(offer.buttons.slice(0, 2)).toEqual(['Đúng vậy', 'Giữ như đã gõ']);
    await liaison.says('đúng vậy');
    const review = await answersUntil(liaison, 'review', { subject: 'Cá nhân' });
    expect(review.text).toContain('Họ và tên: Rơ Châm H`Yéo');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    expect(await lastName()).toMatchObject({ name: 'Rơ Châm H`Yéo' });
  });

  it('it may be kept as it was typed, or written once more', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'name', { subject: 'Cá nhân' });
    await liaison.says('KPUIH H’BÔI');
    await liaison.sees('Ghi tên là “Kpuih H’Bôi”?');
    await liaison.says('kpuih h’bôn');
    await liaison.sees('Ghi tên là “Kpuih H’Bôn”?');
    await liaison.presses('Giữ như đã gõ');
    expect((await seesQuestion(liaison)).key).toBe('birthYear');
    await liaison.presses('Quay lại');
    const name = await seesQuestion(liaison);
    expect(name.message.text).toContain('kpuih h’bôn');
    await liaison.presses('Giữ nguyên');
    expect((await seesQuestion(liaison)).key).toBe('birthYear');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });

  it('a representative keeps the title and the position', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'representative', { name: 'Mô hình có già làng' });
    await liaison.says('ông đinh yưk, già làng');
    await liaison.sees('Ghi tên là “Ông Đinh Yưk, già làng”?');
    await liaison.presses('Đúng vậy');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('Người đại diện: Ông Đinh Yưk, già làng');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    expect(await lastName()).toMatchObject({ representative: 'Ông Đinh Yưk, già làng' });
  });

  it('the name of a model stays in its letters', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'name');
    await liaison.says('nuôi bò cái sinh sản');
    expect((await seesQuestion(liaison)).key).toBe('representative');
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  });
});
