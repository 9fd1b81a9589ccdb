import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

const sentence = 'Làng có 125 hộ, giảm 12 hộ nghèo. ';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Người Dán', 'liaison', 'GLAR');
    await liaison.says('/dangky');
  });
  afterAll(async () => {
    await house.close();
  });

  /** Pastes a text as the channel sends it: in messages of 4,096, of 2,000, or whole. */
  const pastes = async (text: string) => {
    const longest = { telegram: 4096, zalo: 2000, web: 20_000 }[channel];
    const parts = text.match(new RegExp(`[\\s\\S]{1,${longest}}`, 'g')) ?? [];
    await Promise.all(parts.map((part) => liaison.says(part)));
  };
  /** Everything the bot said after the last message of the person. */
  const repliesSince = async (id: number) =>
    (await liaison.transcript()).filter((message) => message.fromBot && message.id > id);
  const lastId = async () => (await liaison.transcript()).at(-1)?.id ?? 0;

  it('the end of a long name is no name', async () => {
    await answersUntil(liaison, 'name');
    const before = await lastId();
    await pastes(`${sentence.repeat(121).slice(0, 4096)}Làng Đê Kốp`);
    await liaison.sees('từ 3 đến 200 ký tự');
    await liaison.says('Mô hình có tên ngắn');
    expect((await seesQuestion(liaison)).key).toBe('representative');
    await liaison.presses('Quay lại');
    expect((await seesQuestion(liaison)).message.text).toContain('Hiện tại: Mô hình có tên ngắn');
    await liaison.presses('Giữ nguyên');
    expect((await repliesSince(before)).filter(({ text }) => text.includes('3 đến 200')).length).toBe(1);
  });

  it('nothing is kept of a long text that is too long, and that is said once', async () => {
    await answersUntil(liaison, 'summary');
    const before = await lastId();
    await pastes(sentence.repeat(270));
    await liaison.sees(/quá 4\.000/);
    await liaison.says('xong');
    await liaison.sees('Mới có 0 ký tự');
    expect((await repliesSince(before)).filter(({ text }) => /quá 4\.000/.test(text)).length).toBe(1);
  });

  it('what was written before it stays, and a text that fits is taken whole', async () => {
    await liaison.says('Đoạn đầu đã ghi: năm 2020 có 12 hộ thoát nghèo, 5 hộ khá.');
    await liaison.sees('Đã ghi, hiện có');
    await pastes(sentence.repeat(150));
    await liaison.sees(/quá 4\.000/);
    await liaison.says('Đoạn cuối.');
    const kept = await liaison.sees(/Đã ghi, hiện có \d\d\/4\.000/);
    expect(kept.buttons).toContain('Bỏ đoạn cuối');
    await liaison.presses('Xong');
    await answersUntil(liaison, 'impact');
    await pastes(sentence.repeat(57));
    await liaison.sees(/Đã ghi, hiện có 1\.\d{3}\/2\.000/);
  });

  it('a long text with an identity number is refused to its end', async () => {
    await liaison.presses('Xong');
    await liaison.presses('Quay lại');
    await liaison.presses('Viết lại từ đầu');
    await liaison.sees('Nội dung đang có chỉ bị thay khi chọn Xong');
    await pastes(`CCCD 064081001234. ${sentence.repeat(130)}`);
    await liaison.sees('không nhận số CCCD');
    await liaison.says('Các làng khác học theo.');
    await liaison.sees(/Đã ghi, hiện có \d\d\/2\.000/);
  });
});
