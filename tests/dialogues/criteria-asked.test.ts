import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, type Registers } from '../support/registers.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const ofLeaders = /Đối với cá nhân giữ chức vụ lãnh đạo|gắn tiêu chí điển hình cá nhân lãnh đạo/;
const official: Registers = {
  subject: 'Cá nhân',
  category: 'Cán bộ, chiến sỹ, công chức, viên chức, nhân viên',
};

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nay Phương', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());

  const throwAway = async () => {
    await liaison.says('/huy');
    await liaison.presses('Bỏ bản nháp');
    await liaison.sees('Đã bỏ bản nháp');
  };

  it('what leaders owe is offered to those who lead, and to them only', async () => {
    await liaison.says('/dangky');
    const without = await answersUntil(liaison, 'criteria', { ...official, name: 'Nguyễn Thị Lành' });
    expect(without.text).not.toMatch(ofLeaders);
    expect(without.text).toContain('gương mẫu đi đầu trong mọi lĩnh vực');
    await throwAway();

    await liaison.says('/dangky');
    const leads = { leader: { presses: ['Có giữ chức vụ'] } };
    const { text } = await answersUntil(liaison, 'criteria', {
      ...official,
      name: 'Trần Văn Dẫn',
      answers: leads,
    });
    expect(text).toMatch(ofLeaders);
    expect(text).toContain('Đối với cá nhân giữ chức vụ lãnh đạo');
    await throwAway();
  });

  it('a person who leads no one loses those ticks, and keeps the others', async () => {
    await liaison.says('/dangky');
    const answers = {
      leader: { presses: ['Có giữ chức vụ'] },
      criteria: { says: ['1, 6, 7, 8'], presses: ['Xong'] },
    };
    await answersUntil(liaison, 'review', { ...official, name: 'Lê Văn Thôi', answers });
    await liaison.presses('Sửa');
    await liaison.sees('muốn sửa dòng nào');
    await liaison.presses('Giữ chức vụ lãnh đạo');
    await liaison.sees('có giữ chức vụ lãnh đạo');
    await liaison.presses('Không giữ chức vụ');
    const again = await liaison.sees('Tiêu chí đạt được?');
    expect(again.text).not.toMatch(ofLeaders);
    await liaison.presses('Xong');
    const review = await liaison.sees('xem lại lần cuối');
    expect(review.text).toContain('2/6 tiêu chí (số 1, 6)');
    await throwAway();
  });

  it('no criterion ticked is asked about: ticked after all, or meant so', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'criteria', { name: 'Chưa chọn dòng nào' });
    await liaison.presses('Xong');
    await liaison.sees('Chưa chọn tiêu chí nào. Đúng là điển hình này chưa đạt tiêu chí nào');
    await liaison.presses('Chọn tiêu chí');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.says('Giữ được nghề dệt thổ cẩm của làng');
    await liaison.sees('Đã ghi thêm tiêu chí riêng');
    await liaison.says('xong');
    await liaison.sees('Mới có tiêu chí riêng của đơn vị');
    await liaison.says('đúng');
    const review = await answersUntil(liaison, 'review', {});
    expect(review.text).toContain('0/');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('GLAR-2021-001');
  });
});
