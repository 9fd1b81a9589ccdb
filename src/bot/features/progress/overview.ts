import { countLacking } from '../../../duties/lacking.ts';
import { type Progress, type ProgressList, progressLists, readProgress } from '../../../duties/progress.ts';
import { nameDuty } from '../../../duties/say.ts';
import { formatDate, formatInstant } from '../../../plan/calendar.ts';
import { dueOf } from '../../../plan/due.ts';
import { charts, makeChart } from '../../../reports/chart/charts.ts';
import { listYearsBegun } from '../../../reports/years.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan, nameMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { sendPicture } from '../../core/send-picture.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { progressNames } from './list-names.ts';
import { chartOfProgress } from './other-time.ts';
import { showProgressList } from './presses.ts';

/** Shows where all units stand: the picture of their quotas, a summary, the ways to the lists. */
export async function sayOverview(ctx: BotContext): Promise<void> {
  const { db, plan, clock } = ctx.house;
  const now = clock.now();
  const progress = await readProgress(db.pool, plan, now);
  const [year] = listYearsBegun(plan, now);
  const chart = charts.find(({ code }) => code === chartOfProgress);
  const text = [
    ctx.html('progress-title', { at: formatInstant(now, plan.zone) }) + markMeantPlan(ctx),
    ...(progress ? summarise(ctx, progress) : [ctx.html('progress-no-registration')]),
    ...(await listOthers(ctx, progress)),
  ].join('\n');
  const buttons = progress ? listButtons(ctx) : [];
  if (!progress || year === undefined || !chart) return ctx.say({ text, buttons });
  await ctx.replyWithChatAction('upload_photo');
  const scope = { year, unitId: null, unit: undefined, locale: ctx.locale, now, plan: nameMeantPlan(ctx) };
  await sendPicture(ctx, await makeChart({ db, plan }, chart, scope), { text, buttons });
}

/** Builds a button for each list but the one shown. */
export function listButtons(ctx: BotContext, shown?: ProgressList) {
  const others = progressLists.filter((list) => list !== shown);
  return arrangeRows(
    others.map((list) => ({
      text: ctx.t(progressNames[list]),
      callback_data: showProgressList.data(codeInPlan(ctx, list), 0),
    })),
  );
}

function summarise(ctx: BotContext, { duty, occurrence, all, lists }: Progress): string[] {
  const due = dueOf(ctx.house.plan, duty, occurrence);
  const count = (list: keyof Progress['lists']) => lists[list].length;
  return [
    ...(due ? [ctx.html('progress-due', { day: formatDate(due.lastDay) })] : []),
    ctx.html('progress-summary', {
      units: all.length,
      done: count('done'),
      late: count('late'),
      short: count('short'),
      none: count('none'),
      overdue: count('overdue'),
    }),
  ];
}

/** The other duties that some unit has not done. */
async function listOthers(ctx: BotContext, progress: Progress | undefined): Promise<string[]> {
  const { db, plan, clock } = ctx.house;
  const lacking = await countLacking({ db, plan, now: clock.now() });
  return lacking
    .filter(({ duty, occurrence }) => duty !== progress?.duty || occurrence !== progress.occurrence)
    .map((one) => ctx.html('progress-other', { duty: nameDuty(plan, ctx.locale, one), units: one.units }));
}
