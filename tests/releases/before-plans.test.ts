import { readFile } from 'node:fs/promises';
import Excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { sayStanding } from '../../src/duties/say.ts';
import { listStandings } from '../../src/duties/standing.ts';
import { reports } from '../../src/reports/index.ts';
import { type TestHouse, testHouse } from '../support/house.ts';
import { databaseOf, fixture, screensOf } from '../support/release.ts';
import type { TelegramPerson } from '../support/telegram-person.ts';

/** The last release that knew one plan, years instead of occurrences, and a column for lateness. */
const release = 'before-plans';
const at = '2022-01-17T08:00:00+07:00';

let house: TestHouse;
beforeAll(async () => {
  house = await testHouse({
    start: at,
    lives: { database: await databaseOf(release), firstUpdate: 900_000_001 },
  });
});
afterAll(() => house.close());

async function read(file: string): Promise<unknown> {
  return JSON.parse(await readFile(fixture(release, file), 'utf8'));
}

const standing = z
  .object({ unitId: z.number(), duty: z.string(), year: z.number(), status: z.string() })
  .loose();
const cell = z.union([z.string(), z.number(), z.null(), z.boolean()]);
const figures = z.record(
  z.string(),
  z.object({
    caption: z.array(z.object({ label: z.string(), value: z.string() })),
    cells: z.array(z.array(cell)),
  }),
);

/** The plan file of that release did not have the summary of a stage (II.6). */
const isKnownThen = ({ duty }: { duty: string }): boolean => duty !== 'interimSummary';

describe('a database of one plan lives on', () => {
  it('keeps every unit and duty where it stood', async () => {
    const then = z.array(standing).parse(await read('standings.json'));
    const { db, plan } = house.app.house;
    const now = (await listStandings({ db, plan, now: new Date(at) })).filter(isKnownThen);
    const occurrence = (year: number) => (year === 0 ? '' : String(year));
    const expected = then.map(({ year, due, ...one }) => {
      const dated =
        due instanceof Object ? { due: { ...due, year: undefined, occurrence: occurrence(year) } } : {};
      return { ...one, ...dated, occurrence: occurrence(year) };
    });
    expect(JSON.parse(JSON.stringify(now))).toMatchObject(JSON.parse(JSON.stringify(expected)));
    expect(now).toHaveLength(then.length);
  });

  it('says every line of /hannop as it did', async () => {
    const then = z.array(z.string()).parse(await read('lines.json'));
    const { db, plan } = house.app.house;
    const now = (await listStandings({ db, plan, now: new Date(at) })).filter(isKnownThen);
    // The words of a quota are the plan file's, which may change.
    const said = (line: string) => line.replace(/ \(chỉ tiêu [^)]*\)/, '');
    expect(now.map((one) => said(`${one.unitId} ${sayStanding(plan, 'vi', one, new Date(at))}`))).toEqual(
      then.map(said),
    );
  });

  it.each([
    ['tonghop', 2021, 'tonghop'],
    ['danhsach', 2021, 'danhsach'],
    ['danhsach', 2022, 'danhsach-2022'],
    ['goidien', 2021, 'goidien'],
  ])('makes the report %s of %d with every figure', async (code, year, key) => {
    const then = figures.parse(await read('figures.json'))[key];
    const report = reports.find((one) => one.code === code);
    if (!report || !then) throw new Error(`no report ${code}`);
    const { db, plan, calendar, tempDir } = house.app.house;
    const made = await report.make(
      { db, plan, calendar, tempDir },
      { year, locale: 'vi', by: 'x', now: new Date(at) },
    );
    expect(made.figures).toEqual(then.caption);
    const book = new Excel.Workbook();
    await book.xlsx.readFile(made.path);
    const cells: unknown[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      cells.push(Array.from(Array.isArray(row.values) ? row.values.slice(1) : [], plainCell));
    });
    expect(cells.filter(hasFigures)).toEqual(then.cells.filter(hasFigures));
  });

  it('writes no nudge a second time', async () => {
    const count = () => house.app.house.db.prisma.nudge.count();
    const before = await count();
    expect(await house.app.house.db.prisma.nudge.count({ where: { lastDay: null } })).toBe(0);
    await house.at(at);
    expect(await count()).toBe(before);
    await house.at('2022-01-18T08:00:00+07:00');
    const more = await house.app.house.db.prisma.nudge.findMany({ orderBy: { id: 'asc' }, skip: before });
    // The reminder that a person had asked for, and the week's stage of what was due on 24/8/2021.
    expect(new Set(more.map(({ stage }) => stage))).toEqual(new Set(['again-2022-01-18', 'after-147']));
  });
});

/** Tells whether it is a line of data, or of a total. Head and foot of a page may change. */
function hasFigures(row: unknown[]): boolean {
  return typeof row[0] === 'number' || row.some((one) => /^(Cộng|Tổng cộng)/.test(String(one)));
}

/** A cell's value as the fixture has it. */
function plainCell(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) return value;
  return 'result' in value ? value.result : 'formula' in value ? 0 : null;
}

/** A person who had joined, with the last screens that they had been sent. */
async function personOf(name: string): Promise<TelegramPerson> {
  const { externalId } = await house.app.house.db.prisma.account.findFirstOrThrow({
    where: { channel: 'telegram', person: { name } },
  });
  const id = Number(externalId);
  const person = house.telegram.person({ name, id });
  for (const seen of (await screensOf(release)).filter(({ chat }) => chat === id)) person.remembers(seen);
  return person;
}

describe('buttons and drafts that name a year work on', () => {
  it('an officer picks a duty by an old button', async () => {
    const officer = await personOf('Hồ Thị Lan');
    await officer.presses('Báo cáo kết quả năm 2022 (53 đơn vị)');
    await officer.sees('Báo cáo kết quả năm 2022');
  });

  it('a liaison opens old documents, and hands in for a yearly duty', async () => {
    const liaison = await personOf('Nguyễn Văn Bình');
    await liaison.presses('Xem văn bản');
    await liaison.sees('Kế hoạch triển khai');
    await liaison.presses('Nộp báo cáo năm 2021');
    await liaison.sees('Gửi tệp Báo cáo kết quả năm 2021');
  });

  it('a document that was being handed in is handed in', async () => {
    const person = await personOf('Rơ Châm Thu');
    await person.presses('Xong');
    await person.sees("Đã nhận Báo cáo kết quả năm 2021 của Xã H'Neng: 1 tệp.");
  });

  it('a late registration at its last screen is sent', async () => {
    const person = await personOf('Ksor Nguyên');
    await person.presses('Gửi Phòng Nội vụ');
    await person.sees('Hồ sơ được ghi là nộp trễ.');
  });
});
