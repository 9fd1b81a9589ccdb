import type { QueryResultRow } from 'pg';
import { type Args, t } from '../i18n.ts';
import { formatInstant } from '../plan/calendar.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { WorkingCalendar } from '../plan/working-calendar.ts';
import type { Snapshot } from '../store/snapshot.ts';
import type { Sql } from '../store/sql.ts';
import type { Column } from './columns.ts';
import { type FilterSql, filterStatement } from './filter/filter-sql.ts';
import { isFiltering, noFilter, type ReportFilter } from './filter/report-filter.ts';
import { sayReportFilter } from './filter/say-filter.ts';
import { writeGroups } from './kind-groups.ts';
import { type LastYear, readLastYear } from './last-year.ts';
import { readLongestCodes } from './longest-codes.sql.ts';
import { buildReportFilename, describePlan, describeScope, listCommonNotes, makeFile } from './make-file.ts';
import { type Note, writeNotes } from './notes-sheet.ts';
import { buildOfficialHead, buildSigners } from './official-head.ts';
import { writePictures } from './picture-sheet.ts';
import type { Report, ReportRequest } from './report.ts';
import { sayPeriodOf, sayReportPeriod } from './report-period.ts';
import type { TableForm } from './table-form.ts';
import { openTable } from './table-sheet.ts';
import { findWidest } from './text-size.ts';

/** A row of a report's query: rows are sorted by kind of unit. */
export type KindRow = QueryResultRow & { kind: string };

/** The content of a finished table. */
export interface FinishedTable<Count> {
  plan: LoadedPlan;
  request: ReportRequest;
  /** Lines of data. */
  lines: number;
  /** The report's own counts, in addition to the totals of its columns. */
  count: Count;
  /** Returns the grand total of a column. */
  total(key: string): number;
  /** The counts of the year before, where there are any. */
  lastYear: LastYear | undefined;
}

/**
 * A figure of the caption: the key of its label, its value, and the label's arguments other than
 * the year.
 */
export type FigureOf = [label: string, value: number | string, args?: Args];

/** A report that is one table, grouped by kind of unit: one declaration. */
export interface TableReport<Row extends KindRow, Line, Count>
  extends Omit<Report, 'make'>,
    Pick<TableForm<Line>, 'labelColumn' | 'frozenColumns' | 'paper' | 'textSize' | 'vertical' | 'emptyText'> {
  /** Words of the file name: `tong-hop`. */
  file: string;
  /** Name of the sheet. */
  sheet: string;
  /** The title; `period` in words: `năm 2021`. */
  title(period: string): string;
  /** The time it covers, for the notes. */
  period(plan: LoadedPlan, request: ReportRequest): string;
  /** The line under the title: the period, the units (`scope`), the moment (`at`). */
  under(words: { period: string; scope: string; at: string }): string;
  /** `lastYear`: the counts that its lines are compared with, where there are any. */
  columns(plan: LoadedPlan, request: ReportRequest, lastYear?: LastYear): Column<Line>[];
  /** Its rows by kind, in the plan's order. */
  query: {
    sql: string;
    parameters(
      plan: LoadedPlan,
      request: ReportRequest,
      calendar: WorkingCalendar,
      lastYear?: LastYear,
    ): unknown[];
  };
  /**
   * Reads the counts of the year before by the key of a line, from the database as it was then;
   * left out: it is not compared. `now` is the database of the report.
   */
  readBefore?(
    then: Snapshot,
    plan: LoadedPlan,
    request: ReportRequest,
    now: { snapshot: Snapshot; request: ReportRequest },
  ): Promise<Map<string, number>>;
  /** How a filter limits its query; what only a line tells is left to `keeps`. */
  filterSql?: FilterSql;
  /** Tells whether a line passes a filter; left out: each that the query returns. */
  keeps?(line: Line, filter: ReportFilter): boolean;
  /** Names a group of rows (`kind`); left out: a kind of units. */
  nameGroup?(plan: LoadedPlan, kind: string): string;
  /**
   * The unit of a row, where each unit has a heading of its own; left out: lines are numbered
   * within the kind.
   */
  unitOf?(row: Row): { id: number; name: string };
  line(
    row: Row,
    number: number,
    about: { plan: LoadedPlan; request: ReportRequest; lastYear: LastYear | undefined },
  ): Line;
  /** The word for one line: `đơn vị`. */
  lineWord: string;
  /** Starts the counts that no column adds up. */
  startCount(): Count & { add(row: Row, line: Line): void };
  /** Notes on how its figures are counted. */
  notes(made: FinishedTable<Count>): Note[];
  figures(made: FinishedTable<Count>): FigureOf[];
}

/**
 * Creates a report from its declaration: the head, the grouped lines, the totals, the notes and the
 * figures.
 */
export function createTableReport<Row extends KindRow, Line, Count>(
  declared: TableReport<Row, Line, Count>,
): Report {
  return {
    ...declared,
    ...(declared.readBefore && { comparesLastYear: true as const }),
    async make(deps, request) {
      const { plan, calendar } = deps;
      const { filter = noFilter } = request;
      const limits = sayReportFilter('vi', plan, filter);
      const title = declared.title(sayReportPeriod(plan, request).toLocaleUpperCase('vi'));
      const period = declared.period(plan, request);
      const at = formatInstant(request.now, plan.zone);
      const day = request.madeAt ?? request.now;
      const { path, made } = await makeFile(deps, request, title, async (book, snapshot) => {
        const { readBefore } = declared;
        const lastYear = readBefore
          ? await readLastYear(snapshot, plan, request, (then, before, of) =>
              readBefore(then, before, of, { snapshot, request }),
            )
          : undefined;
        const about = { plan, request, lastYear };
        const table = openTable<Line>(book, {
          ...declared,
          // Two more columns: the smaller text leaves room for them.
          textSize: lastYear ? declared.textSize - 1 : declared.textSize,
          name: declared.sheet,
          head: buildOfficialHead(plan, day),
          title,
          under: [
            `Theo ${describePlan(plan)}`,
            declared.under({ period, scope: describeScope(request), at }),
            ...(limits === '' ? [] : [`Lọc theo: ${limits}.`]),
          ],
          columns: await giveRoomToCodes(snapshot.sql, plan.id, declared.columns(plan, request, lastYear)),
          signers: buildSigners(plan),
        });
        const count = declared.startCount();
        const parameters = declared.query.parameters(plan, request, calendar, lastYear);
        const query = filterStatement({ ...declared.query, parameters }, filter, declared.filterSql ?? {});
        const rows = snapshot.rows<Row>(query.sql, query.parameters);
        const passes = (row: Row) =>
          !isFiltering(filter) || declared.keeps?.(declared.line(row, 1, about), filter) !== false;
        await writeGroups(plan, table, keepRows(rows, passes), {
          unitOf: declared.unitOf,
          nameGroup: declared.nameGroup && ((kind) => declared.nameGroup?.(plan, kind) ?? kind),
          line(row, number) {
            const line = declared.line(row, number, about);
            count.add(row, line);
            return line;
          },
        });
        const total = table.finish('Tổng cộng');
        const { lines } = table;
        const made = { ...about, lines, count, total: (key: string) => Number(total(key)) };
        writeNotes(book, 'GHI CHÚ VỀ BÁO CÁO', [
          ...listCommonNotes(plan, request, period, `${lines} ${declared.lineWord}`),
          ...declared.notes(made),
        ]);
        await writePictures(book, snapshot.sql, made, declared.pictures ?? []);
        return made;
      });
      return {
        path,
        filename: buildReportFilename(plan, declared.file, request),
        figures: declared.figures(made).map(([label, value, args]) => ({
          label: t(request.locale, label, { period: sayPeriodOf(request.locale, request), ...args }),
          value: String(value),
        })),
        rows: made.lines,
      };
    },
  };
}

/** Widens columns of codes to the longest that a unit's exemplars can have. */
async function giveRoomToCodes<Line>(
  sql: Sql,
  planId: number,
  columns: Column<Line>[],
): Promise<Column<Line>[]> {
  if (!columns.some(({ kind }) => kind === 'code')) return columns;
  const widest = `${findWidest(await readLongestCodes(sql, planId))}-2000-000`;
  return columns.map((column) => (column.kind === 'code' ? { ...column, widest } : column));
}

async function* keepRows<Row>(rows: AsyncIterable<Row>, passes: (row: Row) => boolean): AsyncGenerator<Row> {
  for await (const row of rows) if (passes(row)) yield row;
}
