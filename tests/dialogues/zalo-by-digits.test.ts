import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil } from '../support/registers.ts';
import { pdf } from '../support/sample-files.ts';
import { workbookWords } from '../support/workbook-words.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({ channel: 'zalo' });
});
afterAll(() => house.close());

/** Joins by typing the code, a name and a phone number. */
async function joins(person: ChatPerson, code: string, name: string): Promise<ChatPerson> {
  await person.says(code);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(name);
  await person.sees('Số điện thoại');
  await person.sharesPhone('0905000001');
  await person.sees('Đã xong.');
  return person;
}

it('by digits and words only: registers, corrects, is nudged and gets the report', async () => {
  const officer = await joins(await house.newcomer('Hạnh'), 'FRST-2345', 'Trần Thị Hạnh');
  const liaison = await joins(
    await house.newcomer('Bình'),
    await house.code('liaison', 'GLAR'),
    'Nguyễn Văn Bình',
  );

  await liaison.says('đăng ký');
  await answersUntil(liaison, 'files');
  await liaison.sendsFile('Biên bản họp.pdf', pdf());
  await liaison.sees(/Biên bản họp\.pdf/);
  await liaison.presses('Xong');
  await answersUntil(liaison, 'review');
  await liaison.presses('Gửi Phòng Nội vụ');
  expect((await liaison.sees('Đã gửi')).text).toContain('GLAR-2021-001');

  await officer.says('duyet');
  await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
  await officer.presses('Tệp minh chứng (1)');
  expect(Buffer.from((await officer.receivesFile(/\.pdf$/)).bytes).equals(pdf())).toBe(true);
  await officer.presses('Trả lại');
  await officer.presses('☐ Tóm tắt thành tích');
  await officer.presses('Xong');
  await officer.sees('Cần bổ sung điều gì');
  await officer.says('Đề nghị nêu rõ số hộ thoát nghèo từng năm.');
  await officer.sees('Đã trả lại');

  await liaison.sees('đề nghị bổ sung Tóm tắt thành tích');
  await liaison.presses('Sửa ngay');
  await liaison.sees('Tóm tắt thành tích (50');
  await liaison.says(
    'Làng có 125 hộ; năm 2019 có 8 hộ, năm 2020 có 12 hộ thoát nghèo, không hộ nào tái nghèo.',
  );
  await liaison.presses('Xong');
  await liaison.sees('xem lại lần cuối');
  await liaison.presses('Gửi Phòng Nội vụ');
  await liaison.sees('Đã gửi lại');

  await officer.says('duyệt');
  await officer.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
  await officer.sees('Đơn vị đã sửa');
  await officer.presses('Duyệt');
  await officer.sees('Đã duyệt GLAR-2021-001');

  await house.at('2021-08-20T08:00:00+07:00');
  const nudge = await liaison.sees('còn thiếu 9 điển hình');
  expect(nudge.buttons).toEqual(['Đăng ký điển hình', 'Nộp kế hoạch', 'Nhắc lại ngày mai', 'Đã rõ']);
  await liaison.presses('Đã rõ');

  const manager = await joins(await house.newcomer('Thọ'), await house.code('manager'), 'Đinh Văn Thọ');
  await manager.says('bao cao tonghop 2021');
  const report = await manager.receivesFile(/tong-hop-2021\.xlsx$/);
  expect(await workbookWords(report.bytes)).toContain('Xã Glar');

  const typed = house.zalo.events.flatMap(({ message }) => message.text ?? []);
  expect(typed.filter((text) => /^\/|[☐☑[\]]/.test(text))).toEqual([]);
});
