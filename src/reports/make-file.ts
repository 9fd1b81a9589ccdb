import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { formatDate, formatInstant, localDate } from '../plan/calendar.ts';
import { listLegalGrounds } from '../plan/legal-grounds.ts';
import type { Plan } from '../plan/plan.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { toAsciiWords } from './ascii-words.ts';
import { filterParts, listFilterItems, noFilter } from './filter/report-filter.ts';
import { sayFilterValue, sayReportFilter } from './filter/say-filter.ts';
import type { Note } from './notes-sheet.ts';
import type { ReportDeps, ReportRequest } from './report.ts';
import { writeReportPeriod } from './report-period.ts';
import { openStreamedBook } from './sheet-xml/streamed-book.ts';
import type { Workbook } from './workbook.ts';

/**
 * Makes one workbook from one snapshot of the database; after a failure no file is left behind.
 * Returns the file's path and the result of `fill`.
 */
export async function makeFile<T>(
  { db, tempDir, openBook = openStreamedBook }: ReportDeps,
  request: ReportRequest,
  title: string,
  fill: (book: Workbook, snapshot: Snapshot) => Promise<T>,
): Promise<{ path: string; made: T }> {
  const path = join(tempDir, `${randomUUID()}.xlsx`);
  // A program that cleans up may have removed the folder since the start.
  await mkdir(tempDir, { recursive: true });
  const book = await openBook(path, { title, author: request.by, made: request.madeAt ?? request.now });
  try {
    const made = await db.inSnapshot((snapshot) => fill(book, snapshot));
    await book.close();
    return { path, made };
  } catch (error) {
    await book.abandon();
    throw error;
  }
}

/** Builds the file's name: ASCII and without spaces, because uploads write it unquoted. */
export function buildReportFilename(plan: Plan, words: string, request: ReportRequest): string {
  const { unitLabel, filter = noFilter } = request;
  const unit = unitLabel ? `-${toAsciiWords(unitLabel).slice(0, 60)}` : '';
  const period = writeReportPeriod({ ...request, filtered: undefined }).replace('.', '-den-');
  const limits = filterParts.flatMap((part) =>
    filter[part].map((value) => toAsciiWords(sayFilterValue('vi', plan, part, value)).toLowerCase()),
  );
  const limit = listFilterItems(filter).length > 0 ? `-loc-${limits.join('-').slice(0, 60)}` : '';
  return `Bao-cao-${words}-${period}${unit}${limit.replace(/-$/, '')}.xlsx`;
}

/** Names the units that a report covers. */
export function describeScope({ unitIds, unitLabel }: ReportRequest): string {
  return unitLabel ?? (unitIds ? `${unitIds.length} đơn vị` : 'Toàn bộ các đơn vị');
}

/** Names the plan for a report, with the body that issued it, also after another took over. */
export function describePlan(plan: Plan): string {
  const { vi: committee } = plan.issuedBy ?? plan.bodies.committee;
  return `Kế hoạch số ${plan.code} ngày ${formatDate(plan.issuedOn)} của ${committee}`;
}

/**
 * Lists the notes that every report begins with: when, by whom, with what filter, from which plan.
 */
export function listCommonNotes(plan: Plan, request: ReportRequest, years: string, lines: string): Note[] {
  const filter = sayReportFilter('vi', plan, request.filter);
  const grounds = listLegalGrounds(plan, localDate(request.now, plan.zone));
  return [
    {
      label: 'Thời điểm lập',
      text: `${formatInstant(request.madeAt ?? request.now, plan.zone)} (múi giờ ${plan.zone})`,
    },
    ...(request.asOf
      ? [
          {
            label: 'Tính đến ngày',
            text: `Hết ngày ${formatDate(request.asOf)}: trạng thái hồ sơ, văn bản, đơn vị, hạn nộp và nội dung kế hoạch như của ngày đó.`,
          },
        ]
      : []),
    { label: 'Người yêu cầu', text: request.by },
    { label: 'Năm', text: years },
    { label: 'Đơn vị', text: describeScope(request) },
    ...(filter === '' ? [] : [{ label: 'Lọc theo', text: filter }]),
    { label: 'Kế hoạch', text: `${describePlan(plan)}: ${plan.title.vi}` },
    { label: 'Nơi nhận', text: `${plan.bodies.recipients.join('; ')}.` },
    ...(grounds.length > 0 ? [{ label: 'Căn cứ', text: `${grounds.join('; ')}.` }] : []),
    { label: 'Số dòng dữ liệu', text: lines },
  ];
}
