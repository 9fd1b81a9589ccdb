import { rm, stat } from 'node:fs/promises';
import type { MadeReport } from '../../../reports/report.ts';
import { type FileChat, sendMadeFile } from '../../core/send-made-file.ts';
import type { SendFileOnce } from './files-once.ts';
import type { ReportAsker, ReportForPerson } from './make-for-person.ts';

/** Returns the size of the largest file of a report, in bytes. */
export async function measureReport(made: MadeReport): Promise<number> {
  const sizes = await Promise.all(listFiles(made).map(async ({ path }) => (await stat(path)).size));
  return Math.max(...sizes);
}

/**
 * Sends the files of a report, the first with its title and figures. They stay where they are.
 * `once` remembers which ones arrived.
 */
export async function sendReportFiles(
  chat: FileChat,
  by: ReportAsker,
  { made, title, figures, madeFor }: ReportForPerson,
  once: SendFileOnce = (_, send) => send(),
): Promise<void> {
  const caption = [title, ...figures].join('\n');
  for (const [i, file] of listFiles(made).entries())
    await once(String(i), () => sendMadeFile(chat, by, file, { madeFor, ...(i === 0 && { caption }) }));
}

/** Deletes the files of a report. */
export async function deleteReportFiles(made: MadeReport): Promise<void> {
  await Promise.all(listFiles(made).map(({ path }) => rm(path, { force: true })));
}

function listFiles({ path, filename, also = [] }: MadeReport) {
  return [{ path, filename }, ...also];
}
