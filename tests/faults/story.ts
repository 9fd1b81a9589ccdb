import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatPerson } from '../support/chat.ts';

/** A few bytes that are a PDF by their content. */
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');

/** Texts of an invitation, a phone and a form: none of them may be in a log. */
export const said = {
  liaisonCode: 'LNKS-2345',
  officerCode: 'FRST-2345',
  liaison: 'Nguyễn Văn Bình',
  officer: 'Trần Thị Hạnh',
  phone: '0905123457',
  model: 'Làng Đê Kốp giữ gìn bản sắc văn hóa',
  summary: 'Làng có 125 hộ, năm 2020 giảm 12 hộ nghèo, không có hộ tái nghèo, giữ được 3 đội cồng chiêng.',
  reason: 'Đề nghị ghi đúng tên làng theo quyết định sáp nhập.',
  file: 'Biên bản họp.pdf',
} as const;

/**
 * Plays from two invitations to an approved exemplar. Joining twice, a registration with a bad
 * answer, a command in the middle, a step back, a file, a line edited at the end; returned,
 * corrected, approved: every way in which an update can be handled.
 */
export async function wholeStory(liaison: ChatPerson, officer: ChatPerson): Promise<void> {
  await joins(officer, said.officerCode, said.officer);
  await officer.says('0905000001');
  await officer.sees('Đã xong.');
  await joins(liaison, said.liaisonCode, said.liaison);
  await liaison.sharesPhone(said.phone);
  await liaison.sees('Đã xong.');

  await registersWithDetours(liaison);

  await officer.says('/duyet');
  await officer.presses(`GLAR-2021-001 ${said.model}`);
  await officer.presses('Trả lại');
  await officer.presses('☐ Địa bàn');
  await officer.presses('Xong');
  await officer.sees('Cần bổ sung điều gì');
  await officer.says('Ngắn');
  await officer.sees('10');
  await officer.says(said.reason);
  await officer.sees('GLAR-2021-001');
  await liaison.presses('Sửa ngay');
  await liaison.sees('Địa bàn (thôn');
  await liaison.says('Làng Đê Kốp, xã Glar');
  await liaison.sees('xem lại lần cuối');
  await liaison.presses('Gửi Phòng Nội vụ');
  await liaison.sees('GLAR-2021-001');
  // Decided before it could be sent, the news would be left out.
  await officer.sees('đã bổ sung và gửi lại GLAR-2021-001');

  await officer.says('/duyet');
  await officer.presses(`GLAR-2021-001 ${said.model}`);
  await officer.sees('Làng Đê Kốp, xã Glar');
  await officer.presses('Duyệt');
  await officer.sees('Đã duyệt GLAR-2021-001');
  await liaison.sees('đã duyệt GLAR-2021-001');
}

/** Joins by invitation, up to the question for the phone number. */
export async function joins(person: ChatPerson, code: string, name: string): Promise<void> {
  await person.says(`/start ${code}`);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(name);
  await person.sees('Số điện thoại');
}

/**
 * A registration whose person answers each question once, however often it is asked: after a kill
 * it may be in the chat twice.
 */
export async function registersOnce(person: ChatPerson, name: string): Promise<void> {
  // By its place: the review screen of an earlier registration names the same lines.
  await person.says('/dangky');
  await person.presses('Tập thể');
  await person.presses('Tổ dân phố, thôn, làng, xã, thị trấn');
  await person.sees(/\/\d+ Tên mô hình/);
  await person.says(name);
  await person.sees(/\/\d+ Người đại diện/);
  await person.says('Ông A Nhưk, Trưởng thôn');
  await person.sees(/\/\d+ Số người/);
  await person.says('125');
  await person.sees(/\/\d+ Địa bàn \(thôn/);
  await person.says('Làng Đê Kốp');
  await person.presses('Địa bàn khó khăn, vùng sâu, vùng xa');
  await person.presses('Lao động trực tiếp');
  await person.sees(/\/\d+ Tóm tắt thành tích/);
  await person.says(said.summary);
  await person.presses('Xong');
  const criteria = await person.sees(/\/\d+ Tiêu chí đạt được/);
  await person.presses(criteria.buttons.find((label) => label.startsWith('☐ 1.')) ?? '');
  await person.presses('Xong');
  await person.sees('Phong trào thi đua mà');
  await person.presses('Bỏ qua');
  await person.sees(/\/\d+ Hiệu quả và khả năng nhân rộng/);
  await person.says('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await person.presses('Xong');
  await person.sees(/\/\d+ Ngày họp tập thể suy tôn/);
  await person.says('5/8/2021');
  await person.sees(/\/\d+ Số biên bản/);
  await person.presses('Bỏ qua');
  await person.sees(/\/\d+ Minh chứng/);
  await sendsUntilTaken(person);
  await person.presses('Xong');
  await person.sees('xem lại lần cuối');
  await person.presses('Gửi Phòng Nội vụ');
  await person.sees('Đã gửi');
}

/** Sends the file, and once more each time that the server says that its disk is full. */
async function sendsUntilTaken(person: ChatPerson): Promise<void> {
  for (;;) {
    await person.sendsFile(said.file, pdf);
    const { text } = await person.sees(/Biên bản họp\.pdf|hết chỗ lưu/);
    if (text.includes(said.file)) return;
    await sleep(1000);
  }
}

async function registersWithDetours(person: ChatPerson): Promise<void> {
  await person.says('/dangky');
  await person.presses('Tập thể');
  await person.presses('Tổ dân phố, thôn, làng, xã, thị trấn');
  await person.sees('Tên mô hình');
  await person.says('Một tên khác của làng');
  await person.sees('Người đại diện');
  await person.presses('Quay lại');
  await person.sees('Tên mô hình');
  await person.says(said.model);
  await person.sees('Người đại diện');
  await person.says('Ông A Nhưk, Trưởng thôn');
  await person.sees('Số người');
  await person.says('rất đông');
  await person.says('/hannop');
  await person.presses('Tiếp tục');
  await person.sees('Số người');
  await person.says('125');
  await person.sees('Địa bàn (thôn');
  await person.says('Làng Đê Kốp');
  await person.presses('Địa bàn khó khăn, vùng sâu, vùng xa');
  await person.presses('Lao động trực tiếp');
  await person.sees('Tóm tắt thành tích');
  await person.says(said.summary);
  await person.sees('Xong');
  await person.says('Năm 2021 có thêm 5 hộ khá.');
  await person.presses('Xong');
  const criteria = await person.sees('Tiêu chí đạt được');
  const ticks = criteria.buttons.filter((label) => label.startsWith('☐'));
  await person.presses(ticks[0] ?? '');
  await person.presses(ticks[1] ?? '');
  await person.presses('Xong');
  await person.sees('Phong trào thi đua mà');
  await person.presses('Bỏ qua');
  await person.sees('Hiệu quả và khả năng nhân rộng');
  await person.says('Cách làm đơn giản, các làng khác trong xã đã đến học và làm theo.');
  await person.presses('Xong');
  await person.sees('Ngày họp tập thể suy tôn');
  await person.says('5/8/2021');
  await person.sees('Số biên bản');
  await person.presses('Bỏ qua');
  await person.sees('Minh chứng');
  await person.sendsFile(said.file, pdf);
  await person.sees(said.file);
  await person.presses('Xong');
  await person.sees('xem lại lần cuối');
  await person.presses('Sửa');
  await person.presses('Số người');
  await person.sees('Số người');
  await person.says('126');
  await person.sees('xem lại lần cuối');
  await person.presses('Gửi Phòng Nội vụ');
  await person.sees('Đã gửi');
}
