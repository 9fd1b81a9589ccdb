import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { type ReadTable, readTable } from '../../../tests/documents/read-table.ts';
import { calendar, plan101 } from '../../../tests/documents/sample.ts';
import { fillYears } from '../../../tests/documents/sample-years.ts';
import { listWordFaults } from '../../../tests/support/check-word.ts';
import { freshDatabase, type TestDatabase } from '../../../tests/support/database.ts';
import { readWord } from '../../../tests/support/read-word.ts';
import { nameDuty } from '../../duties/say.ts';
import { listStandings } from '../../duties/standing.ts';
import { type Locale, t } from '../../i18n.ts';
import { formatDate } from '../../plan/calendar.ts';
import type { LoadedPlan } from '../../plan/plan.ts';
import { planOn } from '../../plan/plan-on.ts';
import { byCategory } from '../by-category.ts';
import { byUnit } from '../by-unit.ts';
import { dutyProgress } from '../duty-progress.ts';
import { makeAsOf } from '../make-as-of.ts';
import { nudgeLog } from '../nudge-log.ts';
import { publicity } from '../publicity/publicity.ts';
import type { Report, ReportRequest } from '../report.ts';
import { type ReportPeriod, sayReportPeriod } from '../report-period.ts';
import { yearResults } from '../year-results/year-results.ts';
import { findEvaluatedPeriod } from './evaluated-period.ts';
import { officeReport } from './office-report.ts';

const now = new Date('2024-01-15T02:05:00Z');

let tempDir = '';
let empty: TestDatabase;
let db: TestDatabase;
beforeAll(async () => {
  tempDir = await mkdtemp(join(tmpdir(), 'dien-hinh-office-'));
  empty = await freshDatabase();
  db = await freshDatabase();
  await fillYears(db, plan101);
});
afterAll(async () => {
  await Promise.all([empty.drop(), db.drop()]);
  await rm(tempDir, { recursive: true });
});

type Asked = ReportPeriod &
  Partial<Pick<ReportRequest, 'now' | 'locale'>> & { of?: TestDatabase; plan?: LoadedPlan };

async function makeFileOf(report: Report, { of = db, plan = plan101, ...asked }: Asked) {
  const request = { locale: 'vi' as Locale, by: 'Lê Thị Thu', now, ...asked };
  return await makeAsOf(report, { db: of, plan, calendar, tempDir }, request);
}

async function write(asked: Asked) {
  const made = await makeFileOf(officeReport, asked);
  const bytes = await readFile(made.path);
  expect(await listWordFaults(bytes)).toEqual([]);
  return { made, ...(await readWord(bytes)) };
}

/** A workbook of the same question, with its figures in the words of the caption. */
async function sheetOf(report: Report, asked: Asked) {
  const made = await makeFileOf(report, asked);
  const table = await readTable(made.path);
  const figure = (key: string) => made.figures.find(({ label }) => label === t('vi', key))?.value ?? '';
  return { table, figure };
}

/** The grand total of a column, by its heading. */
const grandOf = ({ headings, grand }: ReadTable, heading: string) => Number(grand[headings.indexOf(heading)]);

/** The numbers of a sentence, in the order of its groups; points between thousands are left out. */
function numbersIn(text: string, sentence: RegExp): number[] {
  const found = sentence.exec(text);
  expect(found, `${sentence}`).not.toBeNull();
  return (found ?? []).slice(1).map((part) => Number((part ?? '0').replaceAll('.', '').replace(',', '.')));
}

const periods: [string, ReportPeriod][] = [
  ['a year', { year: 2022 }],
  ['a first half', { year: 2023, half: 1 }],
  ['a second half', { year: 2022, half: 2 }],
  ['the whole period', { year: 2023, whole: true }],
  ['an earlier day', { year: 2022, asOf: '2022-12-12' }],
];

describe.each(periods)("the office's report of %s says what the workbooks say", (_, period) => {
  let word: Awaited<ReturnType<typeof write>>;
  beforeAll(async () => {
    word = await write(period);
  });

  test('of registrations, by unit and category', async () => {
    const { text, tables, made } = word;
    const { table, figure } = await sheetOf(byUnit, period);
    const [counted, , wanted, approved, collective, individual] = numbersIn(
      text,
      /đăng ký (\d+) điển hình, bằng ([\d,]+)% chỉ tiêu tối thiểu \((\d+)\); đã duyệt (\d+)\. Có (\d+) tập thể, (\d+) cá nhân/,
    );
    expect([counted, wanted, approved, collective, individual]).toEqual(
      ['Đã gửi', 'Tối thiểu', 'Đã duyệt', 'Tập thể', 'Cá nhân'].map((heading) => grandOf(table, heading)),
    );
    const said = sayReportPeriod(plan101, period);
    expect(numbersIn(text, new RegExp(`Riêng ${said} đăng ký (\\d+) điển hình`))).toEqual([
      Number.parseInt(String(table.notes.get(`Riêng ${said}`)), 10),
    ]);
    expect(text).toContain(`Số đơn vị đủ chỉ tiêu tối thiểu: ${figure('report-figure-units-met')}`);
    expect(made.figures.map(({ value }) => value).slice(0, 3)).toEqual(
      ['Đã gửi', 'Đã duyệt', 'Còn thiếu'].map((heading) => String(grandOf(table, heading))),
    );
    const appendix = tables.at(-1) ?? [];
    const units = appendix.filter((row) => /^\d+$/.test(row[0] ?? '') && row[1] && row[1] !== '1');
    expect(units.map((row) => row[1])).toEqual(table.lines.map((line) => String(line[1])));
    expect(appendix.at(-1)?.[3]).toBe(String(grandOf(table, 'Đã gửi')));
    const categories = await sheetOf(byCategory, period);
    const at = categories.table.headings.indexOf('Cộng');
    expect(categories.table.lines).toHaveLength(plan101.categories.length);
    for (const line of categories.table.lines)
      if (line[at] === 0) expect(text).toMatch(new RegExp(`chưa có điển hình: .*${line[1]}`));
      else expect(text).toContain(`${line[1]} ${line[at]} (`);
  });

  test('of the same time a year earlier', async () => {
    const { text } = word;
    const [, day] = /So với cùng kỳ năm trước \(hết ngày ([\d/]+)\)/.exec(text) ?? [];
    if (period.whole) return expect(day).toBeUndefined();
    const year = period.year - 1;
    const asOf = period.asOf ? '2021-12-12' : '2023-01-15';
    expect(day).toBe(formatDate(asOf));
    const before = { ...period, year, asOf };
    const { table, figure } = await sheetOf(byUnit, before);
    const said = sayReportPeriod(plan101, before);
    expect(
      numbersIn(
        text,
        /\): (\d+) điển hình, nay [^;]+; đăng ký mới trong .+ là (\d+), nay [^;]+; đơn vị đủ chỉ tiêu (\d+), nay/,
      ),
    ).toEqual([
      grandOf(table, 'Đã gửi'),
      Number.parseInt(String(table.notes.get(`Riêng ${said}`)), 10),
      Number(figure('report-figure-units-met').split('/')[0]),
    ]);
  });

  test('of duties, reminders, fostering and activities', async () => {
    const { text } = word;
    const duties = await sheetOf(dutyProgress, period);
    const registration = 'Đăng ký điển hình tiên tiến';
    for (const [name, lines] of Map.groupBy(duties.table.lines, (line) => String(line[1]))) {
      const done = lines.filter((line) => /^(Đã xong|Nộp chậm)/.test(String(line[3]))).length;
      const due = lines[0]?.[2];
      if (name === registration || (done === 0 && !(due instanceof Date && due <= now))) continue;
      if (name.startsWith('Đề nghị')) continue;
      expect(text).toMatch(new RegExp(`${name} \\(.*\\): ${done}/${lines.length} đơn vị đã gửi`));
    }
    const moment = period.asOf ? new Date(`${period.asOf}T16:59:59.999Z`) : now;
    const asked = new Set(duties.table.lines.map((line) => line[1]));
    const late = new Set(
      (await listStandings({ db, plan: plan101, now: moment }))
        .filter((one) => one.status === 'overdue' && asked.has(nameDuty(plan101, 'vi', one)))
        .map(({ unitId }) => unitId),
    );
    expect(text).toMatch(
      late.size > 0
        ? new RegExp(`Còn ${late.size} đơn vị chưa hoàn thành việc đã quá hạn: `)
        : /Không đơn vị nào còn việc quá hạn/,
    );
    const sent = (await sheetOf(nudgeLog, period)).figure('report-figure-nudges-sent');
    if (sent === '0') expect(text).not.toContain('lượt tin nhắc việc');
    else expect(text).toContain(`${sent} lượt tin nhắc việc`);
    const told = await sheetOf(publicity, period);
    const times = told.figure('report-figure-publicity-times');
    const said = new RegExp(
      `: ${times} tuyên truyền \\([\\d.]+ lượt người, ([\\d.]+) lượt phát, ([\\d.]+) phút\\)`,
    );
    if (times !== '0')
      expect(numbersIn(text, said)).toEqual(
        ['report-figure-broadcasts', 'report-figure-minutes'].map((key) => Number(told.figure(key))),
      );
    expect(text).toContain(
      `Còn ${told.figure('report-figure-never-publicised')} điển hình đã duyệt chưa được`,
    );
  });

  test('of evaluations and award proposals', async () => {
    const { text } = word;
    const evaluated = findEvaluatedPeriod(plan101, period);
    const results = evaluated && (await sheetOf(yearResults, { ...evaluated, asOf: period.asOf }));
    const count = results?.figure('report-figure-evaluated') ?? '0';
    if (count === '0') expect(text).toMatch(/Chưa có điển hình nào được đánh giá/);
    else {
      const note = String(results?.table.notes.get('Kết quả đánh giá'));
      const [kept, spread, declined, stopped] = [...note.matchAll(/(\d+) \D/g)].map(([, n]) => Number(n));
      expect(
        numbersIn(
          text,
          /: (\d+)\/\d+ (?:lượt )?điển hình đã duyệt được đánh giá, trong đó duy trì tốt (\d+); phát triển, nhân rộng (\d+); giảm sút (\d+); đã dừng (\d+)/,
        ),
      ).toEqual([Number(count), kept, spread, declined, stopped]);
      expect(numbersIn(text, /Đã nhân rộng (\d+) lượt điển hình/)).toEqual([spread]);
    }
    const proposed = (await sheetOf(yearResults, period)).figure('report-figure-proposed');
    if (proposed === '0') expect(text).toContain('chưa có đề nghị khen thưởng');
    else expect(text).toContain(`đề nghị khen thưởng ${proposed} lượt tập thể, cá nhân`);
  });
});

describe("the office's report", () => {
  it('counts steps, traits, decisions and requests for help as the database has them', async () => {
    const { text } = await write({ year: 2022 });
    const due = { gte: new Date('2022-01-01'), lte: new Date('2022-12-31') };
    const steps = await db.prisma.fosteringStep.findMany({ where: { dueOn: due, droppedAt: null } });
    const done = steps.filter(({ doneOn }) => doneOn).length;
    expect(text).toMatch(
      new RegExp(
        `có ${steps.length} việc đến hạn trong năm 2022: đã làm ${done} \\([\\d,]+%\\), quá hạn chưa làm ${steps.length - done}\\.`,
      ),
    );
    const counted = await db.prisma.exemplar.findMany({
      where: { year: { lte: 2022 }, status: { in: ['submitted', 'approved'] } },
    });
    const of = (is: (one: (typeof counted)[number]) => boolean) => counted.filter(is).length;
    expect(text).toMatch(
      new RegExp(
        `lao động trực tiếp ${of((one) => one.directLabour)} \\(.*ở vùng khó khăn ${of((one) => one.difficultArea)} \\(`,
      ),
    );
    const granted = await db.prisma.awardProposal.count({ where: { year: 2022, state: 'granted' } });
    expect(text).toContain(
      `Quyết định khen thưởng: số 2022/QĐ-UBND ngày 20/12/2022 của UBND huyện (${granted} lượt).`,
    );
    const help = await db.prisma.helpRequest.findMany({
      where: { askedAt: { gte: new Date('2022-01-01'), lt: new Date('2023-01-01') } },
    });
    const closed = help.filter(({ state }) => state === 'closed').length;
    expect(text).toContain(`đề nghị giúp đỡ ${help.length} việc; đã giải quyết ${closed}, còn`);
  });

  it('names three to five exemplars of different units, none that declined', async () => {
    const { text } = await write({ year: 2022 });
    const [, part = ''] = /5\. Điển hình tiêu biểu\n([\s\S]*?)\nIII\./.exec(text) ?? [];
    const named = part.split('\n').map((line) => /^- (.+?) \((.+?)\): (.+)$/.exec(line) ?? []);
    expect(named.length).toBeGreaterThanOrEqual(3);
    expect(named.length).toBeLessThanOrEqual(5);
    expect(new Set(named.map(([, , unit]) => unit)).size).toBe(named.length);
    for (const [, name = '', unit = '', told = ''] of named) {
      expect(told.match(/[.!?]( |$)/g), told).toHaveLength(2);
      const found = await db.prisma.exemplar.count({
        where: {
          ...{ name, unit: { name: unit }, status: 'approved' },
          evaluations: { some: { result: { in: ['kept', 'spread'] } } },
        },
      });
      expect(found).toBeGreaterThan(0);
    }
  });

  it('of the whole period has a table of the years', async () => {
    const { tables } = await write({ year: 2023, whole: true });
    const [head = [], , ...rows] = tables.find((table) => table[0]?.[0] === 'Năm') ?? [];
    expect(head.slice(3)).toEqual(['Duy trì tốt', 'Phát triển, nhân rộng', 'Giảm sút', 'Đã dừng']);
    expect(rows.map(([year]) => year)).toEqual(['2021', '2022', '2023', 'Cộng']);
    for (const column of [2, 3, 4, 5, 6])
      expect(Number(rows.at(-1)?.[column])).toBe(
        rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0),
      );
  });

  it.each([
    { year: 2021 },
    { year: 2021, half: 2 as const },
    { year: 2021, half: 2 as const, asOf: '2021-10-15' },
    { year: 2022 },
    { year: 2023, whole: true },
  ])('of %o names no unit as short and as complete', async (asked) => {
    const { text } = await write(asked);
    const named = (pattern: RegExp) =>
      (pattern.exec(text)?.[1] ?? '').replace(/ và \d+ đơn vị khác.*/, '').split(', ');
    const short = named(/đã quá hạn mà chưa đủ \d+ đơn vị: ([^\n]+)\./);
    const complete = named(/nay đã đủ, \d+ đơn vị: ([^\n]+)\./);
    expect(complete.filter((name) => name !== '' && short.includes(name))).toEqual([]);
  });

  it.each([
    ['2021-07-15T02:00:00Z'],
    ['2021-12-31T02:00:00Z'],
    ['2022-01-05T02:00:00Z'],
    ['2023-06-30T02:00:00Z'],
    ['2024-01-15T02:05:00Z'],
  ])('of the plan’s first half-year made at %s tells no later evaluation', async (made) => {
    const { text } = await write({ year: 2021, half: 1, now: new Date(made) });
    expect(text).toContain('chưa đến kỳ đánh giá đầu tiên');
    expect(text).not.toContain('(báo cáo năm 2021');
    expect(text).not.toContain('Đã nhân rộng');
  });

  it.each([
    { year: 2021 },
    { year: 2022, half: 1 as const, now: new Date('2022-06-30T02:00:00Z') },
    { year: 2022, now: new Date('2022-08-17T02:00:00Z') },
    { year: 2022, half: 2 as const, asOf: '2022-07-31' },
    { year: 2023, whole: true },
  ])('of %o is not compared: there was no plan a year before', async (asked) => {
    const { text } = await write({ ...asked, of: empty });
    expect(text).not.toContain('cùng kỳ');
  });

  it.each(periods.slice(1))('without units and exemplars says so: %s', async (_, period) => {
    const { text, tables, made } = await write({ ...period, of: empty });
    expect(text).toContain(', chưa đơn vị nào đăng ký điển hình.');
    expect(text).not.toMatch(/ 0[ .;]|\(0/);
    expect(text).toContain('Không đơn vị nào còn việc quá hạn.');
    expect(text).toContain('Chưa đơn vị nào lập kế hoạch bồi dưỡng điển hình.');
    expect(text).not.toMatch(/NaN|undefined|null|Infinity/);
    expect(tables.at(-1)?.at(-1)).toEqual(['Không có đơn vị nào.']);
    expect(made.rows).toBe(0);
  });

  it.each([
    ['2021-09-01', ['26/11/2003', '91/2017/NĐ-CP', '30/2020/NĐ-CP']],
    ['2023-12-31', ['26/11/2003', '91/2017/NĐ-CP', '30/2020/NĐ-CP']],
    ['2024-01-01', ['ngày 15/6/2022;', '98/2023/NĐ-CP', '30/2020/NĐ-CP']],
    ['2025-06-30', ['ngày 15/6/2022;', '98/2023/NĐ-CP', '30/2020/NĐ-CP']],
    ['2025-07-01', ['ngày 15/6/2022;', '152/2025/NĐ-CP', '30/2020/NĐ-CP']],
    ['2026-10-01', ['23/4/2026', '152/2025/NĐ-CP', '30/2020/NĐ-CP']],
  ])('made on %s cites the law of that day, also about an earlier one', async (day, cited) => {
    const made = new Date(`${day}T02:00:00Z`);
    for (const asOf of [undefined, '2021-08-25']) {
      const { text } = await write({ year: 2021, asOf, now: made, of: empty });
      const grounds = text.split('\n').filter((line) => /^Căn cứ (?!Kế hoạch)/.test(line));
      expect(grounds).toHaveLength(cited.length);
      for (const [i, words] of cited.entries()) expect(grounds[i]).toContain(words);
      expect(text).toContain(`ngày ${day.slice(8)} tháng`);
      expect(text).toContain(
        asOf ? '(số liệu đến hết ngày 25/8/2021)' : `(số liệu đến ngày ${formatDate(day)})`,
      );
    }
  });

  it.each([
    [
      '2025-06-30',
      'ỦY BAN NHÂN DÂN HUYỆN ĐAK ĐOA\nPHÒNG NỘI VỤ',
      'Kính gửi: UBND huyện',
      'Số:         /BC-PNV',
    ],
    [
      '2025-07-01',
      'ỦY BAN NHÂN DÂN XÃ ĐAK ĐOA\nPHÒNG VĂN HÓA – XÃ HỘI',
      'Kính gửi: UBND xã',
      'Số:         /BC-PVHXH',
    ],
  ])('on %s carries the bodies that had the work then', async (day, head, to, number) => {
    const bodies = {
      superior: 'Ủy ban nhân dân xã Đak Đoa',
      issuer: 'Phòng Văn hóa – Xã hội',
      committee: { vi: 'UBND xã', en: 'the Commune People’s Committee' },
      office: { vi: 'Phòng Văn hóa – Xã hội', en: 'the Culture and Society Office' },
    };
    const passing = { ...plan101, passesTo: [{ from: '2025-07-01', bodies }] };
    const { text, tables } = await write({
      ...{ year: 2024, now: new Date(`${day}T02:00:00Z`), of: empty },
      plan: planOn(passing, day),
    });
    expect(tables[0]?.[0]?.[0]).toContain(head);
    expect(text).toContain(to);
    expect(text).toContain(number);
    // Who issued the plan does not change.
    expect(text).toContain('Kế hoạch số 101/KH-UBND ngày 18/8/2021 của UBND huyện về xây dựng');
  });

  it.each([
    ['2023-12-07T02:00:00Z', undefined, true],
    ['2023-12-15T02:00:00Z', undefined, true],
    ['2023-12-16T02:00:00Z', undefined, false],
    ['2024-01-15T02:00:00Z', undefined, false],
    ['2024-01-15T02:00:00Z', '2023-12-10', true],
  ])('at %s, as of %s, a document not sent is said to be due later: %s', async (at, asOf, later) => {
    // The half-year is over: the day of the figures decides, not its end.
    const { text } = await write({ year: 2023, half: 1, now: new Date(at), asOf });
    const line = text.split('\n').find((one) => one.startsWith('Báo cáo kết quả năm 2023 (hạn 15/12/2023)'));
    expect(line?.includes('chưa gửi, chưa đến hạn')).toBe(later);
  });

  it('is Vietnamese for a person who reads English', async () => {
    const [vi, en] = [await write({ year: 2022 }), await write({ year: 2022, locale: 'en' })];
    expect(en.text).toBe(vi.text);
    expect(en.made.figures.map(({ value }) => value)).toEqual(vi.made.figures.map(({ value }) => value));
    expect(en.made.figures[0]?.label).not.toBe(vi.made.figures[0]?.label);
  });
});
