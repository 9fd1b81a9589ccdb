import { rm } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import { t } from '../../i18n.ts';
import { formatOfficialDate, localDate } from '../../plan/calendar.ts';
import type { Plan } from '../../plan/plan.ts';
import { describeUnitDocument, type UnitDocumentHead } from '../../plan/unit-document.ts';
import { Subject } from '../../store/generated/enums.ts';
import type { Snapshot } from '../../store/snapshot.ts';
import type { Sql } from '../../store/sql.ts';
import { capitalise } from '../../text/letters.ts';
import { toAsciiWords } from '../ascii-words.ts';
import { halfParameters } from '../counted-times.ts';
import { capitaliseAll } from '../document/printed-text.ts';
import { saveDocument } from '../document/write-document.ts';
import { describePlan, listCommonNotes, makeFile } from '../make-file.ts';
import { writeNotes } from '../notes-sheet.ts';
import { buildOfficialHead } from '../official-head.ts';
import type { Report, ReportDeps, ReportRequest } from '../report.ts';
import { type ReportPeriod, sayAsOf, sayReportPeriod, spanOf, writeReportPeriod } from '../report-period.ts';
import { openTable } from '../table-sheet.ts';
import type { Workbook } from '../workbook.ts';
import { signedListColumns } from './columns.ts';
import { groupSignedLines, type SignedLine } from './lines.ts';
import {
  composeSignedList,
  emptySignedList,
  listOwnCriteriaLines,
  type SignedListContent,
  titleSignedList,
} from './list-document.ts';
import { readOwnCriteriaInUse } from './own-criteria.sql.ts';
import { type SignedListRow, signedListSql } from './rows.sql.ts';

/**
 * The *Danh sách đăng ký* of one unit (Plan 101, V.1), to sign and send. It comes as Word, and as
 * Excel with the same lines; only exemplars that count stand in it. Of a day before a merger each
 * of the units of that day has a list of its own.
 */
export const signedList: Report = {
  code: 'dangky',
  name: 'report-signed-list',
  words: [
    'danh sách đăng ký',
    'danh sách đăng ký để ký',
    'đăng ký',
    'danh sách ký',
    'danh sách để ký',
    'registration list',
  ],
  wordsAlone: ['danh sách đăng ký', 'danh sách để ký', 'registration list'],
  right: 'report',
  scopes: ['unit'],
  periods: 'any',
  async make(deps, request) {
    const { plan } = deps;
    const asked = request.unitIds ?? [];
    if (asked.length === 0 || (asked.length > 1 && !request.asOf)) throw new DomainError('not-allowed');
    const units = await deps.db.inSnapshot(({ sql }) => readSigningUnits(sql, plan.id, asked));
    if (units.length === 0) throw new DomainError('unit-unknown');
    const made: UnitList[] = [];
    try {
      for (const unit of units) made.push(await makeOne(deps, request, unit));
    } catch (error) {
      for (const { path } of made.flatMap(({ files }) => files)) await rm(path, { force: true });
      throw error;
    }
    const [first, ...also] = made.flatMap(({ files }) => files);
    if (!first) throw new DomainError('unit-unknown');
    const count = (of: (line: UnitList) => number) => made.reduce((sum, one) => sum + of(one), 0);
    const subjects = Object.values(Subject).map((subject) => ({
      label: plan.subjects[subject].name[request.locale],
      value: String(count(({ lines }) => lines[subject])),
    }));
    const rows = count(({ lines }) => lines.collective + lines.individual);
    const all = { label: t(request.locale, 'report-figure-signed-list'), value: String(rows) };
    return { ...first, also, figures: [...subjects, all], rows };
  },
};

/** A unit as its list needs it. */
interface SigningUnit {
  id: number;
  name: string;
  short: string;
  kind: string;
}

/** The files of one unit's list, and its lines. */
interface UnitList {
  files: { path: string; filename: string }[];
  lines: Record<Subject, number>;
}

/** Reads the units of the plan that sign a list: of several only those of the day of the report. */
async function readSigningUnits(sql: Sql, planId: number, unitIds: number[]): Promise<SigningUnit[]> {
  const { rows } = await sql.query<SigningUnit>(
    `SELECT u.id, u.name, u.short, pu.kind FROM plan_unit pu JOIN unit u ON u.id = pu.unit_id
     WHERE pu.plan_id = $1 AND u.id = ANY ($2) AND (u.active OR cardinality($2) = 1) ORDER BY pu.position, u.id`,
    [planId, unitIds],
  );
  return rows;
}

async function makeOne(deps: ReportDeps, request: ReportRequest, unit: SigningUnit): Promise<UnitList> {
  const { plan, tempDir } = deps;
  const ofUnit = { ...request, unitIds: [unit.id], unitLabel: unit.name };
  const head = describeUnitDocument(plan, unit);
  const title = titleOf(plan, request);
  const { path, made } = await makeFile(deps, ofUnit, title, async (book, snapshot) => {
    const content = await readContent(snapshot, deps, ofUnit);
    await writeSheet(book, deps, head, content, ofUnit);
    return content;
  });
  const name = toAsciiWords(unit.name).slice(0, 60);
  const filename = `Danh-sach-dang-ky-${writeReportPeriod(request).replace('.', '-den-')}-${name}`;
  try {
    const word = await saveDocument(tempDir, composeSignedList(plan, head, made, ofUnit));
    const count = (subject: Subject) =>
      made.groups.find((group) => group.subject === subject)?.lines.length ?? 0;
    return {
      files: [
        { path: word, filename: `${filename}.docx` },
        { path, filename: `${filename}.xlsx` },
      ],
      lines: { collective: count('collective'), individual: count('individual') },
    };
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

async function readContent(
  snapshot: Snapshot,
  { plan }: ReportDeps,
  request: ReportRequest,
): Promise<SignedListContent> {
  const [unitId = 0] = request.unitIds ?? [];
  const { fromYear, toYear } = spanOf(plan, request);
  const rows: SignedListRow[] = [];
  const parameters = [unitId, fromYear, toYear, plan.id, ...halfParameters(plan, request)];
  for await (const row of snapshot.rows<SignedListRow>(signedListSql, parameters)) rows.push(row);
  return {
    groups: groupSignedLines(plan, rows),
    own: await readOwnCriteriaInUse(snapshot.sql, plan.id, unitId),
  };
}

function titleOf(plan: Plan, period: ReportPeriod): string {
  const { name, subject } = titleSignedList(plan, period);
  return `${name} ${subject}`;
}

async function writeSheet(
  book: Workbook,
  { plan }: ReportDeps,
  head: UnitDocumentHead,
  { groups, own }: SignedListContent,
  request: ReportRequest,
): Promise<void> {
  const day = request.madeAt ?? request.now;
  const period = `${capitalise(sayReportPeriod(plan, request))}${sayAsOf(request)}`;
  const table = openTable<SignedLine>(book, {
    name: 'Danh sách đăng ký',
    head: {
      ...buildOfficialHead(plan, day),
      superior: capitaliseAll(head.superior ?? ''),
      issuer: capitaliseAll(head.issuer),
      number: '',
      placeAndDate: formatOfficialDate(head.place, localDate(day, plan.zone)),
    },
    title: capitaliseAll(titleOf(plan, request)),
    under: [`Theo ${describePlan(plan)}`, ...(request.asOf ? [`${period}.`] : [])],
    columns: signedListColumns,
    labelColumn: 'name',
    frozenColumns: 2,
    textSize: 11,
    vertical: 'top',
    signers: {
      left: 'NGƯỜI LẬP BIỂU',
      right: capitaliseAll(head.signer.join('\n')),
      rightName: '',
      recipients: [],
    },
    emptyText: emptySignedList,
  });
  for (const { mark, label, lines } of groups) {
    if (lines.length === 0) continue;
    table.openGroup(mark, label);
    for (const line of lines) await table.line(line);
    table.closeGroup(`Cộng ${label.toLocaleLowerCase('vi')}`);
  }
  table.finish('Tổng cộng');
  writeNotes(book, 'GHI CHÚ VỀ DANH SÁCH', [
    ...listCommonNotes(plan, request, period, `${table.lines} điển hình`),
    {
      label: 'Ai có trong danh sách',
      text: 'Điển hình đã gửi và điển hình đã duyệt, đăng ký trong kỳ. Bản nháp, điển hình bị trả lại, không duyệt hoặc đã rút không có trong danh sách.',
    },
    { label: 'Cột 5', text: 'Dòng cộng là số điển hình.' },
    ...(own.length > 0 ? [{ label: 'Tiêu chí riêng của đơn vị', text: listOwnCriteriaLines(own) }] : []),
  ]);
}
