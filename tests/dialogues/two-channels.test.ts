import { afterAll, beforeAll, expect, it } from 'vitest';
import { linksIn } from '../standin/zalo/read-link.ts';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { mendsLine, seesReview } from '../support/mends.ts';
import { answersUntil } from '../support/registers.ts';
import { jpeg, pdf } from '../support/sample-files.ts';
import type { ZaloPerson } from '../support/zalo-person.ts';

/** One person, Zalo and Telegram. */
let house: TestHouse;
let onZalo: ZaloPerson;
let onTelegram: ChatPerson;
beforeAll(async () => {
  house = await testHouse({ zalo: true });
  onZalo = house.zalo.person({ name: 'Mai' });
  await house.joined('Lê Thị Mai', 'liaison', 'GLAR', onZalo);
  await onZalo.says('tài khoản');
  await onZalo.presses('Dùng thêm kênh khác');
  const { text } = await onZalo.sees('Mã để tham gia trên kênh hoặc thiết bị khác');
  onTelegram = house.telegram.person({ name: 'Mai' });
  await onTelegram.says(/[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(text)?.[0] ?? '');
  await onTelegram.presses('Đúng, tôi nhận');
  await onTelegram.sees('Đã xong.');
});
afterAll(() => house.close());

it('continues one draft on either channel', async () => {
  await onTelegram.says('/dangky');
  await onTelegram.presses('Tập thể');
  await onTelegram.sees('Lĩnh vực?');
  await onZalo.says('tiếp tục');
  await onZalo.sees('Anh/chị đang làm dở “Đăng ký điển hình”, câu 2/');
  await onZalo.presses('Tiếp tục');
  await answersUntil(onZalo, 'files');
  await onZalo.sendsUnsupported();
  expect(linksIn((await onZalo.sees('Gửi tệp tại trang này')).text)).toHaveLength(1);
  await onZalo.sendsFile('Lễ hội.jpg', jpeg(), { photo: true });
  await onZalo.sees('Đã nhận');
  await onZalo.sendsFile('Biên bản họp.pdf', pdf());
  await onZalo.sees('Biên bản họp.pdf');
  await onTelegram.says('tôi đây');
  await onTelegram.sees('Biểu mẫu này đã đi tiếp ở một kênh khác');
  await onTelegram.sees('Minh chứng');
  await onTelegram.presses('Xong');
  await onTelegram.sees('xem lại lần cuối');
  await onTelegram.presses('Gửi Phòng Nội vụ');
  await onTelegram.sees('GLAR-2021-001');
  await onZalo.says('chúng tôi gửi đủ cả');
  await onZalo.sees('Bản nháp này đã gửi hoặc đã bỏ');
});

it('changes one exemplar on either channel, in one draft that is sent once', async () => {
  for (const person of [onTelegram, onZalo]) {
    await person.says('danh sách');
    await person.presses('GLAR-2021-001 Làng Đê Kốp giữ gìn bản sắc văn hóa');
    await person.presses('Sửa');
    await seesReview(person);
  }
  await mendsLine(onZalo, 'Địa bàn', { says: ['Làng Ngol'] });
  await onTelegram.presses('Gửi Phòng Nội vụ');
  await onTelegram.sees('Đã gửi lại');
  await onZalo.presses('Gửi Phòng Nội vụ');
  await onZalo.sees('Lựa chọn này không còn dùng được');
  const { rows } = await house.app.house.db.pool.query<{ place: string; n: number }>(
    `select e.place, (select count(*)::int from exemplar_change where action = 'resubmit') as n from exemplar e`,
  );
  expect(rows).toEqual([{ place: 'Làng Ngol', n: 1 }]);
});

it('gets a message on the other channel when the last used one fails', async () => {
  await onZalo.says('hạn nộp');
  await onZalo.sees('Hạn chót');
  house.zalo.failNext({ method: 'sendMessage', chat: onZalo.id, answer: 404 });
  await house.at('2021-08-20T08:00:00+07:00');
  await onTelegram.sees('còn thiếu 9 điển hình');
  expect((await onZalo.transcript()).filter(({ text }) => text.includes('còn thiếu 9 điển hình'))).toEqual(
    [],
  );
});

it('a text that is mended on one channel continues on the other', async () => {
  await onTelegram.says('/dangky');
  await answersUntil(onTelegram, 'review', { name: 'Sửa trên hai kênh' });
  await onTelegram.presses('Sửa');
  await onTelegram.presses('Tóm tắt thành tích');
  await onTelegram.presses('Viết thêm');
  await onTelegram.sees('nối vào sau nội dung đang có');
  await onTelegram.says('Thêm 5 hộ khá.');
  await onTelegram.sees('Đã ghi, hiện có');
  await onZalo.says('tiếp tục');
  await onZalo.sees('Anh/chị đang làm dở “Đăng ký: Sửa trên hai kênh”');
  await onZalo.presses('Tiếp tục');
  const asked = await onZalo.sees('Đang viết thêm, cả bài là:');
  expect(asked.text).toContain('\nThêm 5 hộ khá.');
  await onZalo.presses('Bỏ đoạn cuối');
  await onZalo.sees('Đã bỏ đoạn “Thêm 5 hộ khá.”');
  await onZalo.says('Thêm 6 hộ khá.');
  await onZalo.sees('Đã ghi, hiện có');
  await onZalo.presses('Xong');
  expect((await seesReview(onZalo)).text).toContain('3 đội cồng chiêng.\nThêm 6 hộ khá.');
});
