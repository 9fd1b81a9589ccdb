import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { jpeg } from '../support/sample-files.ts';

/** A phone sends a photo without a name. */
describe.each(['telegram', 'zalo'] as const)('photos on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Có Ảnh', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  it('have their caption or their place as a name, also for the officer', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'files', { name: 'Nhà rông' });
    const photo = (content: string, caption?: string) =>
      liaison.sendsFile('IMG_0001.jpg', new Uint8Array([...jpeg(), ...Buffer.from(content)]), {
        photo: true,
        ...(caption && { caption }),
      });
    await photo('một');
    await liaison.sees('Đã nhận “Ảnh 1.jpg” (1/10)');
    await photo('hai', 'Lễ hội 5/8: cồng chiêng.jpg\nở làng');
    await liaison.sees('Đã nhận “Lễ hội 5-8 cồng chiêng.jpg” (2/10)');
    await photo('ba', 'CCCD 064085001234');
    await liaison.sees('Đã nhận “Ảnh 3.jpg” (3/10)');
    await photo('một');
    await liaison.sees('Tệp “Ảnh 1.jpg” đã nhận trước đó rồi (3/10)');
    await liaison.presses('Xong');
    expect((await seesQuestion(liaison)).message.text).toContain('Minh chứng: 3 tệp');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');

    const officer = await house.joined('Xem Ảnh', 'officer');
    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Nhà rông');
    await officer.presses('Tệp minh chứng (3)');
    await officer.receivesFile('Anh-1.jpg');
    await officer.receivesFile('Le-hoi-5-8-cong-chieng.jpg');
    await officer.receivesFile('Anh-3.jpg');
  });
});
