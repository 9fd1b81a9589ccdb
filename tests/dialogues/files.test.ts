import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestHouse, testHouse } from '../support/house.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { exe, jpeg, pdf, png } from '../support/sample-files.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse();
});
afterAll(async () => {
  expect(house.telegram.violations).toEqual([]);
  await house.close();
});

it('files of every accepted kind arrive, others are refused kindly, and the officer opens them', async () => {
  const liaison = await house.joined('Minh Chứng', 'liaison', 'GLAR');
  await liaison.says('/dangky');
  await answersUntil(liaison, 'place', { name: 'Có nhiều minh chứng' });
  await liaison.sendsFile('anh.png', png());
  await liaison.sees('tệp minh chứng sẽ được hỏi sau');
  await liaison.says('Làng Ngol');
  await answersUntil(liaison, 'files');
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Số liệu').addRow(['hộ', 125]);
  const xlsx = new Uint8Array(await workbook.xlsx.writeBuffer());

  await liaison.sendsFile('Biên bản họp <b>thôn</b>.pdf', pdf('họp'), { caption: 'Biên bản' });
  const first = await liaison.sees('Đã nhận “Biên bản họp <b>thôn</b>.pdf” (1/10)');
  expect(first.buttons).toEqual(['Xong', 'Lưu nháp']);
  await liaison.sendsFile('anh.jpg', jpeg(), { photo: true });
  await liaison.sees('Đã nhận “Ảnh 1.jpg” (2/10)');
  await liaison.sendsFile('Số liệu 2020.xlsx', xlsx);
  await liaison.sees('Đã nhận “Số liệu 2020.xlsx” (3/10)');
  await liaison.sendsFile('Bản sao.pdf', pdf('họp'));
  await liaison.sees('Tệp “Bản sao.pdf” đã nhận trước đó rồi (3/10)');
  for (const [name, bytes] of [
    ['Báo cáo.pdf', exe()],
    ['ghi chú.docx', new TextEncoder().encode('chỉ là chữ')],
    ['trang.html', new TextEncoder().encode('<html><body>x</body></html>')],
  ] as const) {
    await liaison.sendsFile(name, bytes);
    await liaison.sees(`Tệp “${name}” không phải ảnh, PDF, Word hay Excel`);
  }
  await liaison.sendsFile('phim.pdf', new Uint8Array(20 * 1024 * 1024 + 1));
  await liaison.sees('Tệp “phim.pdf” lớn hơn 20 MB');
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
    await officer.receivesFile('Bien-ban-hop-b-thon-b.pdf'),
    await officer.receivesFile('Anh-1.jpg'),
    await officer.receivesFile('So-lieu-2020.xlsx'),
    await officer.receivesFile('khong-duoi.pdf'),
  ];
  expect(Buffer.from(files[0]?.bytes ?? []).equals(pdf('họp'))).toBe(true);
  expect(files[0]?.caption).toBe('GLAR-2021-001: Biên bản họp <b>thôn</b>.pdf');
  expect(Buffer.from(files[2]?.bytes ?? []).equals(xlsx)).toBe(true);
});

it('an album of eleven files: ten arrive, the eleventh is told why not', async () => {
  const liaison = await house.joined('Tập Ảnh', 'liaison', 'GLAR');
  const person = house.telegram.person({
    name: 'Tập Ảnh',
    id: Number((await account(liaison.name)).external_id),
  });
  await person.says('/dangky');
  await answersUntil(person, 'files', { name: 'Cả tập ảnh' });
  await person.sendsAlbum(
    Array.from({ length: 11 }, (_, i) => ({ name: `trang ${i + 1}.pdf`, content: pdf(String(i)) })),
  );
  await person.sees('(10/10)');
  const refused = await person.sees('Đã đủ 10 tệp nên tệp này chưa được nhận. Chọn Xong để đi tiếp.');
  expect(refused.buttons).toContain('Xong');
  await person.presses('Xong');
  expect((await seesQuestion(person)).message.text).toContain('Minh chứng: 10 tệp');
});

async function account(name: string): Promise<{ external_id: string }> {
  const { rows } = await house.app.house.db.pool.query<{ external_id: string }>(
    'select external_id from account a join person p on p.id = a.person_id where p.name = $1',
    [name],
  );
  const [found] = rows;
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}
