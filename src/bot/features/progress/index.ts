import { progressLists } from '../../../duties/progress.ts';
import { keepCurrent, listStandingsOf } from '../../../duties/standing.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import { withoutAnyCourtesy, withoutCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listUnits } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { sayDutiesOfUnit } from '../duties-of-unit.ts';
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

/**
 * "tiến độ chưa nộp" is a list, "tiến độ xã glar" what one unit owes. Progress is of now: this year
 * adds nothing to it, and of another year only reports tell.
 */
async function readLine(ctx: BotContext, typed: string): Promise<void> {
  const { db, plan, plans, clock } = ctx.house;
  const now = clock.now();
  const thisYear = yearOf(localDate(now, plan.zone));
  const { years, rest } = yearsInWords(withoutCourtesy(typed), thisYear);
  const other = years.find((year) => year !== thisYear);
  if (other !== undefined) {
    return ctx.say({
      text: ctx.html('progress-other-year', { year: String(other) }),
      buttons: [[overviewButton(ctx)], ...commandButtons(ctx, ['baocao'])],
    });
  }
  const line = rest.join(' ');
  if (line === '') return sayOverview(ctx);
  const lists = findProgressLists(ctx, line);
  if (lists.exact) return sayProgressList(ctx, lists.exact, 0);
  const read = readUnit(ctx, await listUnits(db.prisma), line);
  if (!read.ok && lists.only) return sayProgressList(ctx, lists.only, 0);
  if (!read.ok) return ctx.say({ text: read.say, buttons: [[overviewButton(ctx)]] });
  const standings = await listStandingsOf({ db, plans: plans.open(), now }, { unitIds: [read.unit.id] });
  const lines = keepCurrent(standings, plan, now).map((one) => sayStandingInPlan(ctx, one, now));
  await ctx.say({
    text: sayDutiesOfUnit(ctx, read.unit.name, lines),
    buttons: [[overviewButton(ctx)]],
  });
}

/** Finds the list of exactly this name, and the only one whose name has these words in it. */
function findProgressLists(ctx: BotContext, line: string) {
  const words = fold(line);
  const names = progressLists.map((list) => ({ list, name: fold(ctx.t(progressNames[list])) }));
  const [first, ...others] = names.filter(({ name }) => ` ${name} `.includes(` ${words} `));
  return {
    exact: names.find(({ name }) => name === words)?.list,
    only: others.length === 0 ? first?.list : undefined,
  };
}

function overviewButton(ctx: BotContext) {
  return { text: ctx.t('progress-overview'), callback_data: showProgress.data() };
}
