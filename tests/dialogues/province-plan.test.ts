import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

describe.each(channelsOfThisRun)('a province of 2026–2030, on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({
      channel,
      planFile: 'prisma/plans/tinh-2026-2030.yaml',
      unitsFile: 'prisma/units/tinh-2026.yaml',
      start: '2026-06-08T08:00:00+07:00',
    });
  });
  afterAll(() => house.close());

  it('runs through the same dialogues, in its own words, with its own dues', async () => {
    const liaison = await house.joined('Đinh Thị Mới', 'liaison', 'XDAKDOA');
    await liaison.says('/hannop');
    const dues = await liaison.sees('Danh sách 6 tháng đầu năm 2026');
    expect(dues.text).toContain('chỉ tiêu 2–5');
    expect(dues.text).toContain('Hạn chót 19/6/2026');
    await liaison.says('/dangky');
    const review = await answersUntil(liaison, 'review', {
      name: 'Tổ công nghệ số cộng đồng làng Đê Kốp',
      answers: {
        category: { presses: ['Thôn, làng, tổ dân phố'] },
        endorsedOn: { says: ['1/6/2026'] },
      },
    });
    expect(review.text).toContain('Xã Đak Đoa');
    await liaison.presses('Gửi Sở Nội vụ');
    await liaison.sees('Đã gửi: XDAKDOA-2026-001');
    // Friday 12/6, seven days before: the ladder of this plan.
    await house.at('2026-06-12T08:00:00+07:00');
    const nudge = await liaison.sees('Hạn chót 19/6/2026, còn 7 ngày');
    expect(nudge.buttons).toContain('Nộp danh sách 6 tháng 2026');
    const said = (await liaison.transcript()).map(({ text }) => text).join('\n');
    expect(said).not.toMatch(/Phòng Nội vụ|huyện|101\/KH-UBND/);
  });
});
