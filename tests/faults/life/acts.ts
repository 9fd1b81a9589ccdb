import { expect } from 'vitest';
import type { ChatPerson } from '../../support/chat.ts';
import { type Registers, registers } from '../../support/registers.ts';
import { pdf } from '../../support/sample-files.ts';
import type { LifeExemplar, Result } from './model.ts';

const code = /[2-9A-Z]{4}-[2-9A-Z]{4}/;

/** A person joins with a code, up to the welcome. */
export async function joinsWith(person: ChatPerson, invitation: string): Promise<void> {
  await person.says(`/start ${invitation}`);
  await person.presses('Đúng, tôi nhận');
  await person.sees('Họ và tên');
  await person.says(person.name);
  await person.sees('Số điện thoại');
  await person.presses('Bỏ qua');
  await person.sees('Đã xong.');
}

/** The officer invites by words such as `đầu mối xã Glar`; the person joins with the code. */
export async function invites(officer: ChatPerson, words: string, person: ChatPerson): Promise<void> {
  await officer.says(`/moi ${words}`);
  const { text } = await officer.sees('Mã mời:');
  await joinsWith(person, code.exec(text)?.[0] ?? '');
}

/** The officer ends a person's role; whom the unit has left is told. */
export async function endsRole(officer: ChatPerson, name: string): Promise<void> {
  await officer.says(`/nguoidung ${name}`);
  await officer.sees(name);
  await officer.presses('Kết thúc vai trò');
  await officer.sees('Lý do?');
  await officer.says('Chuyển công tác sang đơn vị khác.');
  await officer.sees(`của ${name}?`);
  await officer.presses('Đồng ý');
  await officer.sees('Đã kết thúc vai trò');
}

/** A liaison registers an exemplar; returns its code. */
export async function registersIn(person: ChatPerson, given: Registers): Promise<string> {
  const sent = await registers(person, given);
  return /[A-Z]+-20\d\d-\d{3}/.exec(sent.text)?.[0] ?? '';
}

/** A liaison hands in a document for a duty, which the button names with its due. */
export async function handsIn(person: ChatPerson, button: string): Promise<void> {
  await person.says('/nopvanban');
  await person.presses(button);
  await person.sees('Gửi tệp');
  await person.sendsFile('Văn bản.pdf', pdf(`${person.name} ${button}`));
  await person.sees('(1/10)');
  await person.presses('Xong');
  await person.sees('Đã nhận');
}

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

/** What a report says of one exemplar. */
export interface Finding {
  exemplar: string;
  result: Result | 'Như năm trước';
  spreadTo?: string;
  spreadCount?: number;
}

/** An award that a report asks for: the exemplar's place in the list, form and level by labels. */
export interface Proposal {
  place: number;
  form: string;
  /** Left out: the form has one level. */
  level?: string;
}

/**
 * A liaison writes and sends the annual report. Each question is answered once, however often a
 * kill makes the bot ask it.
 */
export async function reports(
  person: ChatPerson,
  year: number,
  findings: Finding[],
  proposal?: Proposal,
): Promise<void> {
  const skips = async (question: string) => {
    await person.sees(question);
    await person.presses('Bỏ qua');
  };
  await person.says(`/baocaonam ${year}`);
  for (const [i, { exemplar, result, spreadTo, spreadCount }] of findings.entries()) {
    await person.sees(`${i + 1}/${findings.length} ${exemplar}`);
    await person.presses(result);
    if (result === 'Như năm trước') continue;
    if (spreadTo !== undefined) {
      await person.sees('Đã nhân rộng ở đâu?');
      await person.says(spreadTo);
      await person.sees('Bao nhiêu đơn vị hoặc hộ');
      await person.says(String(spreadCount));
    }
    for (const question of ['khó khăn gì?', 'Cần được giúp đỡ', 'Minh chứng', 'Bài học'])
      await skips(question);
  }
  await person.sees('Đề nghị khen thưởng');
  if (proposal) {
    await person.says(String(proposal.place));
    await person.sees('Đề nghị khen thưởng');
  }
  await person.presses('Xong');
  if (proposal) {
    await person.sees('hình thức khen thưởng hoặc danh hiệu nào');
    await person.presses(proposal.form);
    if (proposal.level) {
      await person.sees(`${proposal.form} cấp nào?`);
      await person.presses(proposal.level);
    }
    await person.sees('Thành tích làm căn cứ');
    await person.presses('Lấy tóm tắt thành tích đã đăng ký');
  }
  for (const text of ['Kết quả, ưu điểm', 'Hạn chế, khó khăn', 'Kiến nghị, đề xuất', 'Phương hướng']) {
    await person.sees(text);
    await person.presses('Giữ nguyên');
  }
  await person.sees('xem tệp Word ở trên');
  await person.presses('Gửi Phòng Nội vụ');
  await person.sees(`Đã gửi báo cáo kết quả năm ${year}`);
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

/** A person logs an activity of today, with exemplars by their codes. */
export async function logs(
  person: ChatPerson,
  given: { kind?: 'Tham quan học tập' | 'Báo cáo kinh nghiệm'; exemplars: string[] },
): Promise<void> {
  await person.says(given.kind ? '/hoatdong' : '/tuyentruyen');
  if (given.kind) await person.presses(given.kind);
  const ask = given.kind ? 'Với những điển hình nào?' : 'chưa được tuyên truyền';
  for (const exemplar of given.exemplars) {
    await person.sees(ask);
    await person.says(exemplar);
  }
  await person.sees(ask);
  await person.presses('Xong');
  await person.sees('Ngày nào?');
  await person.presses('Hôm nay');
  await person.sees(given.kind ? 'Ở đâu?' : 'Trên phương tiện nào?');
  await person.says(given.kind ? 'Nhà rông làng Dur' : 'Báo Gia Lai');
  for (const question of ['Bao nhiêu người', 'Liên kết của bài', 'Ảnh, tệp của hoạt động']) {
    await person.sees(question);
    await person.presses('Bỏ qua');
  }
  await person.sees('xem lại rồi chọn Ghi lại');
  await person.presses('Ghi lại');
  await person.sees('Đã ghi');
}

/** The officer moves a due: the button of the duty, a unit or all, the day and whether it stays. */
export async function movesDue(
  officer: ChatPerson,
  given: { button: string; unit?: string; day: string },
): Promise<void> {
  await officer.says('/suahan');
  await officer.presses(given.button);
  await officer.presses(given.unit === undefined ? 'Tất cả đơn vị' : 'Một đơn vị');
  if (given.unit !== undefined) await officer.says(given.unit);
  await officer.sees('Hiện nay');
  await officer.says(given.day);
  await officer.sees('Lý do sửa hạn?');
  await officer.says('Đơn vị đang chống dịch, cần thêm thời gian.');
  await officer.presses('Đúng, sửa hạn');
  await officer.sees(`ngày cuối là ${given.day}`);
}

/** The officer merges units into a new commune from a day on. */
export async function merges(
  officer: ChatPerson,
  given: { from: string[]; name: string; code: string; on: string },
): Promise<void> {
  await officer.says('/donvi');
  await officer.presses('Sáp nhập');
  await officer.sees('Sáp nhập những đơn vị nào?');
  await officer.says(given.from.join(', '));
  await officer.sees('Tên đầy đủ của đơn vị mới?');
  await officer.says(given.name);
  await officer.sees('Mã của đơn vị mới?');
  await officer.says(given.code);
  await officer.sees('Loại đơn vị?');
  await officer.presses('Xã');
  await officer.sees('Chỉ tiêu điển hình của đơn vị mới?');
  await officer.presses('Theo loại đơn vị');
  await officer.sees('Có hiệu lực từ ngày nào?');
  await officer.says(given.on);
  await officer.sees('Căn cứ nào?');
  await officer.says('Nghị quyết số 1664/NQ-UBTVQH15');
  await officer.presses('Đồng ý');
  await officer.sees(`Thay đổi có hiệu lực từ ${given.on}`);
}

/** The officer loads a plan file as a new version; the preview says what differs. */
export async function loadsVersion(officer: ChatPerson, file: string, differs: string): Promise<void> {
  await officer.says('/kehoach');
  await officer.presses('Nạp tệp kế hoạch');
  await officer.sees('Gửi tệp kế hoạch');
  await officer.sendsFile('ke-hoach.yaml', new TextEncoder().encode(file));
  await officer.sees('ke-hoach.yaml');
  await officer.presses('Xong');
  const preview = await officer.sees('sẽ có phiên bản 2');
  expect(preview.text.normalize()).toContain(differs);
  await officer.presses('Đúng, nạp phiên bản này');
  await officer.sees('Đã nạp phiên bản 2');
}

/** A liaison sums up the period from the drafts and nominates exemplars by their numbers. */
export async function sumsUp(person: ChatPerson, numbers: number[]): Promise<void> {
  await person.says('/tongket');
  for (const text of ['Kết quả, ưu điểm', 'Hạn chế, khó khăn', 'Kiến nghị, đề xuất', 'Phương hướng']) {
    await person.sees(text);
    await person.presses('Giữ nguyên');
  }
  await person.sees('chọn những điển hình');
  await person.says(numbers.join(', '));
  await person.sees('chọn những điển hình');
  await person.presses('Xong');
  for (const _each of numbers) {
    await person.sees('Thành tích làm căn cứ giới thiệu');
    await person.says('Năm năm liền giữ vững, nhiều làng và hộ dân đã làm theo.');
  }
  await person.sees('xem tệp Word ở trên');
  await person.presses('Gửi Phòng Nội vụ');
  await person.sees('Đã gửi Tổng kết giai đoạn');
}

/** A line of the ranking as its screen shows it. */
export interface RankedLine {
  code: string;
  points: number;
  state: string;
}

/** A person opens the ranking, and reads its lines in their order. */
export async function readsRanking(person: ChatPerson): Promise<RankedLine[]> {
  await person.says('/hoinghi');
  const { text } = await person.sees(/^Hội nghị điển hình tiên tiến huyện Đak Đoa[\s\S]* điểm, /);
  const line = /^\D*\d+[.:] ([A-Z]+-\d{4}-\d{3}) .*: (\d+) điểm, (.+)$/gm;
  return [...text.normalize().matchAll(line)].map(([, code = '', points, state = '']) => ({
    ...{ code, points: Number(points), state },
  }));
}

/** The officer chooses the first of the ranking that wait, and leaves the next one out. */
export async function choosesDelegates(officer: ChatPerson, chosen: string[], left: string): Promise<void> {
  for (const code of chosen) {
    await officer.says('/hoinghi');
    await officer.sees('Đang xét');
    await officer.presses('Chọn');
    await officer.sees(`Đã chọn ${code}`);
  }
  await officer.says('/hoinghi');
  await officer.sees('Đang xét');
  await officer.presses('Bỏ');
  await officer.sees(`Vì sao không chọn ${left}?`);
  await officer.says('Ưu tiên cơ cấu các ngành khác.');
  await officer.sees(`Đã bỏ ${left}`);
}

/** The officer opens the next plan from its file, and carries over what stands. */
export async function opensNext(
  officer: ChatPerson,
  file: string,
  given: { code: string; carries: string },
): Promise<void> {
  await officer.says('/kehoach');
  await officer.presses('Nạp tệp kế hoạch');
  await officer.sees('Gửi tệp kế hoạch');
  await officer.sendsFile('ke-hoach-sau.yaml', new TextEncoder().encode(file));
  await officer.sees('ke-hoach-sau.yaml');
  await officer.presses('Xong');
  await officer.sees(`${given.code} là kế hoạch mới`);
  await officer.presses(given.carries);
  await officer.sees(`Đã mở kế hoạch ${given.code}`);
}

/** A liaison hands in the document whose button names this day, where several plans ask. */
export async function handsInBy(person: ChatPerson, day: string): Promise<void> {
  await person.says('/nopvanban');
  const { buttons } = await person.sees('Nộp văn bản nào?');
  await person.presses(buttons.find((label) => label.includes(day)) ?? day);
  await person.sees('Gửi tệp');
  await person.sendsFile('Kế hoạch.pdf', pdf(`${person.name} ${day}`));
  await person.sees('(1/10)');
  await person.presses('Xong');
  await person.sees('Đã nhận');
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
