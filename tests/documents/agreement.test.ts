import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { t } from '../../src/i18n.ts';
import { nameAward } from '../../src/plan/awards.ts';
import type { LoadedPlan } from '../../src/plan/plan.ts';
import { reports } from '../../src/reports/index.ts';
import { makeAsOf } from '../../src/reports/make-as-of.ts';
import { officeReport } from '../../src/reports/office-report/office-report.ts';
import type { ReportRequest } from '../../src/reports/report.ts';
import type { ProposalState } from '../../src/store/generated/enums.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { type ReadWord, readWord } from '../support/read-word.ts';
import { listWrongTotals, readFormulas } from './formulas.ts';
import { convertAll } from './office.ts';
import { added, type ReadTable, readTable, type Value } from './read-table.ts';
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

/** A proposal for an award as the test's own SQL finds it. */
interface Proposed {
  id: number;
  name: string;
  year: number;
  level: string;
  award: string;
  titled: boolean;
  state: ProposalState;
  decision: string | null;
}

/** A nomination as the test's own SQL finds it: the group of the list that it is in. */
interface Nominated {
  id: number;
  fate: string;
  kept: number;
  spread: number;
}

const stateWords: Record<ProposalState, string> = {
  proposed: 'Đã đề nghị',
  forwarded: 'Đã trình',
  not_forwarded: 'Không trình',
  granted: 'Đã được khen',
  refused: 'Không được khen',
  withdrawn: 'Đã rút',
};
/** The fates in the words of the office's report. */
const fateWords: Partial<Record<ProposalState, string>> = {
  proposed: 'đang xem xét',
  forwarded: 'đã trình, chờ',
  not_forwarded: 'không trình',
  granted: 'đã khen thưởng',
  refused: 'không được khen thưởng',
};
const sentUpwards: ProposalState[] = ['forwarded', 'granted', 'refused'];

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
    /** Word files by the report that they come with; `word` is the office's report. */
    const papers = new Map<string, ReadWord>();
    const figures = new Map<string, Map<string, string>>();
    let all: Found[] = [];
    const paper = (code: string): ReadWord => {
      const found = papers.get(code);
      if (!found) throw new Error(`${code} was not written`);
      return found;
    };
    const table = (code: string): ReadTable => {
      const found = made.get(code);
      if (!found) throw new Error(`${code} was not made`);
      return found;
    };

    beforeAll(async () => {
      const only = unit ? await db.prisma.unit.findFirstOrThrow({ where: { name: unit } }) : undefined;
      const request: ReportRequest = {
        ...{ ...period, locale: 'vi', by: 'Lê Thị Thu', now: endOfLife, phones: true },
        forOffice: only === undefined,
        ...(only && { unitIds: [only.id], unitLabel: only.name }),
      };
      for (const report of reports.filter(isWorkbook)) {
        const one = await makeAsOf(report, { db, plan, calendar, tempDir: folder }, request);
        paths.push(one.path);
        made.set(report.code, await readTable(one.path));
        for (const also of one.also ?? []) papers.set(report.code, await readWord(await readFile(also.path)));
        figures.set(report.code, new Map(one.figures.map(({ label, value }) => [label, value])));
      }
      if (!only) {
        const { path } = await makeAsOf(officeReport, { db, plan, calendar, tempDir: folder }, request);
        papers.set('word', await readWord(await readFile(path)));
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

    /** Proposals as the test's own SQL finds them at the moment: each by its last step. */
    const proposals = () =>
      rows<Proposed>(
        `select p.exemplar_id as id, x.name, p.year, p.level, coalesce(p.form, p.title) as award, p.title is not null as titled,
           case s.action when 'withdraw' then 'withdrawn' when 'forward' then 'forwarded' when 'decline' then 'not_forwarded'
             when 'grant' then 'granted' when 'refuse' then 'refused' else 'proposed' end as state,
           case when s.action in ('grant', 'refuse') then d.number end as decision
         from award_proposal p join exemplar x on x.id = p.exemplar_id left join award_decision d on d.id = p.decision_id
         cross join lateral (select action::text from award_proposal_change
           where proposal_id = p.id and at <= $2 order by at desc limit 1) s
         where p.plan_id = $1 and p.year = any ($3) and ($4::date is null or
           (p.proposed_at at time zone 'Asia/Ho_Chi_Minh')::date between $4 and $5::date) order by p.id`,
        [plan.id, moment, years, half ? from : null, to],
      );
    const proposedHere = async () =>
      (await proposals()).flatMap((one) => {
        const of = all.find(({ id }) => id === one.id);
        return of && one.state !== 'withdrawn' && asked(of) ? [{ ...one, of }] : [];
      });

    test('award proposals are those of the period, each with its state and decision', async () => {
      const { lines, under, grand, headings, totals } = table('khenthuong');
      const column = (heading: string) => headings.indexOf(heading);
      const wanted = await proposedHere();
      if (!unit && whole && !asOf && plan === plan101) expect(wanted.length).toBeGreaterThan(10);
      const at = (line: Value[], heading: string) => line[column(heading)] ?? '';
      const shown = lines.map((line) =>
        [
          ...[line[1], at(line, 'Đơn vị'), whole ? at(line, 'Năm') : year, at(line, 'Hình thức khen thưởng')],
          ...[at(line, 'Danh hiệu thi đua'), at(line, 'Kết quả'), at(line, 'Số quyết định')],
        ].join('|'),
      );
      const named = (code: string) => nameAward(plan, 'vi', code);
      expect(shown.sort()).toEqual(
        wanted
          .map(({ name, of, award, titled, decision, ...one }) =>
            [
              ...[name, unitOn(of), one.year, titled ? '' : named(award), titled ? named(award) : ''],
              ...[stateWords[one.state], decision ?? ''],
            ].join('|'),
          )
          .sort(),
      );
      const count = (titled: boolean) => wanted.filter((one) => one.titled === titled).length;
      expect([grand[column('Hình thức khen thưởng')], grand[column('Danh hiệu thi đua')]]).toEqual([
        ...[count(false), count(true)],
      ]);
      // Groups are the levels, as the lines say them too.
      for (const [i, line] of lines.entries())
        expect(String(at(line, 'Cấp')).toLowerCase()).toBe(under[i]?.toLowerCase());
      expect(totals.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(wanted.length);
      // On paper the office lists what it forwards, a unit all that it proposes.
      const upwards = wanted.filter(({ state }) => unit || sentUpwards.includes(state));
      const listed = paper('khenthuong')
        .tables.flat()
        .filter(([mark, , , , , , grounds]) => /^\d+$/.test(mark ?? '') && grounds);
      expect(listed.map(([, name]) => name).sort()).toEqual(upwards.map(({ name }) => name).sort());
    });

    test('award proposals are as many in Kết quả năm and in the report', async () => {
      const proposed = await proposedHere();
      // Those of an exemplar whose approval was taken back stand in their own list alone.
      const wanted = proposed.filter(({ year: of, ...one }) =>
        approvedBy(`${of}-12-31` < day ? `${of}-12-31` : day)(one.of),
      );
      const results = table('ketqua');
      const column = results.headings.indexOf('Đề nghị khen thưởng');
      const listed = results.lines.flatMap((line) => String(line[column] ?? '').split('; ')).filter(Boolean);
      expect(listed).toHaveLength(wanted.length);
      expect(figures.get('ketqua')?.get(t('vi', 'report-figure-proposed'))).toBe(String(wanted.length));
      const granted = wanted.filter(({ state }) => state === 'granted').length;
      const outcomes = results.headings.indexOf('Kết quả khen thưởng');
      const said = results.lines.flatMap(
        (line) => String(line[outcomes] ?? '').match(/đã khen thưởng/g) ?? [],
      );
      expect(said).toHaveLength(granted);
      if (unit) return;
      const sentence = paper('word').text.match(/đề nghị khen thưởng (\d+) lượt[^\n]*/);
      expect(Number(sentence?.[1] ?? 0)).toBe(proposed.length);
      for (const [state, words] of Object.entries(fateWords)) {
        const said = sentence?.[0].match(new RegExp(`(\\d+) ${words}`))?.[1];
        expect(Number(said ?? 0), state).toBe(proposed.filter((one) => one.state === state).length);
      }
    });

    test('the report says the figures of the summary, and of the evaluations', () => {
      if (unit) return;
      const { text, tables } = paper('word');
      const summary = table('tonghop');
      // Nothing is said of what there is none of.
      const counts = [
        /đăng ký (\d+) điển hình(?:,|;)/,
        /; đã duyệt (\d+)\./,
        /Có (\d+) tập thể/,
        /Có (?:\d+ tập thể, )?(\d+) cá nhân/,
      ];
      expect(counts.map((count) => Number(text.match(count)?.[1] ?? 0))).toEqual(
        [4, 5, 7, 8].map((at) => summary.grand[at]),
      );
      const kinds = tables.find(([heading]) => heading?.[1] === 'Nhóm đơn vị');
      expect(kinds?.at(-1)?.slice(2).map(Number)).toEqual([
        ...[summary.lines.length, summary.grand[2], summary.grand[4], summary.grand[5]],
        ...[summary.grand[7], summary.grand[8], summary.grand[9]],
      ]);
      const annex = tables.at(-1)?.at(-1) ?? [];
      expect(annex.slice(2, 5).map(Number)).toEqual([2, 4, 5].map((at) => summary.grand[at]));
      // The first half of a year tells the evaluations of the year before.
      if (half === 1) return;
      const evaluated = text.match(/: (\d+)\/(\d+) (?:lượt )?điển hình đã duyệt được đánh giá/);
      const told = figures.get('ketqua')?.get(t('vi', 'report-figure-evaluated'));
      expect(evaluated?.[1] ?? '0').toBe(told);
      if (evaluated) expect(Number(evaluated[2])).toBe(table('ketqua').lines.length);
    });

    test('nominations are those of the moment, with points of their facts', async () => {
      if (plan.conference === undefined) return;
      const { lines, under, grand, headings } = table('hoinghi');
      const column = (heading: string) => headings.indexOf(heading);
      const found = await rows<Nominated>(
        `select n.exemplar_id as id, case s.action when 'choose' then 'ĐẠI BIỂU ĐƯỢC CHỌN' when 'drop' then 'KHÔNG CHỌN'
             when 'withdraw' then '' else 'CHƯA QUYẾT ĐỊNH' end as fate,
           (select count(*) from evaluation v where v.plan_id = $1 and v.exemplar_id = n.exemplar_id and v.evaluated_at <= $2
             and v.result in ('kept', 'spread'))::int as kept,
           (select count(*) from evaluation v where v.plan_id = $1 and v.exemplar_id = n.exemplar_id and v.evaluated_at <= $2
             and v.result = 'spread')::int as spread
         from nomination n cross join lateral (select action::text from nomination_change
           where nomination_id = n.id and at <= $2 order by at desc limit 1) s
         where n.plan_id = $1`,
        [plan.id, moment],
      );
      const granted = await rows<{ id: number; level: string }>(
        `select p.exemplar_id as id, p.level from award_proposal p cross join lateral (select action::text from award_proposal_change
           where proposal_id = p.id and at <= $2 order by at desc limit 1) s where p.plan_id = $1 and s.action = 'grant'`,
        [plan.id, moment],
      );
      const { weights } = plan.conference;
      const each = (level: string) =>
        typeof weights.award === 'number' ? weights.award : (weights.award[level] ?? 0);
      const wanted = found.flatMap(({ id, fate, kept, spread }) => {
        const of = all.find((one) => one.id === id && one.status === 'Đã duyệt');
        if (!of || fate === '' || !asked(of)) return [];
        const awards = granted.filter((one) => one.id === id);
        const points = awards.reduce((sum, { level }) => sum + each(level), 0);
        return [
          [of.code, asOf ? unitOn(of) : of.holder, fate, kept, spread, awards.length, points].join('|'),
        ];
      });
      const numbers = ['Số năm duy trì', 'Số năm nhân rộng', 'Số lần khen thưởng', 'Điểm khen thưởng'];
      const shown = lines.map((line, i) =>
        [
          ...[line[column('Mã')], line[column('Đơn vị')], under[i]],
          ...numbers.map((heading) => line[column(heading)] ?? 0),
        ].join('|'),
      );
      if (!unit && !asOf && plan === plan101) expect(wanted.length).toBeGreaterThan(5);
      expect(shown.sort()).toEqual(wanted.sort());
      expect(grand[column('Mã')]).toBe(wanted.length);
      const points = lines.map((line) => {
        const at = (heading: string) => Number(line[column(heading)] ?? 0);
        const marks = (heading: string, weight: number) => (at(heading) > 0 ? weight : 0);
        return (
          at('Số năm duy trì') * weights.yearKept +
          at('Số năm nhân rộng') * weights.replication +
          at('Điểm khen thưởng') +
          marks('Lao động trực tiếp', weights.directLabour) +
          marks('Địa bàn khó khăn', weights.difficultArea)
        );
      });
      expect(lines.map((line) => line[column('Điểm')] ?? 0)).toEqual(points);
      // Its Word has the same ranking, and the delegates.
      const listed = paper('hoinghi').tables.flat();
      const ranked = listed.filter(
        (row) => row.length === 8 && /^\d+$/.test(row[0] ?? '') && row[1]?.includes('\n'),
      );
      expect(ranked.map((row) => [row[1]?.split('\n')[1], Number(row[5])].join()).sort()).toEqual(
        lines.map((line, i) => [line[column('Mã')], points[i]].join()).sort(),
      );
      const chosen = under.filter((fate) => fate === 'ĐẠI BIỂU ĐƯỢC CHỌN').length;
      expect(
        listed.filter((row) => row.length === 9 && /^\d+$/.test(row[0] ?? '') && row[1] !== 'B'),
      ).toHaveLength(chosen);
      // Of all years together, those that Kết quả năm marks.
      if (!whole || asOf || year !== 2023) return;
      const results = table('ketqua');
      const mark = results.headings.indexOf('Giới thiệu dự Hội nghị');
      expect(results.lines.filter((line) => line[mark] === 1)).toHaveLength(wanted.length);
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
