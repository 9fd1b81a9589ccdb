import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import { createParts, sendAs } from '../../../channels/sending.ts';
import { computeBackOff } from '../../../deliveries/back-off.ts';
import { isUnsure } from '../../core/send-once.ts';
import type { ReportInTheMaking } from './follow-report.ts';
import { sendReportParts } from './in-parts.ts';
import type { ReportForPerson } from './make-for-person.ts';
import { postProgress } from './progress-message.ts';
import { nameReport } from './say-progress.ts';
import { measureReport, type ReportChat, sendReportFiles } from './send-files.ts';

/** How often the sending of a file is tried while the channel is in trouble. */
const mostSends = 6;

/** The outcome of sending the files of a report. */
export type FilesSent = 'arrived' | 'unwanted' | 'too-large' | 'given-up';

/** Sends the files, again while the channel is in trouble: it is not made twice for that. */
export async function sendPatiently(
  { asked, by, report, period, stop }: ReportInTheMaking,
  chat: ReportChat,
  made: ReportForPerson,
): Promise<FilesSent> {
  const { links, largestDocument } = by.house;
  const inParts = !links && (await measureReport(made.made)) > largestDocument;
  for (let attempt = 1; ; attempt++) {
    stop.signal.throwIfAborted();
    try {
      if (!inParts) {
        await sendAs({ key: `report:${asked.id}`, parts: createParts() }, () =>
          sendReportFiles(chat, by, made),
        );
        return 'arrived';
      }
      if (attempt === 1) {
        const name = nameReport(by, asked.question);
        await postProgress(chat.api, asked, { text: by.html('report-in-parts', { report: name }) });
      }
      const watch = { signal: stop.signal };
      return (await sendReportParts(chat, by, { report, period, whole: made }, watch))
        ? 'arrived'
        : 'too-large';
    } catch (error) {
      stop.signal.throwIfAborted();
      if (error instanceof GrammyError && error.error_code === 403) return 'unwanted';
      const lasting = error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429;
      // Without an answer it may have arrived: it is sent once more at most.
      if ((lasting && !isUnsure(error)) || attempt >= (isUnsure(error) ? 2 : mostSends))
        return isUnsure(error) ? 'arrived' : 'given-up';
      by.house.log.info({ err: error, attempt }, 'a report is sent again later');
      const asksMs = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
      await sleep(computeBackOff(attempt, asksMs), undefined, { signal: stop.signal }).catch(() => {});
    }
  }
}
