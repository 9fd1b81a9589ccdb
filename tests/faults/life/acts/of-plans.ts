import { expect } from 'vitest';
import type { ChatPerson } from '../../../support/chat.ts';

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
  given: { from: string[]; name: string; code: string; on: string; done?: string },
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
  await officer.sees(given.done ?? `Thay đổi có hiệu lực từ ${given.on}`);
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
