import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { everyChannel, type TestHouse, testHouse } from '../support/house.ts';
import {
  type Answer,
  answerFor,
  answersUntil,
  gives,
  type QuestionKey,
  type Registers,
  seesQuestion,
} from '../support/registers.ts';

const official: Registers = {
  subject: 'Cá nhân',
  category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
};
const summary = 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, giữ được 3 đội cồng chiêng.';
const impact = 'Cách làm đơn giản, các làng khác trong xã đã đến học.';
/** Texts whose last line ends them, as their questions say. */
const textsThatEnd = { summary: { says: [`${summary}\nXong`] }, impact: { says: [`${impact}\nxong ạ`] } };

describe.each(everyChannel)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nay Phương', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  /** Counts taps and messages of the person, and messages of the bot, from /dangky to "Đã gửi". */
  const walks = async (given: Registers, answers: Partial<Record<QuestionKey, Answer>> = {}) => {
    // Where each tick is a message, three are typed in one.
    const ticks = liaison.hasButtons
      ? { presses: ['☐ 1.', '☐ 2.', '☐ 3.', 'Xong'] }
      : { says: ['1, 2, 3'], presses: ['Xong'] };
    const before = (await liaison.transcript()).filter(({ fromBot }) => fromBot).length;
    const asked: string[] = [];
    let actions = 1;
    await liaison.says('/dangky');
    for (;;) {
      const { key, message } = await seesQuestion(liaison);
      if (key === 'review') break;
      asked.push(key);
      const answer = answerFor(key, {
        ...given,
        answers: {
          leader: { presses: ['Có giữ chức vụ'] },
          ethnicity: { says: ['Ba Na'] },
          criteria: ticks,
          minutes: { says: ['02/BB-UBND'] },
          ...answers,
        },
      });
      actions += (answer.says?.length ?? 0) + (answer.presses?.length ?? 0);
      await gives(liaison, message, answer);
    }
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    const messages = (await liaison.transcript()).filter(({ fromBot }) => fromBot).length - before;
    return { actions: actions + 1, messages, asked };
  };

  const lastExemplar = async () => {
    const { rows } = await house.app.house.db.pool.query(
      `select birth_year, sex, ethnicity, position, representative, member_count, place, difficult_area,
         direct_labour, minutes, summary, to_char(endorsed_on, 'YYYY-MM-DD') as endorsed_on
       from exemplar order by id desc limit 1`,
    );
    return rows[0];
  };

  const everything = { minutes: '02/BB-UBND', endorsed_on: '2021-08-05', place: 'Làng Đê Kốp' };

  it('a collective takes over a fifth fewer taps and messages, with every answer', async () => {
    const single = await walks({ name: 'Nếp sống mới ở Đê Kốp' });
    expect(await lastExemplar()).toMatchObject({ ...everything, member_count: 125, direct_labour: true });
    const quick = await walks(
      { name: 'Đội thủy lợi Đê Kốp' },
      {
        representative: { says: ['Ông A Nhưk, Trưởng thôn\n125 người\nLàng Đê Kốp'] },
        difficult: { presses: ['Cả hai'] },
        ...textsThatEnd,
        endorsedOn: { says: ['5/8/2021, biên bản 02/BB-UBND'] },
      },
    );
    expect(await lastExemplar()).toMatchObject({
      ...everything,
      minutes: 'biên bản 02/BB-UBND',
      representative: 'Ông A Nhưk, Trưởng thôn',
      member_count: 125,
      difficult_area: true,
      direct_labour: true,
    });
    expectCounts(single, { actions: 22, messages: 19 });
    expectCounts(quick, { actions: 16, messages: 13 });
  });

  it('an individual who leads takes over a fifth fewer, with every answer', async () => {
    const everyone = { birth_year: 1975, sex: 'female', ethnicity: 'Ba Na', position: 'Nông dân' };
    const single = await walks({ ...official, name: 'Rơ Châm H’Yăm' });
    expect(await lastExemplar()).toMatchObject({ ...everything, ...everyone });
    const quick = await walks(
      { ...official, name: 'Kpă Thị Lành' },
      {
        birthYear: { says: ['1975, nữ, Ba Na, Nông dân, Làng Đê Kốp'] },
        difficult: { presses: ['Cả hai'] },
        ...textsThatEnd,
        endorsedOn: { says: ['5/8/2021\nBiên bản: 02/BB-UBND'] },
      },
    );
    expect(await lastExemplar()).toMatchObject({ ...everything, ...everyone, direct_labour: true });
    expectCounts(single, { actions: 26, messages: 23 });
    expectCounts(quick, { actions: 18, messages: 15 });
  });

  it('a text whose last line is Xong needs no press of Xong', async () => {
    const quick = await walks(
      { name: 'Tổ tiết kiệm của phụ nữ' },
      {
        summary: { says: [`${summary}\nGiữ được nếp sinh hoạt.\nXong ạ`] },
        impact: { says: [`${impact}\n\nxong.`] },
      },
    );
    expect((await lastExemplar()).summary).toBe(`${summary}\nGiữ được nếp sinh hoạt.`);
    expectCounts(quick, { actions: 20, messages: 17 });
    await liaison.says('/dangky');
    await answersUntil(liaison, 'summary', { name: 'Nhóm sở thích nuôi bò' });
    await liaison.says('Nuôi 12 con bò.\nXong');
    await liaison.sees('Mới có 15 ký tự, cần ít nhất 50');
    await liaison.says(`${summary}\nxong nhé`);
    expect((await seesQuestion(liaison)).key).toBe('criteria');
    await throwsAway();
  });

  const expectCounts = (
    walked: { actions: number; messages: number },
    { actions, messages }: { actions: number; messages: number },
  ) => {
    const ticksTyped = liaison.hasButtons ? 0 : 2;
    // Without buttons, the ticks are shown again below the question.
    const shown = liaison.hasButtons ? 0 : 1;
    expect({ actions: walked.actions, messages: walked.messages }).toEqual({
      actions: actions - ticksTyped,
      messages: messages + shown,
    });
  };

  const throwsAway = async () => {
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  };

  it.each<[at: QuestionKey, text: string, noted: string, next: QuestionKey]>([
    ['representative', 'Bà H’Ben; 40 người', 'Người đại diện: Bà H’Ben\nSố người: 40', 'place'],
    [
      'representative',
      '1. Ông Siu Blơ\n2. 18\n3. Thôn 3\n4. không',
      'Địa bàn khó khăn: Không thuộc',
      'labour',
    ],
    [
      'representative',
      'Ông Kpă Dit\n60\nLàng Groi\ncó\nkhông',
      'Lao động trực tiếp: Không trực tiếp',
      'summary',
    ],
    ['representative', 'Ông Đinh Bri\nTrưởng thôn', '', 'memberCount'],
    [
      'representative',
      'Số người: 33\nNgười đại diện: Ông Yưm',
      'Số người: 33\nNgười đại diện: Ông Yưm',
      'place',
    ],
    ['endorsedOn', 'ngày 5 tháng 8 biên bản số 04/BB', 'Biên bản: biên bản số 04/BB', 'files'],
    ['endorsedOn', '5/8/2021; không có', 'Biên bản: (bỏ qua)', 'files'],
  ])('at %s “%s” answers until %s', async (at, text, noted, next) => {
    await liaison.says('/dangky');
    await answersUntil(liaison, at, { name: `Tập thể ${text}`.slice(0, 60).replaceAll('\n', ' ') });
    await liaison.says(text);
    const { key, message } = await seesQuestion(liaison);
    expect(key).toBe(next);
    expect(message.text).toContain(noted);
    await throwsAway();
  });

  it.each<[text: string, noted: string, next: QuestionKey]>([
    ['1980\nnam', 'Năm sinh: 1980\nGiới tính: Nam', 'ethnicity'],
    ['1962, nữ, Kinh', 'Dân tộc: Kinh', 'position'],
    [
      'sinh năm 1990; nam; -; Bí thư chi bộ, Trưởng thôn',
      'Dân tộc: (bỏ qua)\nChức vụ, nghề nghiệp: Bí thư chi bộ, Trưởng thôn',
      'place',
    ],
    ['Giới tính: nữ\nNăm sinh: 1971\nĐịa bàn: Làng Groi', 'Địa bàn: Làng Groi', 'ethnicity'],
    ['1985, nam, Gia Rai, công nhân, tổ dân phố 4', 'Địa bàn: tổ dân phố 4', 'difficult'],
  ])('of a person “%s” answers until %s', async (text, noted, next) => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'birthYear', { subject: 'Cá nhân', name: 'Siu H’Lan' });
    await liaison.says(text);
    const { key, message } = await seesQuestion(liaison);
    expect(key).toBe(next);
    expect(message.text).toContain(noted);
    await throwsAway();
  });

  it('a line that answers nothing is named, and nothing is stored', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'birthYear', { subject: 'Cá nhân', name: 'Nay H’Soan' });
    const unread: [text: string, line: RegExp][] = [
      ['1975\nchưa rõ\nBa Na', /“chưa rõ” không phải là câu trả lời cho Giới tính/],
      ['1975; nữ; ?', /“\?” không phải là câu trả lời cho Dân tộc/],
      ['1975, nữ, Ba Na, Bí thư, Trưởng thôn', /đủ bốn chữ số/],
      ['75\nnữ', /đủ bốn chữ số/],
    ];
    for (const [text, line] of unread) {
      await liaison.says(text);
      await liaison.sees(line);
    }
    await liaison.says('1975');
    expect((await seesQuestion(liaison)).key).toBe('sex');
    await throwsAway();
    await liaison.says('/dangky');
    await answersUntil(liaison, 'representative', { name: 'Tổ hợp tác cà phê' });
    await liaison.says('Ông Hyưk\nhơn chục người\nLàng Groi');
    await liaison.sees('“hơn chục người” không phải là câu trả lời cho Số người');
    await liaison.says('Ông Hyưk');
    expect((await seesQuestion(liaison)).key).toBe('memberCount');
    await throwsAway();
  });

  it('one press answers both questions, and each can be answered alone', async () => {
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'difficult', { name: 'Hai câu một lần' });
    expect(asked.buttons.slice(0, 4)).toEqual([
      'Địa bàn khó khăn, vùng sâu, vùng xa',
      'Không thuộc',
      'Cả hai',
      'Không câu nào',
    ]);
    await liaison.presses('Không câu nào');
    expect((await seesQuestion(liaison)).key).toBe('summary');
    await liaison.presses('Quay lại');
    expect((await seesQuestion(liaison)).message.text).toContain('Hiện tại: Không trực tiếp');
    await liaison.presses('Quay lại');
    const again = await seesQuestion(liaison);
    expect(again.message.buttons).not.toContain('Cả hai');
    await liaison.presses('Địa bàn khó khăn, vùng sâu, vùng xa');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('Địa bàn khó khăn: Địa bàn khó khăn, vùng sâu, vùng xa');
    expect(review.text).toContain('Lao động trực tiếp: Không trực tiếp');
    await throwsAway();
  });
});
