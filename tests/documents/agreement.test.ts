import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LoadedPlan } from '../../src/plan/plan.ts';
import { reports } from '../../src/reports/index.ts';
import { makeAsOf } from '../../src/reports/make-as-of.ts';
import type { ReportRequest } from '../../src/reports/report.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { listWrongTotals, readFormulas } from './formulas.ts';
import { convertAll } from './office.ts';
import { added, type ReadTable, readTable } from './read-table.ts';
import { calendar, plan101 } from './sample.ts';
import { isWorkbook } from './workbooks.ts';
import { endOfLife, liveYears, otherPlan } from './years-of-life.ts';

type Question = Pick<ReportRequest, 'year' | 'half' | 'whole' | 'asOf'> & {
  plan?: LoadedPlan;
  /** The name of the only unit. */
  unit?: string;
};
const questions: [string, Question][] = [
  ['the first year', { year: 2021 }],
  ['the year of the merger', { year: 2022 }],
  ['the first half of it', { year: 2022, half: 1 }],
  ['the second half of it', { year: 2022, half: 2 }],
  ['the year that is not over', { year: 2023 }],
  ['the whole period', { year: 2023, whole: true }],
  ['a day of the first year', { year: 2021, asOf: '2021-10-15' }],
  ['a day before the merger', { year: 2022, asOf: '2022-05-10' }],
  ['the whole period on a day', { year: 2022, whole: true, asOf: '2022-09-30' }],
  ['another plan', { year: 2022, plan: otherPlan }],
  ['the whole of another plan', { year: 2023, whole: true, plan: otherPlan }],
  ['the merged commune', { year: 2023, whole: true, unit: 'Xã Đak Đoa Mới' }],
  ['a part of the divided commune', { year: 2023, whole: true, unit: 'Xã Hà Bầu Hai' }],
];

/** An exemplar as the test's own SQL finds it at a moment. */
interface Found {
  id: number;
  code: string;
  year: number;
  subject: string;
  category: string;
  submitted: string;
  status: string;
  decided: string;
  /** The unit that registered it, the one that has it now, the one that it counts for now. */
  origin: string;
  holder: string;
  counts: string;
}

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dien-hinh-agree-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe.each([11, 2026])('three years of two plans (%i)', (seed) => {
  let db: TestDatabase;
  const paths: string[] = [];
  beforeAll(async () => {
    db = await freshDatabase();
    await liveYears(db, seed);
  });
  afterAll(() => db.drop());

  const rows = async <Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> =>
    (await db.pool.query<Row>(sql, values)).rows;
  const number = async (sql: string, values: unknown[]): Promise<number> => {
    const [row] = await rows<{ n: number }>(`select (${sql})::float8 as n`, values);
    return row?.n ?? Number.NaN;
  };

  describe.each(questions)('%s', (_, { plan = plan101, unit, ...period }) => {
    const { year, half, whole = false, asOf } = period;
    const from = half === 2 ? `${year}-07-01` : `${whole ? plan.period.from : year}-01-01`;
    const to = half === 1 ? `${year}-06-30` : `${year}-12-31`;
    const moment = asOf ? new Date(`${asOf}T23:59:59.999+07:00`) : endOfLife;
    const today = asOf ?? '2023-11-20';
    const [day = to] = [to, today].sort();
    const years = Array.from({ length: year - Number(from.slice(0, 4)) + 1 }, (_, i) => year - i);

    const made = new Map<string, ReadTable>();
    const figures = new Map<string, Map<string, string>>();
    let all: Found[] = [];
    const table = (code: string): ReadTable => {
      const found = made.get(code);
      if (!found) throw new Error(`${code} was not made`);
      return found;
    };

    beforeAll(async () => {
      const only = unit ? await db.prisma.unit.findFirstOrThrow({ where: { name: unit } }) : undefined;
      const request: ReportRequest = {
        ...{ ...period, locale: 'vi', by: 'Lê Thị Thu', now: endOfLife, phones: true },
        ...(only && { unitIds: [only.id], unitLabel: only.name }),
      };
      for (const report of reports.filter(isWorkbook)) {
        const one = await makeAsOf(report, { db, plan, calendar, tempDir: folder }, request);
        paths.push(one.path);
        made.set(report.code, await readTable(one.path));
        figures.set(report.code, new Map(one.figures.map(({ label, value }) => [label, value])));
      }
      const states = await rows<Found>(
        `select e.id, e.code, e.year, e.subject::text, e.category,
           to_char(e.submitted_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as submitted,
           case s.action when 'approve' then 'Đã duyệt' when 'return' then 'Trả lại' when 'reject' then 'Không duyệt'
             when 'withdraw' then 'Đã rút' else 'Đã gửi' end as status,
           to_char(s.at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as decided,
           o.name as origin, h.name as holder, coalesce(c.name, h.name) as counts
         from exemplar e join unit h on h.id = e.unit_id join unit o on o.id = coalesce(e.origin_unit_id, e.unit_id)
           left join unit c on c.id = e.counts_for_id
           cross join lateral (select action::text, at from exemplar_change where exemplar_id = e.id and at <= $2
             order by id desc limit 1) s
         where e.plan_id = $1 and e.submitted_at <= $2 order by e.id`,
        [plan.id, moment],
      );
      all = states;
    });

    /** The unit of an exemplar on the day of the report, by the changes that the sample made. */
    const unitOn = ({ origin, holder }: Found, now = holder): string => {
      const merged = ['Xã Trang', 'Xã Tân Bình', 'Xã Kon Gang'].includes(origin);
      if ((merged && day < '2022-07-01') || (origin === 'Xã Hà Bầu' && day < '2023-01-10')) return origin;
      return now;
    };
    const asked = (one: Found) => unit === undefined || one.holder === unit;
    const inPeriod = (one: Found) =>
      years.includes(one.year) && (!half || (from <= one.submitted && one.submitted <= to));
    const untilNow = (one: Found) => one.year < year || (one.year === year && (!half || one.submitted <= to));
    const counts = ({ status }: Found) => status === 'Đã gửi' || status === 'Đã duyệt';
    const countedHere = (one: Found) =>
      untilNow(one) && counts(one) && (unit === undefined || one.counts === unit);
    const tallied = (names: string[]) => {
      const tally: Record<string, number> = {};
      for (const name of names) tally[name] = (tally[name] ?? 0) + 1;
      return tally;
    };

    test('every total is the sum of its lines', () => {
      for (const [code, { sheet, totals, grand, lines }] of made) {
        expect(listWrongTotals(sheet), code).toEqual([]);
        expect(grand.length, code).toBeGreaterThan(0);
        expect(totals.at(-1)?.to ?? 0, code).toBe(lines.length);
      }
    });

    test('the list has each exemplar of the period under its unit of the day', () => {
      const { lines, under, grand, notes, keys } = table('danhsach');
      const wanted = all.filter((one) => inPeriod(one) && asked(one));
      if (!unit) expect(wanted.length).toBeGreaterThan(asOf ? 10 : 20);
      const status = keys.indexOf('12');
      const shown = lines.map((line, at) => [line[1], under[at], line[status]].join());
      expect(shown.sort()).toEqual(wanted.map((one) => [one.code, unitOn(one), one.status].join()).sort());
      expect(grand[1]).toBe(wanted.length);
      for (const [word, n] of Object.entries(tallied(wanted.map((one) => one.status))))
        expect(notes.get(`Số điển hình “${word}”`)).toBe(n);
    });

    test('the summary counts what the list shows, unit by unit, against the quotas', async () => {
      const { lines, grand } = table('tonghop');
      const wanted = all.filter(countedHere);
      const byUnit = tallied(wanted.map((one) => unitOn(one, one.counts)));
      const shown = Object.fromEntries(
        lines.filter((line) => line[4] !== 0).map((line) => [String(line[1]), line[4]]),
      );
      expect(shown).toEqual(byUnit);
      const of = (test: (one: Found) => boolean) => wanted.filter(test).length;
      expect(grand[4]).toBe(wanted.length);
      expect(grand[5]).toBe(of(({ status }) => status === 'Đã duyệt'));
      expect(grand[7]).toBe(of(({ subject }) => subject === 'collective'));
      expect(grand[8]).toBe(of(({ subject }) => subject === 'individual'));
      const here = (one: Found) => unit === undefined || one.counts === unit;
      expect(grand[6]).toBe(
        all.filter((one) => untilNow(one) && here(one) && one.status === 'Trả lại').length,
      );
      const quotas = await rows<{ name: string; kind: string; own: number | null; owes: boolean }>(
        `select u.name, p.kind, p.min as own, coalesce(u.owes_from <= '2021-08-24', true) as owes
         from plan_unit p join unit u on u.id = p.unit_id where p.plan_id = $1`,
        [plan.id],
      );
      for (const line of lines) {
        const found = quotas.find(({ name }) => name === line[1]);
        const least = plan.unitKinds.find(({ code }) => code === found?.kind)?.quota.min;
        const min = found?.owes ? (found.own ?? least ?? 0) : 0;
        expect([line[2], line[9]], String(line[1])).toEqual([min, Math.max(0, min - Number(line[4]))]);
      }
    });

    test('categories, subjects and kinds of units are those of the summary', () => {
      const { lines, grand, keys } = table('linhvuc');
      const summary = table('tonghop');
      const total = keys.findIndex((key) => key.includes('='));
      expect([grand[total - 2], grand[total - 1], grand[total]]).toEqual([
        ...[summary.grand[7], summary.grand[8], summary.grand[4]],
      ]);
      const wanted = all.filter(countedHere);
      for (const { code, subject, name } of plan.categories) {
        const line = lines.find((one) => one[1] === name.vi);
        const n = wanted.filter((one) => one.category === code && one.subject === subject).length;
        expect(line?.[total], name.vi).toBe(n);
      }
      for (const [i, { name }] of plan.unitKinds.entries()) {
        const group = summary.totals.find(({ label }) => label === `Cộng ${name.vi}`);
        expect(grand[2 + i], name.vi).toBe(group?.values[4] ?? 0);
      }
      expect(grand[total + 1]).toBeCloseTo(wanted.length === 0 ? 0 : 1, 10);
      // The same day last year, where there is one: the last columns of both.
      const compared = grand.slice(total + 2);
      expect(compared).toEqual(compared.length === 0 ? [] : summary.grand.slice(-compared.length));
    });

    const approvedBy = (last: string) => (one: Found) =>
      asked(one) && one.status === 'Đã duyệt' && one.decided <= last;
    /** Publicity, visits … of approved exemplars: one for each exemplar that it is about. */
    const told = async (kind: string, first: string, last: string, ids: number[]) =>
      number(
        `select count(*) from activity a join activity_exemplar x on x.activity_id = a.id where a.plan_id = $1
           and a.kind::text = $2 and a.held_on between $3 and $4 and x.exemplar_id = any ($5) and a.logged_at <= $6
           and (a.withdrawn_at is null or a.withdrawn_at > $6)`,
        [plan.id, kind, first, last, ids, moment],
      );

    test('publicity is about the approved, and each activity counts once', async () => {
      const { lines, under, grand, notes } = table('tuyentruyen');
      const wanted = all.filter(approvedBy(day));
      expect(lines.map((line, at) => [line[1], under[at]].join()).sort()).toEqual(
        wanted.map((one) => [one.code, unitOn(one)].join()).sort(),
      );
      const ids = wanted.map(({ id }) => id);
      expect(grand[4]).toBe(await told('publicity', from, day, ids));
      const once = await number(
        `select count(distinct a.id) from activity a join activity_exemplar x on x.activity_id = a.id where a.plan_id = $1
           and a.kind = 'publicity' and a.held_on between $2 and $3 and x.exemplar_id = any ($4) and a.logged_at <= $5
           and (a.withdrawn_at is null or a.withdrawn_at > $5)`,
        [plan.id, from, day, ids, moment],
      );
      const said = [...notes].find(([label]) => label.includes('mỗi hoạt động tính một lần'))?.[1];
      expect(String(said)).toMatch(new RegExp(`^${once} lần`));
      const never = lines.filter((line) => line.at(-1) === 1).length;
      expect(grand.at(-1)).toBe(never);
    });

    test('results of years are those of the approved, with evaluations and activities', async () => {
      const { lines, under, grand, keys } = table('ketqua');
      const column = (heading: string) => table('ketqua').headings.indexOf(heading);
      const results = column('Đánh giá');
      const yearColumn = column('Năm');
      const wanted: string[] = [];
      let evaluated = 0;
      let [publicity, visits, experience] = [0, 0, 0];
      for (const one of years) {
        const end = `${one}-12-31`;
        const last = end < day ? end : day;
        const first = half === 2 ? from : `${one}-01-01`;
        const listed = all.filter((each) => each.year <= one && approvedBy(last)(each));
        const ids = listed.map(({ id }) => id);
        wanted.push(...listed.map((each) => [each.code, unitOn(each), one].join()));
        publicity += await told('publicity', first, last, ids);
        visits += await told('visit', first, last, ids);
        experience += await told('experience_report', first, last, ids);
        evaluated += await number(
          `select count(*) from evaluation where plan_id = $1 and year = $2 and exemplar_id = any ($3) and evaluated_at <= $4
             and ($5::date is null or (evaluated_at at time zone 'Asia/Ho_Chi_Minh')::date between $5 and $6::date)`,
          [plan.id, one, ids, moment, half ? from : null, to],
        );
      }
      const shown = lines.map((line, at) =>
        [line[1], under[at], yearColumn < 0 ? year : line[yearColumn]].join(),
      );
      expect(shown.sort()).toEqual(wanted.sort());
      expect(lines.filter((line) => line[results] !== null && line[results] !== '')).toHaveLength(evaluated);
      const sums = ['Tuyên truyền', 'Tham quan', 'Báo cáo kinh nghiệm'].map((one) => grand[column(one)]);
      expect(sums, keys.join()).toEqual([publicity, visits, experience]);
    });

    test('reports agree on who is approved, and on what is done and late', () => {
      const summary = table('tonghop');
      if (!half && !unit) {
        const list = table('danhsach');
        if (years.at(-1) === plan.period.from) {
          const status = list.keys.indexOf('12');
          const of = (word: string) => list.lines.filter((line) => line[status] === word).length;
          expect(summary.grand[4]).toBe(of('Đã gửi') + of('Đã duyệt'));
          expect(summary.grand[5]).toBe(of('Đã duyệt'));
          // Of a day that is past, all that are approved had been approved by then.
          if (day === today)
            expect(new Set(table('ketqua').lines.map((line) => line[1])).size).toBe(of('Đã duyệt'));
        }
        if (day === today) expect(table('tuyentruyen').lines.length).toBe(Number(summary.grand[5]));
      }
      const progress = table('tiendo');
      const stateOf = (name: string, duty: string) =>
        progress.lines.find((line, at) => progress.under[at] === name && line[1] === duty);
      // Registration and plan were due in 2021: only reports with that year list them.
      if (!years.includes(2021) || half) return;
      for (const line of summary.lines) {
        const registered = stateOf(String(line[1]), 'Đăng ký điển hình tiên tiến');
        const planned = stateOf(String(line[1]), 'Kế hoạch triển khai');
        if (!registered || !planned) continue;
        const late = [registered[3] === 'Nộp chậm' ? 1 : null, registered[3] === 'Quá hạn' ? 1 : null];
        // A year that is past is compared with what is done by now.
        if (day === today) expect([line[14], line[15]], String(line[1])).toEqual(late);
        expect(String(line[12]), String(line[1])).toBe(String(planned[4]));
      }
    });

    test('reminders are as many as were sent', async () => {
      const { lines, grand, notes } = table('dondoc');
      const ofUnit = unit ? `and n.unit_id in (select id from unit where name = '${unit}')` : '';
      const messages = (status: string) =>
        number(
          `select count(distinct d.id) from delivery d join nudge n on n.delivery_id = d.id where n.plan_id = $1 ${ofUnit}
             and (d.created_at at time zone 'Asia/Ho_Chi_Minh')::date between $2 and $3 and d.created_at <= $4
             and d.status::text like $5`,
          [plan.id, from, to, moment, status],
        );
      expect(lines).toHaveLength(await messages('%'));
      expect(grand.at(-1)).toBe(lines.length);
      expect(notes.get('Số tin “Đã gửi”')).toBe(await messages('sent'));
      const progress = table('tiendo');
      const column = progress.headings.indexOf('Số lần nhắc');
      expect(progress.grand[column]).toBe(added(progress.lines, column));
    });
  });

  test('LibreOffice calculates what is stored, in every workbook', async () => {
    expect(paths.length).toBeGreaterThan(questions.length * 7);
    const again = await convertAll(paths, 'xlsx');
    for (const [at, path] of paths.entries())
      expect(await readFormulas(again[at] ?? '')).toEqual(await readFormulas(path));
  });
});
