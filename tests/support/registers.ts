import type { ChatPerson, SeenMessage } from './chat.ts';

/** What a person registers; every field has a sensible value of its own. */
export interface Registers {
  name?: string;
  subject?: 'Tập thể' | 'Cá nhân';
  category?: string;
  summary?: string;
  /** Stops before "Gửi". */
  untilReview?: boolean;
}

/** Fills in the registration as a person would, from /dangky to the answer of the office. */
export async function registers(person: ChatPerson, given: Registers = {}): Promise<SeenMessage> {
  const collective = (given.subject ?? 'Tập thể') === 'Tập thể';
  await person.says('/dangky');
  await person.presses(collective ? 'Tập thể' : 'Cá nhân');
  await person.presses(
    given.category ??
      (collective
        ? 'Tổ dân phố, thôn, làng, xã, thị trấn'
        : 'Người dân trong cộng đồng dân cư, chức sắc tôn giáo'),
  );
  await person.sees(collective ? 'Tên mô hình' : 'Họ và tên');
  await person.says(given.name ?? 'Làng Đê Kốp giữ gìn bản sắc văn hóa');
  if (collective) {
    await person.sees('Người đại diện');
    await person.says('Ông A Nhưk, Trưởng thôn');
    await person.sees('Số người');
    await person.says('125 hộ'.replace('hộ', 'người'));
  } else {
    await person.sees('Năm sinh');
    await person.says('1975');
    await person.presses('Nữ');
    await person.sees('Dân tộc');
    await person.presses('Bỏ qua');
    await person.sees('Chức vụ, nghề nghiệp');
    await person.says('Nông dân');
  }
  await person.sees('Địa bàn (thôn');
  await person.says('Làng Đê Kốp');
  await person.presses('Địa bàn khó khăn, vùng sâu, vùng xa');
  await person.presses('Lao động trực tiếp');
  await person.sees('Tóm tắt thành tích');
  await person.says(
    given.summary ??
      'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.',
  );
  await person.presses('Xong');
  const criteria = await person.sees('Tiêu chí đạt được');
  await person.presses(criteria.buttons.find((label) => label.startsWith('☐ 1.')) ?? '☐ 1.');
  await person.presses('Xong');
  await person.sees('Hiệu quả và khả năng nhân rộng');
  await person.says('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await person.presses('Xong');
  await person.sees('Ngày họp tập thể suy tôn');
  await person.says('5/8/2021');
  await person.sees('Số biên bản');
  await person.presses('Bỏ qua');
  await person.sees('Minh chứng');
  await person.presses('Xong');
  const review = await person.sees('xem lại lần cuối');
  if (given.untilReview) return review;
  await person.presses('Gửi Phòng Nội vụ');
  return person.sees('Đã gửi');
}
