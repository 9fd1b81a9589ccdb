import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { formatDate, formatInstant } from '../plan/calendar.ts';
import type { Plan } from '../plan/plan.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { asciiWords } from './ascii-words.ts';
import type { Note } from './notes-sheet.ts';
import type { ReportDeps, ReportRequest } from './report.ts';
import { type Book, openBook } from './workbook.ts';

/**
 * Makes one workbook from one snapshot of the database; when anything fails, no file is left
 * behind. Returns the file's path and whatever `fill` made.
 */
export async function makeFile<T>(
  { db, tempDir }: ReportDeps,
  request: ReportRequest,
  title: string,
  fill: (book: Book, snapshot: Snapshot) => Promise<T>,
): Promise<{ path: string; made: T }> {
  const path = join(tempDir, `${randomUUID()}.xlsx`);
  const book = openBook(path, { title, author: request.by, made: request.now });
  try {
    const made = await db.inSnapshot((snapshot) => fill(book, snapshot));
    await book.close();
    return { path, made };
  } catch (error) {
    await book.abandon();
    throw error;
  }
}

/**
 * Name under which the file arrives: ASCII and without spaces, for uploads name it without quotes.
 */
export function reportFilename(words: string, { year, unitLabel }: ReportRequest): string {
  const unit = unitLabel ? `-${asciiWords(unitLabel).slice(0, 60)}` : '';
  return `Bao-cao-${words}-${year}${unit}.xlsx`;
}

/** Which units a report covers, in words. */
export function scopeWords({ unitIds, unitLabel }: ReportRequest): string {
  return unitLabel ?? (unitIds ? `${unitIds.length} đơn vị` : 'Toàn bộ các đơn vị');
}

/** The plan as a report names it. */
export function planWords(plan: Plan): string {
  return `Kế hoạch số ${plan.code} ngày ${formatDate(plan.issuedOn)} của ${plan.bodies.committee.vi}`;
}

/** Notes that every report begins with: when, by whom, with what filter, from which plan. */
export function commonNotes(plan: Plan, request: ReportRequest, years: string, lines: string): Note[] {
  return [
    { label: 'Thời điểm lập', text: `${formatInstant(request.now, plan.zone)} (múi giờ ${plan.zone})` },
    { label: 'Người yêu cầu', text: request.by },
    { label: 'Năm', text: years },
    { label: 'Đơn vị', text: scopeWords(request) },
    { label: 'Kế hoạch', text: `${planWords(plan)}: ${plan.title.vi}` },
    { label: 'Số dòng dữ liệu', text: lines },
  ];
}
