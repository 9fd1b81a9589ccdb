import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { ReportWatch } from '../../../reports/thread/report-threads.ts';
import type { House } from '../../core/house.ts';
import type { FileChat } from '../../core/send-made-file.ts';
import type { SendFileOnce } from './files-once.ts';
import { sendReportParts } from './in-parts.ts';
import type { ReportAsker, ReportForPerson } from './make-for-person.ts';
import { measureReport, sendReportFiles } from './send-files.ts';

/** A finished report with the question that it answers: its parts are made of the same. */
export interface AnsweredReport {
  report: Report;
  period: ReportPeriod;
  whole: ReportForPerson;
}

/**
 * How a report is sent. `announce` says that it comes in parts, `once` remembers its files,
 * `makesMore` is called before each part is made.
 */
export interface SendingOfReport {
  announce(text: string): Promise<unknown>;
  once?: SendFileOnce | undefined;
  makesMore?: (() => Promise<void>) | undefined;
}

/** Tells whether a report goes whole: as files, or as signed links. Otherwise it goes in parts. */
export async function goesInOne(house: House, { made }: ReportForPerson): Promise<boolean> {
  return house.links !== undefined || (await measureReport(made)) <= house.largestDocument;
}

/**
 * Sends a report into a chat, asked for by hand or standing. One that is larger than the chat takes
 * goes as a signed link, or in parts by unit; `announce` then says so first. False: a single unit
 * is too large as well.
 */
export async function sendWholeOrParts(
  chat: FileChat,
  by: ReportAsker,
  answered: AnsweredReport,
  { announce, once, makesMore, ...watch }: ReportWatch & SendingOfReport,
): Promise<boolean> {
  const { report, whole } = answered;
  if (await goesInOne(by.house, whole)) {
    await sendReportFiles(chat, by, whole, once);
    return true;
  }
  await announce(by.html('report-in-parts', { report: by.t(report.name) }));
  return sendReportParts(chat, by, answered, { ...watch, once, makesMore });
}
