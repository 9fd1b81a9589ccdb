import { rm } from 'node:fs/promises';
import { DomainError } from '../../errors.ts';
import { t } from '../../i18n.ts';
import { formatOfficialDate, localDate } from '../../plan/calendar.ts';
import { describeUnitDocument, type UnitDocumentHead } from '../../plan/unit-document.ts';
import type { Sql } from '../../store/sql.ts';
import { toAsciiWords } from '../ascii-words.ts';
import { capitaliseAll } from '../document/printed-text.ts';
import { saveDocument } from '../document/write-document.ts';
import { describePlan, listCommonNotes, makeFile } from '../make-file.ts';
import { writeNotes } from '../notes-sheet.ts';
import { buildOfficialHead } from '../official-head.ts';
import type { Report, ReportDeps, ReportRequest } from '../report.ts';
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
 * Excel with the same lines; only exemplars that count stand in it.
 */
export const signedList: Report = {
  code: 'dangky',
  name: 'report-signed-list',
  words: ['danh sách đăng ký', 'đăng ký', 'danh sách ký', 'danh sách để ký', 'registration list'],
  right: 'report',
  scopes: ['unit'],
  async make(deps, request) {
    const [unitId, ...more] = request.unitIds ?? [];
    if (unitId === undefined || more.length > 0) throw new DomainError('not-allowed');
    const { path, made } = await makeFile(deps, request, titleOf(request), async (book, snapshot) => {
      const rows: SignedListRow[] = [];
      for await (const row of snapshot.rows<SignedListRow>(signedListSql, [
        unitId,
        request.year,
        deps.plan.id,
      ]))
        rows.push(row);
      const groups = groupSignedLines(deps.plan, rows);
      const head = describeUnitDocument(deps.plan, await readUnitInPlan(snapshot.sql, deps.plan.id, unitId));
      const own = await readOwnCriteriaInUse(snapshot.sql, deps.plan.id, unitId);
      await writeSheet(book, deps, head, { groups, own }, request);
      return { groups, head, own };
    });
    const { groups, head, own } = made;
    const filename = `Danh-sach-dang-ky-${request.year}-${toAsciiWords(request.unitLabel ?? '').slice(0, 60)}`;
    let word: string;
    try {
      const list = composeSignedList(deps.plan, head, { groups, own }, request);
      word = await saveDocument(deps.tempDir, list);
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    const lines = groups.reduce((sum, group) => sum + group.lines.length, 0);
    return {
      path: word,
      filename: `${filename}.docx`,
      also: [{ path, filename: `${filename}.xlsx` }],
      figures: [
        ...groups.map((group) => ({
          label: deps.plan.subjects[group.subject].name[request.locale],
          value: String(group.lines.length),
        })),
        { label: t(request.locale, 'report-figure-signed-list'), value: String(lines) },
      ],
      rows: lines,
    };
  },
};

/** Throws `unit-unknown` for a unit that does not take part in the plan. */
async function readUnitInPlan(sql: Sql, planId: number, unitId: number) {
  const { rows } = await sql.query<{ name: string; short: string; kind: string }>(
    `SELECT u.name, u.short, pu.kind FROM plan_unit pu JOIN unit u ON u.id = pu.unit_id
     WHERE pu.plan_id = $1 AND pu.unit_id = $2`,
    [planId, unitId],
  );
  const [unit] = rows;
  if (!unit) throw new DomainError('unit-unknown');
  return unit;
}

const titleOf = ({ year }: ReportRequest): string => {
  const { name, subject } = titleSignedList(year);
  return `${name} ${subject}`;
};

async function writeSheet(
  book: Workbook,
  { plan }: ReportDeps,
  head: UnitDocumentHead,
  { groups, own }: SignedListContent,
  request: ReportRequest,
): Promise<void> {
  const table = openTable<SignedLine>(book, {
    name: 'Danh sách đăng ký',
    head: {
      ...buildOfficialHead(plan, request.now),
      superior: capitaliseAll(head.superior ?? ''),
      issuer: capitaliseAll(head.issuer),
      placeAndDate: formatOfficialDate(head.place, localDate(request.now, plan.zone)),
    },
    title: capitaliseAll(titleOf(request)),
    under: [`Theo ${describePlan(plan)}`],
    columns: signedListColumns,
    labelColumn: 'name',
    frozenColumns: 2,
    textSize: 11,
    vertical: 'top',
    signers: {
      left: 'NGƯỜI LẬP BIỂU',
      right: capitaliseAll(head.signer.join('\n')),
      rightName: '',
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
    ...listCommonNotes(plan, request, `Năm ${request.year}`, `${table.lines} điển hình`),
    {
      label: 'Ai có trong danh sách',
      text: 'Điển hình đã gửi và điển hình đã duyệt, đăng ký trong năm. Bản nháp, điển hình bị trả lại, không duyệt hoặc đã rút không có trong danh sách.',
    },
    { label: 'Cột 5', text: 'Dòng cộng là số điển hình.' },
    ...(own.length > 0 ? [{ label: 'Tiêu chí riêng của đơn vị', text: listOwnCriteriaLines(own) }] : []),
  ]);
}
