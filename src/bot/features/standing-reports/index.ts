import {
  endStandingReport,
  findStandingReport,
  listStandingReports,
} from '../../../reports/standing/change-standing.ts';
import { meantButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { onPress } from '../../core/press.ts';
import type { Reply } from '../../core/reply.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { standingForm } from './form.ts';
import { standingPresses as presses } from './presses.ts';
import { readOrder } from './read-order.ts';
import { sayReport, sayRhythm } from './words.ts';

/** Maximum number of standing reports of a person: each is a message on many days. */
const mostStanding = 10;

/**
 * The feature of /dinhky: reports that come by themselves until the person ends them (Plan 101,
 * V.3). They come on working days: daily, weekly, monthly or before each due.
 */
export const standingReportsFeature: Feature = {
  commands: [
    {
      name: 'dinhky',
      right: 'askReports',
      words: { vi: ['định kỳ', 'báo cáo định kỳ', 'định kì', 'báo cáo định kì'], en: ['scheduled reports'] },
      takesArgs: true,
      run: orderInWords,
    },
  ],
  forms: [standingForm],
  presses(table) {
    onPress(table, presses.list, 'askReports', async (ctx) => ctx.say(await listReply(ctx)));
    onPress(table, presses.add, 'askReports', (ctx) => beginOrder(ctx, { subject: {} }));
    onPress(
      table,
      presses.end,
      { right: 'askReports', about: 'standingReport', decides: true },
      async (ctx, id) => {
        const { db, clock } = ctx.house;
        const found = await findStandingReport(db.prisma, id);
        if (found) await endStandingReport(db, id, clock.now());
        await ctx.sayInPlace(await listReply(ctx, found && ctx.html('standing-ended', argsOf(ctx, found))));
      },
    );
  },
};

/** `/dinhky`, and in one sentence "sáng thứ hai hằng tuần gửi tôi bảng tổng hợp các xã". */
async function orderInWords(ctx: BotContext, args: string): Promise<unknown> {
  const order = readOrder(ctx, args);
  if (!order) return ctx.say(await listReply(ctx));
  if (order.once) return ctx.say({ text: ctx.html('standing-once'), buttons: meantButtons(ctx, order.once) });
  if (order.say) await ctx.say({ text: order.say });
  return beginOrder(ctx, { subject: { spoken: true }, answers: order.answers });
}

async function beginOrder(ctx: BotContext, given: Parameters<typeof beginForm>[2]): Promise<void> {
  if ((await listOwn(ctx)).length >= mostStanding)
    return ctx.say(await listReply(ctx, ctx.html('standing-full')));
  await beginForm(ctx, standingForm, given);
}

function listOwn(ctx: BotContext) {
  return listStandingReports(ctx.house.db.prisma, ctx.person?.id ?? 0);
}

type Listed = Awaited<ReturnType<typeof listOwn>>[number];

/** The report, its plan where several are open, and how often it comes. */
function argsOf(ctx: BotContext, one: Listed) {
  const which = ctx.house.plans.open().length > 1 ? ` – ${planOf(ctx.house, one).code}` : '';
  const report = sayReport(ctx, planOf(ctx.house, one), one);
  return { report: report + which, rhythm: sayRhythm(ctx, one) };
}

async function listReply(ctx: BotContext, notice?: string): Promise<Reply> {
  const list = await listOwn(ctx);
  const lines = list.map((one, i) => ctx.html('standing-line', { n: i + 1, ...argsOf(ctx, one) }));
  const at = ctx.house.plan.ladder.at;
  return {
    text: [
      ...(notice ? [notice, ''] : []),
      list.length > 0 ? ctx.html('standing-list', { at }) : ctx.html('standing-none'),
      ...lines,
    ].join('\n'),
    buttons: [
      ...list.map((one, i) => [
        {
          text: ctx.t('standing-end', { n: i + 1, ...argsOf(ctx, one) }),
          callback_data: presses.end.data(one.id),
        },
      ]),
      ...(list.length < mostStanding
        ? [[{ text: ctx.t('standing-add'), callback_data: presses.add.data() }]]
        : []),
    ],
  };
}
