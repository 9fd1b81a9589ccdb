import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil } from '../support/registers.ts';
import { channelsOfThisRun } from '../support/which-run.ts';

const chiêng = 'Giữ được đội cồng chiêng của làng';
const rừng = 'Không ai vào rừng phòng hộ chặt gỗ';

describe.each(channelsOfThisRun)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  let officer: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Rơ Châm Thuận', 'liaison', 'GLAR');
    officer = await house.joined('Trần Thị Hạnh', 'officer');
  });
  afterAll(() => house.close());

  const adds = async (person: ChatPerson, text: string, subject: string) => {
    await person.presses('Thêm tiêu chí');
    await person.sees('(10–500 ký tự)');
    await person.says(text);
    await person.sees('dành cho đối tượng nào?');
    await person.presses(subject);
    return person.sees('Đã thêm tiêu chí.');
  };
  const opensReview = async (name: RegExp) => {
    await officer.says('/duyet');
    const queue = await officer.sees('Chờ duyệt');
    const label = queue.buttons.find((one) => name.test(one)) ?? '';
    await officer.pressesOn(queue, label);
    return officer.sees('Tiêu chí đạt được, bằng lời');
  };

  it('a liaison adds criteria of the unit’s own under /tieuchi', async () => {
    await liaison.says('/tieuchi');
    await liaison.sees('Tiêu chí chung');
    await liaison.presses('Tiêu chí riêng của đơn vị');
    await liaison.sees('Xã Glar chưa có tiêu chí riêng.');
    await liaison.presses('Thêm tiêu chí');
    await liaison.sees('(10–500 ký tự)');
    await liaison.says('chiêng');
    await liaison.sees('Tiêu chí cần từ 10 đến 500 ký tự (hiện 6)');
    await liaison.says(chiêng);
    await liaison.sees('dành cho đối tượng nào?');
    await liaison.presses('Tập thể');
    expect((await liaison.sees('Đã thêm tiêu chí.')).text).toContain(`1. ${chiêng} (tập thể)`);
    const both = await adds(liaison, rừng, 'Cả tập thể và cá nhân');
    expect(both.text).toContain(`2. ${rừng}`);
    await liaison.presses('Thêm tiêu chí');
    await liaison.sees('(10–500 ký tự)');
    await liaison.says(chiêng.toUpperCase());
    await liaison.presses('Tập thể');
    await liaison.sees('Đơn vị đã có tiêu chí này.');
  });

  it('they are ticked like the plan’s and shown in words', async () => {
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'criteria', { name: 'Làng có tiêu chí riêng' });
    expect(asked.text).toMatch(new RegExp(`14\\. (☐ )?${chiêng} \\(tiêu chí riêng\\)`));
    await liaison.says('1 và 14');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.says('rừng phòng hộ');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.presses('Xong');
    const review = await answersUntil(liaison, 'review');
    expect(review.text).toContain('1/13 tiêu chí (số 1)');
    expect(review.text).toContain(`tiêu chí riêng: ${chiêng}; ${rừng}`);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    const shown = await opensReview(/tiêu chí riêng/);
    expect(shown.text).toContain(`Riêng của đơn vị: ${chiêng}`);
    const { rows } = await house.app.house.db.pool.query(
      'select cardinality(criteria) + cardinality(own_ticked) as n from exemplar order by id desc limit 1',
    );
    expect(rows).toEqual([{ n: 3 }]);
  });

  it('an exemplar keeps the words of then when one is changed or retired', async () => {
    await liaison.says('tiêu chí riêng');
    await liaison.presses(`1. ${chiêng}`);
    await liaison.sees('1 điển hình đã chọn tiêu chí này.');
    await liaison.presses('Sửa tiêu chí');
    await liaison.sees(`Tiêu chí đang là: “${chiêng}”`);
    await liaison.says('Có đội cồng chiêng của thiếu nhi');
    await liaison.presses('Tập thể');
    await liaison.sees('Đã sửa tiêu chí.');
    await liaison.presses(`1. ${rừng}`);
    await liaison.presses('Thôi dùng');
    await liaison.sees('Thôi dùng tiêu chí “Không ai vào rừng');
    await liaison.presses('Thôi dùng tiêu chí');
    const list = await liaison.sees('Đã thôi dùng tiêu chí này.');
    expect(list.text).not.toContain(rừng);
    const shown = await opensReview(/tiêu chí riêng/);
    expect(shown.text).toContain(`Riêng của đơn vị: ${chiêng}`);
    expect(shown.text).toContain(`Riêng của đơn vị: ${rừng}`);
    await officer.presses('Xem đủ tiêu chí');
    await officer.sees('☐ Riêng của đơn vị: Có đội cồng chiêng của thiếu nhi');
    await liaison.presses('Lịch sử thay đổi');
    const history = await liaison.sees('lịch sử tiêu chí riêng');
    expect(history.text).toContain(`sửa “${chiêng}” thành “Có đội cồng chiêng của thiếu nhi”`);
    expect(history.text).toContain(`thôi dùng “${rừng}”`);
    expect(history.text).toContain('Rơ Châm Thuận');
  });

  it('an officer changes them on behalf of a unit, and no other unit sees them', async () => {
    await officer.says('/tieuchi riêng xã H’Neng');
    await officer.sees("Xã H'Neng chưa có tiêu chí riêng.");
    await adds(officer, 'Mỗi hộ có một hố rác hợp vệ sinh', 'Cả tập thể và cá nhân');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'criteria', { name: 'Làng không thấy tiêu chí của xã khác' });
    await liaison.says('1 và 14');
    await liaison.sees('Tiêu chí đạt được?');
    await liaison.presses('Xong');
    await answersUntil(liaison, 'review');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    const shown = await opensReview(/xã khác/);
    expect(shown.text).toContain('Riêng của đơn vị: Có đội cồng chiêng của thiếu nhi');
    expect(shown.text).not.toContain('hố rác');
  });
});
