import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import type { WebPerson } from '../support/web-person.ts';
import { signedInPerson } from '../support/web-sign-in.ts';

let house: TestHouse;
const pages: WebPerson[] = [];
beforeAll(async () => {
  house = await testHouse();
});
afterAll(async () => {
  expect(house.telegram.violations).toEqual([]);
  for (const page of pages) await page.leaves();
  await house.close();
});

/** Wrong codes, shown by command and as plain words in turn. */
async function guesses(person: ChatPerson, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await person.says(i % 2 === 0 ? `/start WRNG-234${i}` : `WRNG 234${i}`);
    await person.sees('Mã mời không đúng');
  }
}

const strangers = {
  telegram: async (): Promise<ChatPerson> => house.telegram.person({ name: 'Người lạ' }),
  // Somebody with an invitation for one thing who tries for another.
  web: async (): Promise<ChatPerson> => {
    const person = await signedInPerson(house.app.url, 'Người lạ', await house.code('publicist'));
    pages.push(person);
    await person.presses('Không phải tôi');
    return person;
  },
};

it.each(['telegram', 'web'] as const)(
  'on %s the sixth guess is not looked up, be it right',
  async (channel) => {
    const person = await strangers[channel]();
    const right = await house.code('officer');
    await guesses(person, 5);
    await person.says(`/start ${right}`);
    const refused = await person.sees('tạm thời chưa nhận mã nào');
    expect(refused.text).toMatch(/sau \d\d:\d\d \d+\/8\/2021\./);
    await person.says(right);
    await person.sees('tạm thời chưa nhận mã nào');

    house.app.clock.set(new Date(house.app.clock.now().getTime() + 16 * 60_000));
    await person.says(right);
    await person.sees('Anh/chị được mời');
  },
);

it('who finds the right code after four mistakes starts afresh', async () => {
  const person = house.telegram.person({ name: 'Vụng về' });
  await guesses(person, 4);
  await person.says(`/start ${await house.code('publicist')}`);
  await person.presses('Không phải tôi');
  await guesses(person, 4);
  await person.says(`/start ${await house.code('manager')}`);
  await person.sees('Anh/chị được mời');
});

it('somebody who has joined is not blocked for what only looks like a code, and may not guess either', async () => {
  const person = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  for (let i = 0; i < 5; i++) {
    await person.says(`Lang202${i}`);
    await person.sees('Tôi chưa rõ ý anh/chị');
  }
  await person.says('/danhsach');
  await person.sees('Chưa có điển hình nào');
  await person.says(await house.code('officer'));
  await person.sees('tạm thời chưa nhận mã nào');
});
