import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

/** Wrong codes, shown by command and as plain words in turn. */
async function guesses(person: ChatPerson, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    await person.says(i % 2 === 0 ? `/start WRNG-234${i}` : `WRNG 234${i}`);
    await person.sees('Mã mời không đúng');
  }
}

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  it('the sixth attempt is not looked up, even with the right code', async () => {
    // On the web: a person with one invitation who tries for another.
    const person = await house.newcomer('Người lạ');
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
  });

  it('the right code after four mistakes starts the count again', async () => {
    const person = await house.newcomer('Vụng về');
    await guesses(person, 4);
    await person.says(`/start ${await house.code('publicist')}`);
    await person.presses('Không phải tôi');
    await person.sees('Mã mời vẫn còn dùng được');
    await guesses(person, 4);
    await person.says(`/start ${await house.code('manager')}`);
    await person.sees('Anh/chị được mời');
  });

  it('a person who has joined is not blocked for texts that only look like a code', async () => {
    const person = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    for (let i = 0; i < 5; i++) {
      await person.says(`Kham234${i + 2}`);
      await person.sees('Tôi chưa rõ ý anh/chị');
    }
    await person.says('/danhsach');
    await person.sees('Chưa có điển hình nào');
    await person.says(await house.code('officer'));
    await person.sees('tạm thời chưa nhận mã nào');
  });
});
