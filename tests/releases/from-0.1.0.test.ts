import { readFile } from 'node:fs/promises';
import Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { listStandings } from '../../src/duties/standing.ts';
import { reports } from '../../src/reports/index.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { databaseOf, fixture, screensOf } from '../support/release.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';

const release = '0.1.0';
const accounts = z.array(z.object({ name: z.string(), externalId: z.string() }));

let house: TestHouse;
beforeAll(async () => {
  const database = await databaseOf(release);
  const { web_file, linked_file } = await filesBefore();
  house = await testHouse({
    start: '2022-01-10T08:00:00+07:00',
    lives: {
      database,
      firstUpdate: 800_000_001,
      files: [...web_file, ...linked_file].map(({ storage_key }) => storage_key),
    },
  });
});
afterAll(async () => {
  await house.close();
});

const file = z.object({
  id: z.string(),
  chat_id: z.number(),
  storage_key: z.string(),
  created_at: z.string(),
});

/** The files of chats as the release kept them. */
async function filesBefore() {
  const tables = z.object({
    web_file: z.array(file),
    linked_file: z.array(file.extend({ channel: z.string(), expires_at: z.string() })),
  });
  const dump = JSON.parse(await readFile(fixture(release, 'database.json'), 'utf8'));
  return z.object({ tables }).parse(dump).tables;
}

/** A person who had joined, with the last screens that they had been sent. */
async function whoHadJoined(name: string): Promise<TelegramPerson> {
  const { rows } = await house.app.house.db.pool.query(
    `select p.name, a.external_id as "externalId" from account a join person p on p.id = a.person_id
     where a.channel = 'telegram'`,
  );
  const account = accounts.parse(rows).find((one) => one.name === name);
  if (!account) throw new Error(`nobody is called ${name}`);
  return onTheirPhone(Number(account.externalId), name);
}

async function onTheirPhone(id: number, name: string): Promise<TelegramPerson> {
  const person = house.telegram.person({ name, id });
  for (const seen of (await screensOf(release)).filter(({ chat }) => chat === id)) person.remembers(seen);
  return person;
}

describe('a database that the last release filled', () => {
  it('has every exemplar in its state', async () => {
    const { rows } = await house.app.house.db.pool.query<{ said: string }>(
      `select code || ' ' || status || ' ' || summary as said from exemplar order by id`,
    );
    const before = z
      .object({
        tables: z.object({
          exemplar: z.array(z.object({ code: z.string(), status: z.string(), summary: z.string() })),
        }),
      })
      .parse(JSON.parse(await readFile(fixture(release, 'database.json'), 'utf8')));
    expect(rows.map(({ said }) => said)).toEqual(
      before.tables.exemplar.map((one) => `${one.code} ${one.status} ${one.summary}`),
    );
  });

  it('gives every unit and duty its earlier standing', async () => {
    const then = z
      .array(z.object({ unitId: z.number(), duty: z.string(), year: z.number(), status: z.string() }).loose())
      .parse(JSON.parse(await readFile(fixture(release, 'standings.json'), 'utf8')));
    const { db, plan } = house.app.house;
    const all = await listStandings({ db, plan, now: house.app.clock.now() });
    // The plan file of that release did not have the summary of a stage (II.6).
    const now = all.filter(({ duty }) => duty !== 'interimSummary');
    expect(new Set(all.filter((one) => !now.includes(one)).map(({ status }) => status))).toEqual(
      new Set(['unset']),
    );
    const expected = then.map(({ year, due, ...one }) => ({
      ...one,
      occurrence: year === 0 ? '' : String(year),
      ...(due instanceof Object && { due: { ...due, year: undefined } }),
    }));
    expect(JSON.parse(JSON.stringify(now))).toMatchObject(JSON.parse(JSON.stringify(expected)));
  });

  it('keeps every file of its chats, with its bytes and its time', async () => {
    const before = await filesBefore();
    await house.app.tidyNow();
    const kept = await house.app.house.db.prisma.chatFile.findMany({ orderBy: { expiresAt: 'desc' } });
    expect(
      kept.map(({ id, channel, chatId, storageKey, received, createdAt, expiresAt }) => {
        return [id, channel, Number(chatId), storageKey, received, createdAt, expiresAt];
      }),
    ).toEqual([
      ...before.web_file.map((one) => {
        return [one.id, 'web', one.chat_id, one.storage_key, false, new Date(one.created_at), null];
      }),
      ...before.linked_file.map((one) => {
        const [at, until] = [new Date(one.created_at), new Date(one.expires_at)];
        return [one.id, one.channel, one.chat_id, one.storage_key, false, at, until];
      }),
    ]);
  });

  /** Labels that a later release words otherwise; their figures are the same. */
  const renamed: Record<string, string> = {
    'Đơn vị nộp trễ': 'Đơn vị nộp chậm',
    'Điển hình đã gửi': 'Điển hình được tính, đăng ký 2021 (đã gửi và đã duyệt)',
    'Điển hình trong danh sách': 'Điển hình trong danh sách, mọi trạng thái',
    'Được tính vào chỉ tiêu': 'Được tính vào chỉ tiêu, riêng năm 2021 (đã gửi và đã duyệt)',
  };
  const old = z.record(
    z.string(),
    z.object({
      caption: z.array(z.object({ label: z.string(), value: z.string() })),
      cells: z.array(z.array(z.union([z.string(), z.number(), z.null(), z.boolean()]))),
    }),
  );

  it.each(['tonghop', 'danhsach'])('makes the report %s with its earlier figures', async (code) => {
    const then = old.parse(JSON.parse(await readFile(fixture(release, 'figures.json'), 'utf8')))[code];
    const report = reports.find((one) => one.code === code);
    if (!report || !then) throw new Error(`no report ${code}`);
    const { db, plan, calendar, tempDir } = house.app.house;
    const made = await report.make(
      { db, plan, calendar, tempDir },
      { year: 2021, locale: 'vi', by: 'x', now: house.app.clock.now() },
    );
    const before = then.caption.map(({ label, value }) => ({ label: renamed[label] ?? label, value }));
    expect(made.figures).toEqual(expect.arrayContaining(before));
    const book = new Excel.Workbook();
    await book.xlsx.readFile(made.path);
    const lines = new Set<string>();
    book.worksheets[0]?.eachRow((row) => {
      const cells = Array.isArray(row.values) ? row.values.slice(1) : [];
      lines.add(
        cells
          .map((cell) => (cell && typeof cell === 'object' && 'formula' in cell ? (cell.result ?? 0) : cell))
          .filter((cell) => typeof cell === 'number' || typeof cell === 'string')
          .join('|'),
      );
    });
    for (const row of then.cells.filter(([first]) => typeof first === 'number')) {
      // The last column of the summary says the standing in words, which may change; its figures
      // may not.
      const figures = code === 'tonghop' ? row.slice(0, -1) : row;
      const line = figures.filter((cell) => cell !== null && !/^\d{4}-\d\d-\d\d$/.test(String(cell)));
      expect([...lines].filter((one) => line.every((cell) => one.includes(String(cell))))).not.toEqual([]);
    }
  });
});

describe('work that was open under the last release continues', () => {
  it('an exemplar that was being changed is sent again', async () => {
    const person = await whoHadJoined('Nguyễn Văn Bình');
    await person.says('/nhap');
    await person.presses('Tiếp tục');
    await person.sees('Tóm tắt thành tích');
    await person.says('Tổ có 45 hộ vay 1,2 tỷ đồng, đã trả đúng hạn 100%, giảm 9 hộ nghèo trong năm 2021.');
    await person.presses('Xong');
    await person.sees('xem lại lần cuối');
    await person.presses('Gửi Phòng Nội vụ');
    await person.sees('GLAR-2021-002');
  });

  it('ticks of an old screen are kept, and its buttons tick more', async () => {
    const person = await whoHadJoined("Siu H'Bia");
    const { rows } = await house.app.house.db.pool.query<{ id: number }>(
      `select d.id from draft d join person p on p.id = d.person_id where p.name = $1 and d.state = 'open'`,
      [person.name],
    );
    const old = (await person.transcript()).find(({ text }) => text.includes('Tiêu chí đạt được?'));
    if (!old) throw new Error('the old screen is gone');
    await person.pressesOn(old, old.buttons.find((label) => label.startsWith('☐ 3.')) ?? '');
    await person.pressesOn(old, 'Xong');
    // A question that the last release did not ask yet.
    await person.sees('Phong trào thi đua mà');
    const criteria = async () => {
      const answers = await house.app.house.db.pool.query<{ criteria: string[] }>(
        `select answers -> 'criteria' as criteria from draft where id = $1`,
        [rows[0]?.id],
      );
      return answers.rows[0]?.criteria;
    };
    await expect.poll(criteria).toEqual(['ge-2', 'ge-3']);
  });

  it('a half-written text is continued', async () => {
    const person = await whoHadJoined('Hoàng Thị Mai');
    await person.says('Năm 2022 tiếp tục với 15 hội viên.');
    await person.presses('Xong');
    await person.sees('Tiêu chí đạt được');
    const summary = async () => {
      const { rows } = await house.app.house.db.pool.query<{ summary: string }>(
        `select answers ->> 'summary' as summary from draft d join person p on p.id = d.person_id
         where p.name = $1 and d.state = 'open'`,
        [person.name],
      );
      return rows[0]?.summary ?? '';
    };
    await expect.poll(summary).toMatch(/Thu gom 1.250 kg[\s\S]*15 hội viên/);
  });

  it('a document whose file had arrived is handed in by the old button', async () => {
    const person = await whoHadJoined('Phạm Văn An');
    await person.presses('Xong');
    await person.sees('Đã nhận Báo cáo kết quả năm 2021 của Công an huyện: 1 tệp.');
  });

  it('an officer who was ticking lines returns the exemplar', async () => {
    const person = await whoHadJoined('Lê Văn Duyệt');
    await person.presses('Xong');
    await person.sees('Cần bổ sung điều gì');
    await person.says('Đề nghị bổ sung số liệu cụ thể của năm 2021.');
    await person.sees('Đã trả lại CA-2021-003');
    const { rows } = await house.app.house.db.pool.query(
      `select status, returned_fields from exemplar where code = 'CA-2021-003'`,
    );
    expect(rows).toEqual([{ status: 'returned', returned_fields: ['summary'] }]);
  });

  it('a registration that stood at its last screen is sent by its old button', async () => {
    const person = await whoHadJoined('Rơ Châm Thu');
    await person.presses('Gửi Phòng Nội vụ');
    await person.sees('Đã gửi: HNENG-2022-001');
  });

  it('a person who was joining joins', async () => {
    const last = (await screensOf(release)).findLast(({ text }) => text.includes("K'Dang"));
    if (!last) throw new Error('the invitation is gone');
    const person = await onTheirPhone(last.chat, 'Đinh Hlơn');
    await person.says('Đinh Hlơn');
    await person.sees('Số điện thoại');
    await person.says('0905000009');
    await person.sees('Đã xong.');
  });
});
