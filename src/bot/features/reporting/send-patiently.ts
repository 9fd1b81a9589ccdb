import { setTimeout as sleep } from 'node:timers/promises';
import { GrammyError } from 'grammy';
import { computeBackOff } from '../../../deliveries/back-off.ts';
import { beingSent, noteShare } from '../../../reports/asked/asked-reports.ts';
import { WorkStopped } from '../../core/long-work.ts';
import type { FileChat } from '../../core/send-made-file.ts';
import { isUnsure } from '../../core/send-once.ts';
import { createFilesOnce, type SendFileOnce } from './files-once.ts';
import type { ReportInTheMaking } from './follow-report.ts';
import type { ReportForPerson } from './make-for-person.ts';
import { postProgress } from './progress-message.ts';
import { sendWholeOrParts } from './whole-or-parts.ts';

/** How often the sending of a file is tried while the channel is in trouble. */
const mostSends = 6;

/** The outcome of sending the files of a report. */
export type FilesSent = 'arrived' | 'unwanted' | 'too-large' | 'given-up';

/**
 * Sends the files, again while the channel is in trouble: each arrives once. The person can stop
 * it between the files and the attempts, and not while the channel takes one: so either it was
 * stopped, or it arrives.
 */
export async function sendPatiently(
  { asked, by, report, period, stop }: ReportInTheMaking,
  chat: FileChat,
  made: ReportForPerson,
): Promise<FilesSent> {
  let announced = false;
  const announce = async (text: string) => {
    if (!announced) await postProgress(chat.api, asked, { text });
    announced = true;
  };
  const answered = { report, period, whole: made };
  const note = async (share: number) => {
    if (!(await noteShare(by.house.db.prisma, asked, share))) throw new WorkStopped('lost');
  };
  const files = createFilesOnce(`report:${asked.id}`);
  const once: SendFileOnce = async (name, send) => {
    await note(beingSent);
    await files(name, send);
  };
  const makesMore = () => note(beingSent - 1);
  for (let attempt = 1; ; attempt++) {
    stop.signal.throwIfAborted();
    try {
      const arrived = await sendWholeOrParts(chat, by, answered, {
        announce,
        signal: stop.signal,
        once,
        makesMore,
      });
      return arrived ? 'arrived' : 'too-large';
    } catch (error) {
      stop.signal.throwIfAborted();
      if (error instanceof WorkStopped) throw error;
      if (error instanceof GrammyError && error.error_code === 403) return 'unwanted';
      const lasting = error instanceof GrammyError && error.error_code < 500 && error.error_code !== 429;
      if ((lasting && !isUnsure(error)) || attempt >= mostSends)
        return isUnsure(error) ? 'arrived' : 'given-up';
      by.house.log.info({ err: error, attempt }, 'a report is sent again later');
      // With the database in trouble too, the next attempt finds out.
      await makesMore().catch((trouble: unknown) => {
        if (trouble instanceof WorkStopped) throw trouble;
      });
      const asksMs = error instanceof GrammyError ? (error.parameters.retry_after ?? 0) * 1000 : 0;
      await sleep(computeBackOff(attempt, asksMs), undefined, { signal: stop.signal }).catch(() => {});
    }
  }
}
