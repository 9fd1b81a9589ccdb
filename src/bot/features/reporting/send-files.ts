import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { type Api, InputFile } from 'grammy';
import { formatFileSize } from '../../../channels/plain/sizes.ts';
import { sendMadeFor } from '../../../chat-files/made-for.ts';
import type { MadeReport } from '../../../reports/report.ts';
import { keepBytes } from '../../../store/keep-bytes.ts';
import type { ReportAsker, ReportForPerson } from './make-for-person.ts';

/** The chat that a report goes to. */
export interface ReportChat {
  api: Api;
  channel: string;
  chatId: number;
}

/** Returns the size of the largest file of a report, in bytes. */
export async function measureReport(made: MadeReport): Promise<number> {
  const sizes = await Promise.all(listFiles(made).map(async ({ path }) => (await stat(path)).size));
  return Math.max(...sizes);
}

/**
 * Sends the files of a report, the first with its title and figures. A file that is too large for a
 * chat is sent as a signed link. The files stay where they are.
 */
export async function sendReportFiles(
  chat: ReportChat,
  by: ReportAsker,
  { made, title, figures, madeFor }: ReportForPerson,
): Promise<void> {
  const caption = [title, ...figures].join('\n');
  for (const [i, file] of listFiles(made).entries()) {
    await sendMadeFor(madeFor, () => sendFile(chat, by, file, i === 0 ? caption : undefined));
  }
}

async function sendFile(
  { api, channel, chatId }: ReportChat,
  by: ReportAsker,
  { path, filename }: { path: string; filename: string },
  caption: string | undefined,
): Promise<void> {
  const { size } = await stat(path);
  const { links, files, largestDocument } = by.house;
  if (size <= largestDocument || !links) {
    await api.sendDocument(chatId, new InputFile(createReadStream(path), filename), {
      ...(caption !== undefined && { caption, parse_mode: 'HTML' as const }),
    });
    return;
  }
  const bytes = await keepBytes(files, 'links', filename, createReadStream(path));
  const kept = await links.keep({ channel, chatId }, bytes);
  const text = by.html('report-by-link', {
    name: kept.name,
    size: formatFileSize(kept.size, by.locale),
    address: await links.fileAddress(kept),
    days: links.fileDays,
  });
  await api.sendMessage(chatId, caption === undefined ? text : `${caption}\n\n${text}`, {
    parse_mode: 'HTML',
    link_preview_options: { is_disabled: true },
  });
}

/** Deletes the files of a report. */
export async function deleteReportFiles(made: MadeReport): Promise<void> {
  await Promise.all(listFiles(made).map(({ path }) => rm(path, { force: true })));
}

function listFiles({ path, filename, also = [] }: MadeReport) {
  return [{ path, filename }, ...also];
}
