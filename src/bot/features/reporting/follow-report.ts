import { readCapabilities } from '../../../channels/channel.ts';
import { DomainError } from '../../../errors.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { type AskedReport, endAsked, noteShare } from '../../../reports/asked/asked-reports.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { WorkStopped } from '../../core/long-work.ts';
import { apisOf } from '../../core/send-to-account.ts';
import type { ReportAsker, ReportForPerson } from './make-for-person.ts';
import { changeProgress, sayOutcome, showShares } from './progress-message.ts';
import type { ReportPicture } from './report-picture.ts';
import { nameReport, sayNotMade, sayReportRefused } from './say-progress.ts';
import { deleteReportFiles } from './send-files.ts';
import { sendPatiently } from './send-patiently.ts';

/** A report that is being made, and how to follow and stop it. */
export interface ReportInTheMaking {
  asked: AskedReport;
  report: Report;
  period: ReportPeriod;
  by: ReportAsker;
  made: Promise<ReportForPerson>;
  /** A picture that was not drawn yet when the chat became free. */
  picture?: ReportPicture | undefined;
  stop: AbortController;
  /** Share of its lines that are written, 0 to 1. */
  share(): number;
}

/**
 * Follows a report to its end: shows the share done, sends the files, ends the row. A report that
 * this process does not end is made again by the next one. Never rejects.
 */
export async function followReport(making: ReportInTheMaking): Promise<void> {
  const { asked, by, stop } = making;
  const { db, clock, log, channels } = by.house;
  const channel = channels.find(({ name }) => name === asked.channel);
  const api = apisOf(channels).get(asked.channel);
  if (!channel || !api) return;
  // A channel may ask the database; the file matters more than its progress.
  const { edit } = await readCapabilities(channel, asked.chatId).catch(() => ({ edit: false }));
  const chat = { api, channel: asked.channel, chatId: asked.chatId };
  const showing = showShares(making, api, edit);
  let made: ReportForPerson | undefined;
  try {
    made = await making.made;
    await showing.end();
    if (!(await noteShare(db.prisma, asked, 99))) throw new WorkStopped('lost');
    const mayHave = await mayStillHave(making, made);
    if (mayHave && !stop.signal.aborted)
      await making.picture?.send(chat).catch((error: unknown) => {
        log.warn({ err: error }, 'the picture of a report was not sent');
      });
    const outcome = mayHave ? await sendPatiently(making, chat, made) : 'role-over';
    if (outcome === 'arrived' || outcome === 'unwanted') {
      await endAsked(db.prisma, asked.id, outcome === 'arrived' ? 'sent' : 'failed', clock.now());
      if (edit) await changeProgress(api, asked, { text: by.html('report-made', nameOf(making)) });
      return;
    }
    await endAsked(db.prisma, asked.id, 'failed', clock.now());
    const reply =
      outcome === 'role-over'
        ? { text: by.html('report-role-over', nameOf(making)) }
        : sayNotMade(by, asked, outcome === 'too-large' ? 'report-too-large' : 'report-not-made');
    await sayOutcome(api, asked, edit, reply);
  } catch (error) {
    if (stop.signal.reason instanceof WorkStopped || error instanceof WorkStopped) {
      const { why } = error instanceof WorkStopped ? error : stop.signal.reason;
      if (why === 'cancelled' && edit)
        await changeProgress(api, asked, { text: by.html('report-stopped', nameOf(making)) });
      return;
    }
    const refused = error instanceof DomainError;
    if (!refused) log.error({ err: error, report: asked.question.report }, 'a report could not be made');
    await endAsked(db.prisma, asked.id, 'failed', clock.now()).catch(() => false);
    // A refusal has its own advice: to ask for the same again would not help.
    const reply = refused
      ? { text: sayReportRefused(by, nameOf(making), error), keepsMenu: true }
      : sayNotMade(by, asked, 'report-not-made');
    await sayOutcome(api, asked, edit, reply);
  } finally {
    await showing.end();
    if (made) await deleteReportFiles(made.made);
    else making.made.then(({ made }) => deleteReportFiles(made)).catch(() => {});
  }
}

const nameOf = ({ by, asked }: ReportInTheMaking) => ({ report: nameReport(by, asked.question) });

/** Tells whether the person may still have what was made: a role may have ended since. */
async function mayStillHave({ by, asked, report }: ReportInTheMaking, { madeFor }: ReportForPerson) {
  const person = await loadPerson(by.house.db.prisma, asked.personId);
  if (!person || !hasAccess(person, report.right)) return false;
  const within = listUnitsWithin(person, report.right);
  if (within === 'all') return true;
  return madeFor?.unitIds?.every((id) => within.includes(id)) ?? false;
}
