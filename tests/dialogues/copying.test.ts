import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answerFor, answersUntil, gives, registers, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nay Phương', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  const throwsAway = async () => {
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  };
  const openDrafts = async () => {
    const { rows } = await house.app.house.db.pool.query(`select answers from draft where state = 'open'`);
    return rows;
  };

  it('a first registration has nothing to copy', async () => {
    await liaison.says('/dangky');
    expect((await seesQuestion(liaison)).message.buttons).toEqual(['Tập thể', 'Cá nhân', 'Lưu nháp']);
    await throwsAway();
    await registers(liaison, { name: 'Làng Đê Kốp giữ rừng' });
  });

  it('from /dangky: takes the common lines, and asks what is each exemplar’s own', async () => {
    await liaison.says('/dangky');
    const { message } = await seesQuestion(liaison);
    expect(message.buttons.slice(0, 3)).toEqual(['Tập thể', 'Cá nhân', 'Chép từ hồ sơ cũ']);
    await liaison.presses('Chép từ hồ sơ cũ');
    await liaison.sees('Chép từ hồ sơ nào?');
    await liaison.presses('GLAR-2021-001 Làng Đê Kốp giữ rừng');
    const copied = await liaison.sees('Chép từ GLAR-2021-001 “Làng Đê Kốp giữ rừng”');
    for (const line of [
      'Đối tượng: Tập thể',
      'Lĩnh vực: Tổ dân phố, thôn, làng, xã, thị trấn',
      'Người đại diện: Ông A Nhưk, Trưởng thôn',
      'Địa bàn: Làng Đê Kốp',
      'Lao động trực tiếp: Lao động trực tiếp',
    ])
      expect(copied.text).toContain(line);
    expect(copied.text).not.toMatch(/125|5\/8\/2021|Tóm tắt|Số người:/);
    await liaison.presses('Dùng như vậy');
    const asked: string[] = [];
    for (;;) {
      const { key, message: question } = await seesQuestion(liaison);
      asked.push(key);
      expect(question.text, key).not.toContain('Hiện tại:');
      if (key === 'review') break;
      await answersOne(key, question);
    }
    expect(asked).toEqual([
      'name',
      'memberCount',
      'summary',
      'criteria',
      'movements',
      'impact',
      'endorsedOn',
      'minutes',
      'files',
      'review',
    ]);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi: GLAR-2021-002');
    // Nothing is left of the registration that /dangky had begun.
    expect(await openDrafts()).toEqual([]);
  });

  const answersOne = async (key: string, question: Awaited<ReturnType<typeof seesQuestion>>['message']) =>
    gives(liaison, question, answerFor(key, { name: 'Đội cồng chiêng nữ' }));

  it('from the exemplar: each copied line can be changed or kept', async () => {
    await liaison.says('/danhsach');
    await liaison.presses('GLAR-2021-001 Làng Đê Kốp giữ rừng');
    await liaison.presses('Chép thành hồ sơ mới');
    await liaison.sees('Chép từ GLAR-2021-001');
    await liaison.presses('Xem từng dòng');
    const subject = await liaison.sees('Đối tượng?');
    expect(subject.text).toContain('Hiện tại: Tập thể');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Hiện tại: Tổ dân phố, thôn, làng, xã, thị trấn');
    await liaison.presses('Giữ nguyên');
    const name = await liaison.sees('Tên mô hình?');
    expect(name.buttons).not.toContain('Giữ nguyên');
    await liaison.says('Tổ hợp tác nuôi bò');
    await liaison.sees('Hiện tại: Ông A Nhưk, Trưởng thôn');
    await liaison.says('Bà H’Ben');
    await liaison.sees('Số người trong tập thể');
    await liaison.says('18');
    await liaison.sees('Hiện tại: Làng Đê Kốp');
    await liaison.presses('Giữ nguyên');
    await liaison.sees('Hiện tại: Địa bàn khó khăn, vùng sâu, vùng xa');
    await liaison.presses('Không thuộc');
    await liaison.sees('Hiện tại: Lao động trực tiếp');
    await liaison.presses('Giữ nguyên');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('Người đại diện: Bà H’Ben');
    expect(review.text).toContain('Địa bàn khó khăn: Không thuộc');
    await throwsAway();
  });

  it('of a person nothing personal is copied', async () => {
    await registers(liaison, {
      subject: 'Cá nhân',
      name: 'Rơ Châm H’Yưn',
      answers: { ethnicity: { says: ['Gia Rai'] }, place: { says: ['Làng Groi'] } },
    });
    await liaison.says('/dangky');
    await liaison.sees('Đối tượng?');
    await liaison.presses('Chép từ hồ sơ cũ');
    const list = await liaison.sees('Chép từ hồ sơ nào?');
    // The newest is first.
    expect(list.buttons[0]).toBe('GLAR-2021-003 Rơ Châm H’Yưn');
    await liaison.presses('GLAR-2021-003 Rơ Châm H’Yưn');
    const copied = await liaison.sees('Chép từ GLAR-2021-003');
    expect(copied.text).not.toMatch(/Gia Rai|1975|Nữ|Nông dân/);
    await liaison.says('đúng vậy');
    const name = 'Siu Blơ';
    const asked = await answersUntil(liaison, 'birthYear', { subject: 'Cá nhân', name });
    expect(asked.text).not.toContain('Hiện tại');
    await answersOne('birthYear', asked);
    const review = await answersUntil(liaison, 'review', { subject: 'Cá nhân' });
    expect(review.text).toContain('Địa bàn: Làng Groi');
    await throwsAway();
  });

  it('what is changed in the first one afterwards does not change the copy', async () => {
    await liaison.says('/danhsach');
    await liaison.presses('GLAR-2021-001 Làng Đê Kốp giữ rừng');
    await liaison.presses('Chép thành hồ sơ mới');
    await liaison.sees('Chép từ GLAR-2021-001');
    const { pool } = house.app.house.db;
    await pool.query(`update exemplar set place = 'Làng Khác' where code = 'GLAR-2021-001'`);
    await liaison.presses('Dùng như vậy');
    const review = await answersUntil(liaison, 'review', { name: 'Tổ tự quản an ninh' });
    expect(review.text).toContain('Địa bàn: Làng Đê Kốp');
    await throwsAway();
  });

  it('the officer copies for the unit, and on whose behalf is known', async () => {
    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    await officer.says('/dangky');
    await officer.sees('Đăng ký thay cho đơn vị nào?');
    await officer.says('Xã Glar');
    await officer.sees('Đối tượng?');
    await officer.presses('Chép từ hồ sơ cũ');
    await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ rừng');
    await officer.sees('Chép từ GLAR-2021-001');
    await officer.presses('Dùng như vậy');
    const review = await answersUntil(officer, 'review', { name: 'Mô hình dân vận khéo' });
    expect(review.text).toContain('Đăng ký của Xã Glar');
  });
});
