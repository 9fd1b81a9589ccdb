import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, type QuestionKey } from '../support/registers.ts';

/** Words that were once read in every way to divide them, or begun again at each of them. */
const words = [
  'gấp',
  'theo',
  'ủy ban nhân dân',
  'xã Glar,',
  'so',
  'hiện nay',
  '5/8 1h ,',
  '1, ngày',
  'dạ em chào anh',
  'tính đến hết',
  '.,',
  'trừ bỏ',
  'of f',
  'CA-2021',
];
/** So many letters are one message of Telegram, and more are the parts of one. */
const letters = 2000;
const many = (word: string, before = '') =>
  `${`${before}${`${word} `.repeat(letters)}`.slice(0, letters - 2)}x.`;

describe.each(['telegram', 'web'] as const)('long lines on %s', { timeout: 600_000 }, (channel) => {
  let house: TestHouse;
  let writer: ChatPerson;
  let other: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    writer = await house.joined('Siu Hà', 'liaison', 'GLAR');
    other = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const told = async () => (await writer.transcript()).filter(({ fromBot }) => fromBot).length;
  /** Says a long line: the other chat gets its answer, and so does this one. */
  const says = async (line: string) => {
    const before = await told();
    await writer.says(line);
    await other.says('/tieuchi');
    await other.sees('Tiêu chí chung');
    await expect.poll(told).toBeGreaterThan(before);
    await house.settled();
  };

  it.each(['', 'báo cáo ', 'tiến độ ', 'năm 2021 '])(
    'are answered outside of questions, behind “%s”',
    async (command) => {
      for (const word of words) await says(many(word, command));
    },
  );

  const asked: QuestionKey[] = ['category', 'representative', 'memberCount', 'place', 'labour', 'endorsedOn'];
  it.each(asked.map((key, at) => [key, at] as const))(
    'are answered at the question “%s”, and are no answer to it',
    async (key, at) => {
      writer = await house.joined(`Siu Hà ${'ABCDEG'[at]}`, 'liaison', 'GLAR');
      await writer.says('/dangky');
      await answersUntil(writer, key);
      await house.settled();
      const before = await newestAnswers();
      for (let i = 0; i < 5; i++) await says(many(words[(5 * at + i) % words.length] ?? ''));
      expect(await newestAnswers()).toEqual(before);
    },
  );

  it('are kept whole where they are the answer', async () => {
    const summary = `Năm 2020 ${many('giúp 5 hộ và')}`.slice(0, letters - 20);
    writer = await house.joined('Siu Hà H', 'liaison', 'GLAR');
    await writer.says('/dangky');
    await answersUntil(writer, 'summary');
    await says(summary);
    await writer.presses('Xong');
    await writer.sees('Tiêu chí đạt được?');
    await house.settled();
    expect(await newestAnswers()).toContain(summary.trim());
  });

  const newestAnswers = async () => {
    const draft = await house.app.house.db.prisma.draft.findFirstOrThrow({ orderBy: { id: 'desc' } });
    return JSON.stringify(draft.answers);
  };
});
