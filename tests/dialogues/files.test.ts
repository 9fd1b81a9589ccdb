import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { exe, jpeg, pdf, png } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(async () => {
    await house.close();
  });

  it('accepted kinds of files arrive, others are refused, and the officer opens them', async () => {
    const liaison = await house.joined('Minh Chứng', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'place', { name: 'Có nhiều minh chứng' });
    // On Zalo a document is only reported to the bot.
    await liaison.sendsFile('anh.png', png(), { photo: channel === 'zalo' });
    await liaison.sees('tệp minh chứng sẽ được hỏi sau');
    await liaison.says('Làng Ngol');
    await answersUntil(liaison, 'files');
    const workbook = new ExcelJS.Workbook();
    workbook.addWorksheet('Số liệu').addRow(['hộ', 125]);
    const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());

    const caption = liaison.hasButtons ? { caption: 'Biên bản' } : {};
    await liaison.sendsFile('Biên bản họp <thôn> & xã.pdf', pdf('họp'), caption);
    const first = await liaison.sees('Đã nhận “Biên bản họp <thôn> & xã.pdf” (1/10)');
    expect(first.buttons).toEqual(['Xong', 'Quay lại', 'Lưu nháp', 'Bỏ bớt tệp']);
    await liaison.sendsFile('anh.jpg', jpeg(), { photo: true });
    // The web has no photos, only pictures with their names.
    const photo = channel === 'web' ? 'anh.jpg' : 'Ảnh 1.jpg';
    await liaison.sees(`Đã nhận “${photo}” (2/10)`);
    await liaison.sendsFile('Số liệu 2020.xlsx', xlsx);
    await liaison.sees('Đã nhận “Số liệu 2020.xlsx” (3/10)');
    const again = await liaison.sendsFile('Bản sao.pdf', pdf('họp'));
    if (liaison.hasButtons) await liaison.sees('Tệp “Bản sao.pdf” đã nhận trước đó rồi (3/10)');
    else expect(again).toContain('Đã nhận trước đó rồi');
    for (const [name, bytes] of [
      ['Báo cáo.pdf', exe()],
      ['ghi chú.docx', new TextEncoder().encode('chỉ là chữ')],
      ['trang.html', new TextEncoder().encode('<html><body>x</body></html>')],
    ] as const) {
      await isRefused(liaison, name, bytes, `Tệp “${name}” không phải ảnh, PDF, Word hay Excel`);
    }
    const film = new Uint8Array(20 * 1024 * 1024 + 1);
    await isRefused(liaison, 'phim.pdf', film, 'Tệp “phim.pdf” lớn hơn 20 MB');
    await liaison.sendsFile('không đuôi', pdf('không đuôi'));
    await liaison.sees('Đã nhận “không đuôi” (4/10)');
    await liaison.presses('Xong');
    const review = await seesQuestion(liaison);
    expect(review.message.text).toContain('Minh chứng: 4 tệp');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');

    const officer = await house.joined('Duyệt Tệp', 'officer');
    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Có nhiều minh chứng');
    await officer.presses('Tệp minh chứng (4)');
    const files = [
      await officer.receivesFile('Bien-ban-hop-thon-xa.pdf'),
      await officer.receivesFile(channel === 'web' ? 'anh.jpg' : 'Anh-1.jpg'),
      await officer.receivesFile('So-lieu-2020.xlsx'),
      await officer.receivesFile('khong-duoi.pdf'),
    ];
    expect(Buffer.from(files[0]?.bytes ?? []).equals(pdf('họp'))).toBe(true);
    // Where no file can be sent, its link follows.
    expect(files[0]?.caption).toMatch(/^GLAR-2021-001: Biên bản họp <thôn> & xã\.pdf(?:$|\n\nTệp )/);
    expect(Buffer.from(files[2]?.bytes ?? []).equals(xlsx)).toBe(true);
  });

  it('of eleven files ten arrive, and the bot says why the eleventh does not', async () => {
    const liaison = await house.joined('Nhiều Trang', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    const asked = await answersUntil(liaison, 'files', { name: 'Biên bản nhiều trang' });
    expect(asked.buttons).toEqual(['Xong', 'Quay lại', 'Bỏ qua', 'Lưu nháp']);
    for (let i = 1; i <= 10; i++) await liaison.sendsFile(`trang ${i}.pdf`, pdf(String(i)));
    await liaison.sees('(10/10). Đã đủ tệp, chọn Xong');
    await liaison.says('còn một trang nữa');
    await liaison.sees('Đã đủ 10 tệp. Chọn Xong để đi tiếp.');
    // The page says so too, and takes nothing more.
    if (liaison.hasButtons) {
      await liaison.sendsFile('trang 11.pdf', pdf('11'));
      await liaison.sees('Đã đủ 10 tệp nên tệp này chưa được nhận. Chọn Xong để đi tiếp.');
    }
    // They have arrived: skipping the question does not remove them.
    await liaison.says('bỏ qua');
    expect((await seesQuestion(liaison)).message.text).toContain('Minh chứng: 10 tệp');
  });

  it('a file sent by mistake is removed, before it is sent to the office and after', async () => {
    const liaison = await house.joined('Gửi Nhầm', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'files', { name: 'Gửi nhầm tệp' });
    for (const name of ['đúng.pdf', 'nhầm.pdf']) {
      await liaison.sendsFile(name, pdf(name));
      await liaison.sees(`Đã nhận “${name}”`);
    }
    await liaison.presses('Bỏ bớt tệp');
    const which = await liaison.sees('Bỏ tệp nào?');
    expect(which.buttons).toEqual(['đúng.pdf', 'nhầm.pdf', 'Quay lại']);
    await liaison.presses('nhầm.pdf');
    const rest = await liaison.sees('Đã bỏ “nhầm.pdf”');
    expect(rest.text).toContain('Đã nhận 1/10 tệp: “đúng.pdf”.');
    if (liaison.hasButtons) {
      await liaison.pressesOn(which, 'nhầm.pdf');
      await liaison.sees('Tệp này không còn trong hồ sơ');
    }
    // Once more on purpose: it is a new one.
    await liaison.sendsFile('nhầm.pdf', pdf('nhầm.pdf'));
    await liaison.sees('Đã nhận “nhầm.pdf” (2/10)');
    await liaison.presses('Xong');
    expect((await seesQuestion(liaison)).message.text).toContain('Minh chứng: 2 tệp');
    await liaison.presses('Gửi Phòng Nội vụ');
    const [code = ''] = (await liaison.sees('Đã gửi')).text.match(/GLAR-2021-\d+/) ?? [];

    await liaison.presses('Danh sách của đơn vị');
    await liaison.presses(`${code} Gửi nhầm tệp`);
    await liaison.presses('Sửa');
    await seesQuestion(liaison);
    await liaison.presses('Sửa');
    await liaison.presses('Minh chứng');
    expect((await seesQuestion(liaison)).message.text).toContain('“đúng.pdf”, “nhầm.pdf”');
    await liaison.presses('Bỏ bớt tệp');
    await liaison.presses('nhầm.pdf');
    await liaison.sees('Đã bỏ “nhầm.pdf”');
    await liaison.presses('Xong');
    expect((await seesQuestion(liaison)).message.text).toContain('Minh chứng: 1 tệp');
    const kept = async () => {
      const { rows } = await house.app.house.db.pool.query<{ name: string; removed: boolean }>(
        `select a.name, a.removed_at is not null as removed from attachment a join exemplar e on e.id = a.exemplar_id
         where e.code = $1 order by a.id`,
        [code],
      );
      return rows.map(({ name, removed }) => `${name}${removed ? ' (bỏ)' : ''}`);
    };
    // Not before it is sent again.
    expect(await kept()).toEqual(['đúng.pdf', 'nhầm.pdf']);
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi lại');
    expect(await kept()).toEqual(['đúng.pdf', 'nhầm.pdf (bỏ)']);
  });
});

/** In the chat, or on the page where the file was chosen. */
async function isRefused(person: ChatPerson, name: string, content: Uint8Array, sentence: string) {
  const page = await person.sendsFile(name, content);
  if (person.hasButtons) await person.sees(sentence);
  else expect(page).toContain(sentence);
}

describe('only on Telegram: albums', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse();
  });
  afterAll(async () => {
    await house.close();
  });

  it('of an album of eleven files ten arrive, and the eleventh is refused', async () => {
    const person = house.telegram.person({ name: 'Tập Ảnh' });
    await house.joined('Tập Ảnh', 'liaison', 'GLAR', person);
    await person.says('/dangky');
    await answersUntil(person, 'files', { name: 'Cả tập ảnh' });
    await person.sendsAlbum(
      Array.from({ length: 11 }, (_, i) => ({ name: `trang ${i + 1}.pdf`, content: pdf(String(i)) })),
    );
    const told = await person.sees('Đã nhận các tệp vừa gửi, hiện có 10/10: “trang 1.pdf”, “trang 2.pdf”');
    expect(told.text).toContain('Đã đủ 10 tệp nên tệp này chưa được nhận. Chọn Xong để đi tiếp.');
    expect(told.buttons).toContain('Xong');
    await person.presses('Xong');
    expect((await seesQuestion(person)).message.text).toContain('Minh chứng: 10 tệp');
  });
});

describe('only on Zalo: files are sent by a page', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel: 'zalo' });
  });
  afterAll(async () => {
    await house.close();
  });

  it('a document sent in the chat does not arrive, and the bot says where to send it', async () => {
    const person = house.zalo.person({ name: 'Gửi Trong Tin' });
    await house.joined('Gửi Trong Tin', 'liaison', 'GLAR', person);
    await person.says('/dangky');
    await answersUntil(person, 'place', { name: 'Tệp trong tin nhắn' });
    await person.sendsUnsupported();
    await person.sees(
      /không đến được đây\. Anh\/chị trả lời câu hỏi dưới đây; đến câu hỏi về tệp sẽ có đường dẫn/,
    );
    await person.says('Làng Ngol');
    const asked = await answersUntil(person, 'files');
    await person.sendsUnsupported();
    const told = await person.sees(
      /^Tệp gửi trong tin nhắn không đến được đây\. Anh\/chị gửi tệp tại trang dưới đây/,
    );
    expect(told.text).toMatch(/Gửi tệp tại trang này .*\n?https?:\/\//);
    expect(told.buttons).toEqual(asked.buttons);
    await person.sendsFile('trang 1.pdf', pdf('1'));
    await person.sees('Đã nhận “trang 1.pdf” (1/10)');
    await person.presses('Xong');
    expect((await seesQuestion(person)).key).toBe('review');
    await person.sendsUnsupported();
    await person.sees('chỉ nhận được chữ và ảnh');
  });

  it('files sent one right after the other are counted one by one', async () => {
    const person = house.zalo.person({ name: 'Gửi Liền' });
    await house.joined('Gửi Liền', 'liaison', 'GLAR', person);
    await person.says('/dangky');
    await answersUntil(person, 'files', { name: 'Ba tệp một lúc' });
    // While the first message waits, the other files arrive.
    house.zalo.failNext({ method: 'sendMessage', chat: person.id, answer: 429 });
    for (let i = 1; i <= 3; i++) await person.sendsFile(`trang ${i}.pdf`, pdf(String(i)));
    for (let i = 1; i <= 3; i++) await person.sees(`Đã nhận “trang ${i}.pdf” (${i}/10)`);
  });
});
