import { progressLists } from '../../../duties/progress.ts';
import { keepCurrent, listStandingsOf } from '../../../duties/standing.ts';
import { withoutAnyCourtesy, withoutCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import type { Feature } from '../feature.ts';
import { progressNames } from '../progress-names.ts';
import { sayStandingInPlan } from '../say-in-plan.ts';
import { sayProgressList } from './list.ts';
import { sayOverview } from './overview.ts';
import { showProgress, showProgressList } from './presses.ts';

/**
 * The feature of /tiendo: where the registration of all units stands (Plan 101, V.3). It shows a
 * picture, a summary and lists, each with the way to nudge its units.
 */
export const progressFeature: Feature = {
  commands: [
    {
      name: 'tiendo',
      right: 'nudge',
      words: { vi: ['tiến độ'], en: ['progress'] },
      takesArgs: true,
      run: (ctx, args) => (withoutAnyCourtesy(args) === '' ? sayOverview(ctx) : readLine(ctx, args)),
    },
  ],
  presses(table) {
    onPress(table, showProgress, 'nudge', (ctx) => sayOverview(ctx));
    onPress(table, showProgressList, 'nudge', async (ctx, code, page) => {
      const list = progressLists.find((one) => one === code);
      await (list ? sayProgressList(ctx, list, page) : sayOverview(ctx));
    });
  },
};

/** "tiến độ chưa nộp" is a list, "tiến độ xã glar" what one unit owes. */
async function readLine(ctx: BotContext, typed: string): Promise<void> {
  const line = withoutCourtesy(typed);
  const list = progressLists.find((one) => fold(ctx.t(progressNames[one])) === fold(line));
  if (list) return sayProgressList(ctx, list, 0);
  const { db, plan, plans, clock } = ctx.house;
  const read = readUnit(ctx, await listUnits(db.prisma), line);
  if (!read.ok) return ctx.say({ text: read.say, buttons: [[overviewButton(ctx)]] });
  const now = clock.now();
  const standings = await listStandingsOf({ db, plans: plans.open(), now }, { unitIds: [read.unit.id] });
  const lines = keepCurrent(standings, plan, now).map((one) => sayStandingInPlan(ctx, one, now));
  await ctx.say({
    text: [ctx.html('progress-unit', { unit: read.unit.name }), ...lines].join('\n'),
    buttons: [[overviewButton(ctx)]],
  });
}

function overviewButton(ctx: BotContext) {
  return { text: ctx.t('progress-overview'), callback_data: showProgress.data() };
}
