import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import {
  type Answer,
  answersUntil,
  type QuestionKey,
  registers,
  seesQuestion,
} from '../support/registers.ts';

const says = (text: string): Answer => ({ says: [text] });

describe.each(everyChannel)('on %s', (channel) => {
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
  const nav = ['Quay lại', 'Lưu nháp'];

  it('a first registration is offered nothing, the next ones the unit’s own answers', async () => {
    const places = ['Làng Groi', 'Làng Dur', 'Làng  GROI', 'Thôn 4', 'Tổ dân phố 2', 'Làng Dur'];
    for (const [i, place] of places.entries()) {
      await liaison.says('/dangky');
      const answers = { place: says(place), representative: says(`Ông Siu ${'ABCDEG'.charAt(i)}`) };
      const name = `${['Nuôi bò', 'Trồng rừng', 'Cồng chiêng', 'Tiết kiệm', 'Nước sạch', 'Khuyến học'][i]} ${i}`;
      const asked = await answersUntil(liaison, 'place', { name, answers });
      if (i === 0) expect(asked.buttons).toEqual(nav);
      await liaison.says(place);
      await answersUntil(liaison, 'review', { name, answers });
      await liaison.presses('Gửi Phòng Nội vụ');
      await liaison.sees('Đã gửi');
    }
    await liaison.says('/dangky');
    const representative = await answersUntil(liaison, 'representative', { name: 'Đội xung kích' });
    expect(representative.buttons).toEqual(['Ông Siu G', 'Ông Siu E', 'Ông Siu D', ...nav]);
    await liaison.presses('Ông Siu E');
    const place = await answersUntil(liaison, 'place');
    // Where options are typed, the offered words are the same answer as offered.
    const groi = liaison.hasButtons ? 'Làng GROI' : 'Làng Groi';
    // Twice each, in the newest spelling, before the newest of those given once.
    expect(place.buttons).toEqual(['Làng Dur', 'Tổ dân phố 2', groi, ...nav]);
    await liaison.presses('Tổ dân phố 2');
    await seesQuestion(liaison);
    await liaison.presses('Quay lại');
    const again = await liaison.sees('Hiện tại: Tổ dân phố 2');
    expect(again.buttons.slice(0, 2)).toEqual(['Làng Dur', groi]);
    await liaison.says('Làng Mới');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('Địa bàn: Làng Mới');
    expect(review.text).toContain('Người đại diện: Ông Siu E');
    await throwsAway();
  });

  it('ethnicity is offered too, and can still be skipped or typed', async () => {
    const person = { subject: 'Cá nhân' } as const;
    const given: [name: string, ethnicity: string][] = [
      ['Rơ Châm H’Yưn', 'Gia Rai'],
      ['Đinh Văn Bri', 'Ba Na'],
    ];
    for (const [name, ethnicity] of given)
      await registers(liaison, { ...person, name, answers: { ethnicity: says(ethnicity) } });
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'ethnicity', { ...person, name: 'Kpuih Mlơi' });
    expect(asked.buttons).toEqual(['Ba Na', 'Gia Rai', 'Quay lại', 'Bỏ qua', 'Lưu nháp']);
    await liaison.presses('Gia Rai');
    const review = await answersUntil(liaison, 'review', person);
    expect(review.text).toContain('Dân tộc: Gia Rai');
    await throwsAway();
  });

  it('another unit is offered its own answers only', async () => {
    const other = await house.joined('Trần Văn Kon', 'liaison', 'KONGANG');
    await other.says('/dangky');
    const asked = await answersUntil(other, 'place', { name: 'Làng nghề dệt' });
    expect(asked.buttons).toEqual(nav);
  });

  it('an exemplar that is mended is offered nothing in place of what stands there', async () => {
    await liaison.says('/danhsach');
    await liaison.presses('GLAR-2021-001 Nuôi bò 0');
    await liaison.presses('Sửa');
    await liaison.sees('xem lại lần cuối');
    await liaison.presses('Sửa');
    await liaison.sees('muốn sửa dòng nào');
    await liaison.presses('Địa bàn');
    const asked = await liaison.sees('Hiện tại: Làng Groi');
    expect(asked.buttons).toEqual(['Viết thêm', 'Viết lại từ đầu', 'Giữ nguyên', 'Quay lại', 'Lưu nháp']);
  });

  it('a button of an answer that is offered no more changes nothing', async () => {
    if (!liaison.hasButtons) return;
    await liaison.says('/dangky');
    const old = await answersUntil(liaison, 'place', { name: 'Nút cũ của địa bàn' });
    const key: QuestionKey = 'place';
    await house.app.house.db.pool.query(
      `update exemplar set place = 'Làng Khác' where unit_id = (select id from unit where code = 'GLAR')`,
    );
    await liaison.pressesOn(old, old.buttons[0] ?? '');
    const now = await seesQuestion(liaison);
    expect([now.key, now.message.buttons[0]]).toEqual([key, 'Làng Khác']);
    await throwsAway();
  });
});
