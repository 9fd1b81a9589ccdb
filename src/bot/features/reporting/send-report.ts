import { setTimeout as sleep } from 'node:timers/promises';
import { sendExpecting } from '../../../drafts/expecting.ts';
import { DomainError } from '../../../errors.ts';
import {
  type AskedReport,
  beginAsked,
  findAskedBy,
  findSameAsked,
  type NewAskedReport,
  recordSent,
} from '../../../reports/asked/asked-reports.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { markupOf } from '../../core/send.ts';
import { chatOfUpdate } from '../../core/send-made-file.ts';
import { followReport } from './follow-report.ts';
import { makeForPerson } from './make-for-person.ts';
import { beginShowing } from './progress-message.ts';
import { beginPicture } from './report-picture.ts';
import { sayProgress } from './say-progress.ts';
import { deleteReportFiles, sendReportFiles } from './send-files.ts';
import { goesInOne } from './whole-or-parts.ts';
import { sayNoPeriod, troubleWith } from './years.ts';

/** In milliseconds. A report that takes longer is made after its turn, and shows how far it is. */
const patienceMs = 2000;
/** In milliseconds. A second press of the same button within this time is a double tap. */
const doubleTapMs = 10_000;

/**
 * Makes the file and sends it with its main figures, behind its picture. One that takes long is
 * written down and made after this turn: the chat is free, and the person can stop it. The same
 * question, asked again while it is in the making, makes no second file.
 */
export async function sendReport(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): Promise<void> {
  if (!report.scopes.includes(unit ? 'unit' : 'all')) throw new DomainError('not-allowed');
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, codeInPlan(ctx, report.code), period, trouble);
  const { house } = ctx;
  const question = { report: report.code, period: writeReportPeriod(period), unitId: unit?.id ?? null };
  const asked = describeAsked(ctx, question);
  if (await isAnswered(ctx, asked)) return;

  await ctx.replyWithChatAction('upload_document');
  const stop = new AbortController();
  let share = 0;
  const watch = {
    signal: stop.signal,
    onShare: (now: number) => {
      share = now;
    },
  };
  const picture = beginPicture(ctx, report, period, unit);
  const made = makeForPerson(ctx, report, period, unit, watch).then((one) => ({
    ...one,
    title: one.title + markMeantPlan(ctx),
  }));
  const quick = await Promise.race([made, sleep(patienceMs, undefined, { ref: false })]);
  if (quick && (await goesInOne(house, quick))) {
    try {
      await picture.send(chatOfUpdate(ctx));
      await sendReportFiles(chatOfUpdate(ctx), ctx, quick);
      await recordSent(house.db.prisma, asked, house.clock.now());
    } finally {
      await deleteReportFiles(quick.made);
    }
    return;
  }
  made.catch(() => 'followReport says so');
  const drawn = picture.isDrawn();
  let begun: AskedReport | undefined;
  try {
    if (drawn) await picture.send(chatOfUpdate(ctx));
    // A channel in trouble fails this turn, and the next attempt begins it: it was not handed on.
    await ctx.outbox.flush();
    begun = await beginAsked(house.db.prisma, asked, house.longWork.owner, house.clock.now());
  } finally {
    if (!begun) {
      // The turn failed, or another process has taken it over in this moment.
      stop.abort();
      made.then((one) => deleteReportFiles(one.made)).catch(() => {});
    }
  }
  if (!begun) return;
  begun.done = Math.min(99, Math.floor(share * 100));
  await beginShowing(
    { asked: begun, by: ctx },
    (reply) =>
      sendExpecting({ number: false, keepsMenu: true }, () =>
        ctx.reply(reply.text, { parse_mode: 'HTML', reply_markup: markupOf(reply) }),
      ),
    ctx.can.edit,
  ).catch((error: unknown) => house.log.warn({ err: error }, 'the progress of a report was not shown'));
  const by = { house, person: ctx.person, locale: ctx.locale, t: ctx.t, html: ctx.html };
  const making = {
    ...{ asked: begun, report, period, by, made, stop, share: () => share },
    picture: drawn ? undefined : picture,
  };
  house.longWork.add(begun.id, stop, followReport(making));
}

function describeAsked(ctx: BotContext, question: NewAskedReport['question']): NewAskedReport {
  return {
    updateKey: ctx.turn.updateKey,
    channel: ctx.channel.name,
    chatId: ctx.chat?.id ?? 0,
    personId: ctx.person?.id ?? 0,
    planId: ctx.house.plan.id,
    question,
    pressedIn: ctx.callbackQuery?.message?.message_id ?? null,
  };
}

/** Tells whether nothing is left to make: it was handed on before, or is the same as another. */
async function isAnswered(ctx: BotContext, asked: NewAskedReport): Promise<boolean> {
  const { db, clock } = ctx.house;
  // An attempt of this turn before it was cut off has handed it on already.
  if ((await findAskedBy(db.prisma, asked.updateKey))?.owner) return true;
  const same = await findSameAsked(db.prisma, asked, { now: clock.now(), withinMs: doubleTapMs });
  if (!same) return false;
  if (same.state === 'making') await ctx.say(sayProgress(ctx, same, { edit: ctx.can.edit }));
  else await ctx.say({ text: ctx.html('report-just-sent'), keepsMenu: true });
  return true;
}
