import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, registers } from '../support/registers.ts';

let house: TestHouse;
let officer: ChatPerson;
let liaison: ChatPerson;
beforeAll(async () => {
  house = await testHouse({ channel: 'zalo', env: { ZALO_BOT_URL: 'https://zalo.example/bot' } });
  officer = await house.joined('Trần Thị Hạnh', 'officer');
  liaison = await house.joined('Nguyễn Văn Bình', 'liaison', 'GLAR');
  await registers(liaison, { name: 'Đồi chè' });
  await registers(liaison, { name: 'Vườn ươm' });
});
afterAll(() => house.close());

const blanks = /\u00a0+/g;

it('lists are shown once: their lines are the choices', async () => {
  await officer.says('/duyet');
  const queue = await officer.sees('Chờ duyệt');
  expect(queue.text.replaceAll(blanks, '   ')).toBe(
    [
      'Chờ duyệt 1–2 trong 2:',
      '',
      'Gõ số để chọn:',
      '1. GLAR-2021-001 Đồi chè',
      '   Xã Glar, gửi 08:00 18/8/2021',
      '2. GLAR-2021-002 Vườn ươm',
      '   Xã Glar, gửi 08:00 18/8/2021',
      '3. Duyệt tất cả',
      '4. Theo đơn vị',
      '5. Lọc khác',
    ].join('\n'),
  );
  await liaison.says('/danhsach');
  const list = await liaison.sees('Điển hình 1–2');
  expect(list.text.replaceAll(blanks, '   ')).toBe(
    'Điển hình 1–2 trong 2:\n\nGõ số để chọn:\n1. GLAR-2021-001 Đồi chè\n   chờ duyệt\n2. GLAR-2021-002 Vườn ươm\n   chờ duyệt\n3. Danh sách để ký 2021',
  );
});

it('a command in the middle of a form: its list and the way back are one menu', async () => {
  await liaison.says('/dangky');
  await answersUntil(liaison, 'name');
  for (const choice of ['4', '2']) {
    await liaison.says('/danhsach');
    await liaison.sees('Điển hình 1–2');
    const hint = await liaison.sees('tạm dừng ở câu 3/14');
    expect(hint.text.replaceAll(blanks, '   ')).toMatch(
      /^Điển hình 1–2 trong 2:\n\n.*Chọn Tiếp tục để làm tiếp\.\n\nGõ số để chọn:\n1\. .*\n {3}.*\n2\. .*\n {3}.*\n3\. Danh sách để ký 2021\n4\. Tiếp tục$/,
    );
    await liaison.says(choice);
    await liaison.sees(choice === '2' ? 'GLAR-2021-002 “Vườn ươm”' : '3/14 Tên mô hình?');
  }
});

it('drafts: the question before deleting one names it', async () => {
  await liaison.says('/nopvanban');
  await liaison.sees('Nộp văn bản nào?');
  await liaison.says('/nhap');
  const drafts = await liaison.sees('Bản nháp đang có (2):');
  expect(drafts.text.replaceAll(blanks, '   ')).toMatch(
    /^Bản nháp đang có \(2\):\n\nGõ số để chọn:\n1\. Nộp văn bản, câu 1\/2\n2\. .*\n3\. Bỏ bản nháp\n {3}\(1\) Nộp văn bản\n4\. Bỏ bản nháp\n {3}\(2\) /,
  );
});

it('a message in the middle of a question leaves the numbers to the question', async () => {
  await liaison.says('/dangky');
  await liaison.sees('Đối tượng?');
  await house.at('2021-08-20T08:00:00+07:00');
  const nudge = await liaison.sees('còn 4 ngày');
  expect(nudge.text).toMatch(
    /Gõ chữ cái để chọn:\nA\. Đăng ký điển hình\nB\. Nộp kế hoạch\nC\. Nhắc lại ngày mai\nD\. Đã rõ$/,
  );
  await liaison.says('d');
  await liaison.sees('Đã ghi nhận');
  await liaison.says('2');
  await liaison.sees('Lĩnh vực?');
});

it('a person who chooses none of the lines sees them again', async () => {
  await liaison.says('99');
  await liaison.sees('Chưa rõ anh/chị chọn mục nào');
  const again = await liaison.sees('Lĩnh vực?');
  expect(again.buttons).toContain('Xem tiêu chí');
  await liaison.presses('Xem tiêu chí');
  const general = await liaison.sees('Tiêu chí chung');
  await liaison.pressesOn(general, 'Người lao động, người tốt việc tốt');
  const criteria = await liaison.sees('(Kế hoạch, III');
  expect(criteria.buttons.at(-1)).toBe('Tiếp tục');
  await liaison.presses('Tiếp tục');
  await liaison.sees('Lĩnh vực?');
});

it('a question for words says that words are an answer', async () => {
  await liaison.presses('Người lao động, người tốt việc tốt');
  const name = await liaison.sees('Họ và tên cá nhân');
  expect(name.text).toMatch(/\n\nGõ câu trả lời, hoặc gõ số để chọn:\n1\. Quay lại\n2\. Lưu nháp$/);
});

it('an invitation has the link that opens the bot on Zalo, and the code to type', async () => {
  await officer.says('mời');
  await officer.presses('Lãnh đạo UBND huyện');
  const made = await officer.sees(/Mã mời: [2-9A-Z]{4}-[2-9A-Z]{4}/);
  expect(made.text).toContain('\nZalo: https://zalo.example/bot\n');
  expect(made.text).toMatch(/\nTelegram: https:\/\/t\.me\/\w+\?start=/);
  expect(made.text).toMatch(/\nTrang web: http:\/\/127\.0\.0\.1:\d+\/#\/[2-9A-Z]{4}-[2-9A-Z]{4}/);
});
