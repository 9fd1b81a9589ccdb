import type { ChatPerson } from '../../../support/chat.ts';
import { type Registers, registers } from '../../../support/registers.ts';
import { pdf } from '../../../support/sample-files.ts';
import type { LifeActivity, Result } from '../model/life.ts';

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
  level: string;
}

/**
 * A liaison writes and sends the annual report; returns the Word file that they looked at. Each
 * question is answered once, however often a kill makes the bot ask it.
 */
export async function reports(
  person: ChatPerson,
  year: number,
  findings: Finding[],
  proposal?: Proposal,
): Promise<Uint8Array> {
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
    await person.sees(`${proposal.form} cấp nào?`);
    await person.presses(proposal.level);
    await person.sees('Thành tích làm căn cứ');
    await person.presses('Lấy tóm tắt thành tích đã đăng ký');
  }
  for (const text of ['Kết quả, ưu điểm', 'Hạn chế, khó khăn', 'Kiến nghị, đề xuất', 'Phương hướng']) {
    await person.sees(text);
    await person.presses('Giữ nguyên');
  }
  await person.sees('xem tệp Word ở trên');
  const { bytes } = await person.receivesFile(new RegExp(`^Bao-cao-nam-${year}`));
  await person.presses('Gửi Phòng Nội vụ');
  await person.sees(`Đã gửi báo cáo kết quả năm ${year}`);
  return bytes;
}

/** A person logs an activity of today, with exemplars by their codes. */
export async function logs(
  person: ChatPerson,
  kind: LifeActivity['kind'],
  given: Pick<LifeActivity, 'place' | 'exemplars'>,
): Promise<void> {
  const { start, ask, where } = questions[kind];
  await person.says(start);
  if (kind !== 'publicity') await person.presses(labels[kind]);
  for (const exemplar of given.exemplars) {
    await person.sees(ask);
    await person.says(exemplar);
  }
  await person.sees(ask);
  await person.presses('Xong');
  await person.sees('Ngày nào?');
  await person.presses('Hôm nay');
  await person.sees(where);
  await person.says(given.place);
  for (const question of ['Bao nhiêu người', 'Liên kết của bài', 'Ảnh, tệp của hoạt động']) {
    await person.sees(question);
    await person.presses('Bỏ qua');
  }
  await person.sees('xem lại rồi chọn Ghi lại');
  await person.presses('Ghi lại');
  await person.sees('Đã ghi');
}

const labels = { visit: 'Tham quan học tập', experience: 'Báo cáo kinh nghiệm' };
const held = { start: '/hoatdong', ask: 'Với những điển hình nào?', where: 'Ở đâu?' };
const questions = {
  ...{ visit: held, experience: held },
  publicity: {
    ...{ start: '/tuyentruyen', ask: 'chưa được tuyên truyền', where: 'Trên phương tiện nào?' },
  },
};

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
