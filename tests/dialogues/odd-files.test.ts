import { fileTypeFromBuffer } from 'file-type';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChatPerson } from '../support/chat.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { compound, officeFile, ooxml, withStreams, workbookWithSheet } from '../support/office-files.ts';
import { answersUntil, seesQuestion } from '../support/registers.ts';
import { jpeg, pdf } from '../support/sample-files.ts';
import { channelsOfLongScripts } from '../support/which-run.ts';

const photo = (mark: string) => new Uint8Array([...jpeg(), ...Buffer.from(mark)]);

/** The words about a file, in the chat or on the page that took it. */
async function isTold(person: ChatPerson, name: string, content: Uint8Array, sentence: string) {
  const page = await person.sendsFile(name, content);
  if (person.hasButtons) await person.sees(sentence);
  else expect(page.normalize('NFC')).toContain(sentence);
}

describe.each(channelsOfLongScripts)('on %s', (channel) => {
  let house: TestHouse;
  let liaison: ChatPerson;
  beforeAll(async () => {
    house = await testHouse({ channel });
    liaison = await house.joined('Nhiều Tệp', 'liaison', 'GLAR');
  });
  afterAll(() => house.close());
  const stored = async () => {
    const { rows } = await house.app.house.db.pool.query<{ name: string }>(
      'select name from attachment order by id',
    );
    return rows.map(({ name }) => name);
  };

  /** Tables in which these digits occur anywhere. */
  const tablesThatHold = async (digits: string) => {
    const { pool } = house.app.house.db;
    const { rows } = await pool.query<{ name: string }>(
      `select format('%I', table_name) as name from information_schema.tables
       where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const holds = async (table: string) => {
      const found = await pool.query(`select 1 from ${table} t where t::text like $1 limit 1`, [
        `%${digits}%`,
      ]);
      return found.rowCount !== 0;
    };
    const held = await Promise.all(rows.map(async ({ name }) => ((await holds(name)) ? [name] : [])));
    return held.flat();
  };

  it('files with a password or macros are refused with advice, odd ones are accepted', async () => {
    await liaison.says('/dangky');
    await answersUntil(liaison, 'files', { name: 'Tệp lạ' });
    const refused: [name: string, content: Uint8Array, sentence: string][] = [
      ['bien ban.pdf', officeFile('aes-256-closed.pdf'), 'Tệp “bien ban.pdf” có mật khẩu'],
      [
        'danh sach.xlsx',
        compound({ EncryptionInfo: 'x', EncryptedPackage: 'x' }),
        'bỏ mật khẩu, lưu lại rồi gửi',
      ],
      ['bao cao.doc', officeFile('word-97-password.doc'), 'bỏ mật khẩu, lưu lại thành .docx rồi gửi'],
      ['to trinh.docx', ooxml('docm'), 'Tệp “to trinh.docx” có macro'],
      ['bieu.xls', workbookWithSheet(1, 2), 'lưu lại thành .xlsx không macro, hoặc thành PDF'],
      ['cu.doc', withStreams('word-97.doc', { '/Macros/VBA/dir': 'x' }), 'lưu lại thành .docx không macro'],
      ['hong.docx', ooxml('docx').subarray(0, 200), 'Tệp “hong.docx” bị hỏng hoặc nén bất thường'],
      ['064085001234.pdf', pdf('số'), 'Tên tệp “••••••••••••.pdf” có số giống số CCCD/CMND'],
      ['CMND 231123456 mặt trước.jpg', photo('cmnd'), 'Tên tệp “CMND ••••••••• mặt trước.jpg” có số giống'],
    ];
    for (const [name, content, sentence] of refused) await isTold(liaison, name, content, sentence);
    const taken: [name: string, content: Uint8Array, kept: string][] = [
      ['don.rtf', officeFile('letter.rtf'), 'don.rtf'],
      ['quet.pdf', new Uint8Array([...Buffer.from('\r\n\r\n'), ...pdf('quét')]), 'quet.pdf'],
      ['bao cao cu', officeFile('word-97.doc'), 'bao cao cu'],
      ['cam in.pdf', officeFile('rc4-128-open.pdf'), 'cam in.pdf'],
      ['IMG_20210818_123456789.jpg', photo('máy ảnh'), 'IMG_20210818_123456789.jpg'],
    ];
    for (const [i, [name, content, kept]] of taken.entries()) {
      await isTold(liaison, name, content, liaison.hasButtons ? `Đã nhận “${kept}” (${i + 1}/10)` : kept);
    }
    expect(await stored()).toEqual(taken.map(([, , kept]) => kept));
    for (const number of ['064085001234', '231123456']) expect(await tablesThatHold(number)).toEqual([]);
  });

  it('invisible letters are removed, equal names differ, HEIC is shown as JPEG', async () => {
    const heic = officeFile('photo.heic');
    await isTold(liaison, 'image.jpg', photo('một'), 'image.jpg');
    await isTold(liaison, 'image.jpg', photo('hai'), 'image (2).jpg');
    await isTold(liaison, 'IMAGE.jpg', photo('ba'), 'IMAGE (3).jpg');
    await isTold(liaison, 'anh\u202egpj.heic', heic, 'anhgpj.heic');
    // The page answers before the chat does: a typed number means the menu that the chat shows
    // then.
    if (!liaison.hasButtons) await liaison.sees('“anhgpj.heic” (9/10)');
    await liaison.presses('Xong');
    expect((await seesQuestion(liaison)).message.text).toContain('Minh chứng: 9 tệp');
    await liaison.presses('Gửi Phòng Nội vụ');
    await liaison.sees('Đã gửi');
    expect((await stored()).slice(-4)).toEqual([
      'image.jpg',
      'image (2).jpg',
      'IMAGE (3).jpg',
      'anhgpj.heic',
    ]);

    const officer = await house.joined('Xem Tệp Lạ', 'officer');
    await officer.says('/duyet');
    await officer.presses('GLAR-2021-001 Tệp lạ');
    await officer.presses('Tệp minh chứng (9)');
    await officer.receivesFile('don.rtf');
    await officer.receivesFile('bao-cao-cu.doc');
    await officer.receivesFile('image.jpg');
    await officer.receivesFile('image-2.jpg');
    const shown = await officer.receivesFile('anhgpj.jpg');
    expect(shown.caption).toContain('GLAR-2021-001: anhgpj.heic');
    expect((await fileTypeFromBuffer(shown.bytes))?.mime).toBe('image/jpeg');
    const { rows } = await house.app.house.db.pool.query<{ mime: string; size: number }>(
      `select mime, size from attachment where name = 'anhgpj.heic'`,
    );
    expect(rows).toEqual([{ mime: 'image/heic', size: heic.length }]);
  });
});

describe.each(['telegram', 'zalo'] as const)('a photo’s caption on %s', (channel) => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await testHouse({ channel });
  });
  afterAll(() => house.close());

  it('with an identity number names no photo, and the bot says so', async () => {
    const liaison = await house.joined('Chú Thích', 'liaison', 'GLAR');
    await liaison.says('/dangky');
    await answersUntil(liaison, 'files', { name: 'Ảnh có chú thích' });
    const captions = ['038175001234', 'Bà Hoa\nCCCD: 001085009876', 'cmnd 231123456'];
    for (const [i, caption] of captions.entries()) {
      await liaison.sendsFile('a.jpg', photo(caption), { photo: true, caption });
      const told = await liaison.sees(`Đã nhận “Ảnh ${i + 1}.jpg” (${i + 1}/10)`);
      expect(told.text).toContain('Chú thích có số giống số CCCD/CMND nên không được dùng làm tên.');
      expect(told.text).not.toMatch(/\d{9}/);
    }
    await liaison.sendsFile('a.jpg', photo('cuối'), { photo: true, caption: 'Hội\u202e nghị\u2028thôn' });
    await liaison.sees('Đã nhận “Hội nghị.jpg” (4/10)');
  });
});
