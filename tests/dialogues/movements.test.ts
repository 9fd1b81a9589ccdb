import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(() => house.close());

  it('the movements of the plan are ticked, shown, reviewed and mended', async () => {
    const liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'movements', { name: 'Làng Đê Kốp đổi mới' });
    expect(asked.text).toMatch(/2\. (?:☐ )?“Đak Đoa chung tay vì người nghèo”/);
    expect(asked.text).toMatch(/10\. (?:☐ )?“Mục tiêu kép” \(vừa phòng, chống dịch bệnh/);
    await liaison.says('1, 6');
    await seesQuestion(liaison);
    await liaison.presses('Xong');

    const review = await answersUntil(liaison, 'review');
    const line = 'Phong trào thi đua: “Đak Đoa chung sức xây dựng nông thôn mới”; “Vì an ninh Tổ quốc”';
    expect(review.text).toContain(line);
    await liaison.presses('Sửa');
    await liaison.presses('Phong trào thi đua');
    await seesQuestion(liaison);
    await liaison.says('10');
    await seesQuestion(liaison);
    await liaison.presses('Xong');
    await liaison.sees(`${line}; “Mục tiêu kép”`);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi: GLAR-2021-001');

    const officer = await house.joined('Trần Thị Hạnh', 'officer');
    await officer.says('GLAR-2021-001');
    await officer.sees(`${line}; “Mục tiêu kép”`);
    await house.settled();
    const stored = await house.app.house.db.prisma.exemplar.findFirstOrThrow();
    expect(stored.movements).toEqual(['new-rural', 'security', 'double-goal']);
  });
});
