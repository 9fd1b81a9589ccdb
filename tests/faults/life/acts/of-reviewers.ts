import type { ChatPerson } from '../../../support/chat.ts';
import type { LifeExemplar } from '../model/life.ts';

/** The officer approves the whole queue, a page at a time. */
export async function approvesAll(officer: ChatPerson, waiting: number): Promise<void> {
  for (let left = waiting; left > 0; left -= 8) {
    const n = Math.min(left, 8);
    await officer.says('/duyet');
    await officer.sees(left > 8 ? `Chờ duyệt 1–8 trong ${left}` : 'Chờ duyệt');
    await officer.presses('Duyệt tất cả');
    await officer.presses(`Duyệt ${n} hồ sơ`);
    await officer.sees(`Đã duyệt ${n} hồ sơ`);
  }
}

/** The officer returns an exemplar for its place, and the liaison mends it at once. */
export async function returnsAndMends(
  officer: ChatPerson,
  liaison: ChatPerson,
  { code: of, name }: Pick<LifeExemplar, 'code' | 'name'>,
): Promise<void> {
  await officer.says('/duyet');
  await officer.presses(`${of} ${name}`.slice(0, 60));
  await officer.presses('Trả lại');
  await officer.presses('☐ Địa bàn');
  await officer.presses('Xong');
  await officer.sees('Cần bổ sung điều gì');
  await officer.says('Đề nghị ghi đúng tên làng theo quyết định.');
  await officer.sees(of);
  await liaison.presses('Sửa ngay');
  await liaison.sees('Địa bàn (thôn');
  await liaison.says('Làng Đê Kốp, xã Glar');
  await liaison.sees('xem lại lần cuối');
  await liaison.presses('Gửi Phòng Nội vụ');
  await liaison.sees(of);
  await officer.sees(`đã bổ sung và gửi lại ${of}`);
}

/** The officer accepts the documents that wait, by the labels of the queue. */
export async function accepts(officer: ChatPerson, labels: string[]): Promise<void> {
  for (const label of labels) {
    await officer.says('/duyet văn bản');
    await officer.presses(label);
    await officer.presses('Chấp nhận');
    await officer.sees('Đã chấp nhận');
  }
}

/** The officer forwards all that wait and records the decision of the level on them. */
export async function decidesAwards(
  officer: ChatPerson,
  given: { waiting: number; number: string; day: string; granted: string; refused: string },
): Promise<void> {
  const { waiting, number, day, granted, refused } = given;
  await officer.says('/khenthuong chưa trình');
  await officer.presses(`Trình cả trang (${waiting})`);
  await officer.presses(`Trình ${waiting} đề nghị`);
  await officer.sees(`Đã trình ${waiting} đề nghị.`);
  await officer.says('/khenthuong');
  await officer.presses('Ghi quyết định');
  await officer.sees('Số quyết định?');
  await officer.says(number);
  await officer.sees('Ngày quyết định?');
  await officer.says(day);
  await officer.sees('Cơ quan nào ra quyết định?');
  await officer.presses('UBND huyện');
  await officer.sees('Quyết định khen thưởng những ai?');
  await officer.says(granted);
  await officer.sees('Quyết định khen thưởng những ai?');
  await officer.presses('Xong');
  await officer.presses('Có đề nghị không được khen');
  await officer.sees('Những đề nghị nào không được khen?');
  await officer.says(refused);
  await officer.sees('Những đề nghị nào không được khen?');
  await officer.presses('Xong');
  await officer.sees('Vì sao những đề nghị đó không được khen?');
  await officer.says('Chưa đủ hai năm liên tục.');
  await officer.sees('Gửi tệp quyết định');
  await officer.presses('Bỏ qua');
  await officer.sees('xem lại trước khi ghi');
  await officer.presses('Ghi quyết định');
  await officer.sees(`Đã ghi quyết định số ${number}`);
}

/** The officer nudges by hand all units of a list of /tiendo. */
export async function nudges(officer: ChatPerson, list: string): Promise<void> {
  await officer.says('/tiendo');
  await officer.sees('Tiến độ đăng ký điển hình lúc');
  await officer.presses(list);
  await officer.sees(`${list}, đơn vị`);
  await officer.presses('Đôn đốc');
  await officer.sees('sẽ nhận.');
  await officer.presses('Gửi');
  await officer.sees('Đã gửi');
}
