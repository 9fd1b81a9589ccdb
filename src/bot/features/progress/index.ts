import { type ProgressList, progressLists } from '../../../duties/progress.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import { withoutAnyCourtesy, withoutCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listUnits } from '../../../units/units.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, takeMeantPlans } from '../../core/meant-plan.ts';
import { codeAlone, codeOfPlan, inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import type { Feature } from '../feature.ts';
import { unitPageReply } from '../units/unit-page.ts';
import { sayProgressList } from './list.ts';
import { progressNames } from './list-names.ts';
import { sayOverview } from './overview.ts';
import { showProgress, showProgressList, showProgressOf } from './presses.ts';

/**
 * The feature of /tiendo: where the registration of all units stands (Plan 101, V.3). It shows a
 * picture, a summary and lists, each with the way to nudge its units.
 */
export const progressFeature: Feature = {
  commands: [
    {
      name: 'tiendo',
      right: 'seeProgress',
      words: { vi: ['tiến độ'], en: ['progress'] },
      takesArgs: true,
      run: readLine,
    },
  ],
  presses(table) {
    onPress(table, showProgress, 'seeProgress', (ctx) => readLine(ctx, ''));
    onPress(table, showProgressOf, 'seeProgress', async (ctx, planId) => {
      lookAtPlan(ctx, planId);
      await sayOverview(ctx);
    });
    onPress(
      table,
      showProgressList,
      'seeProgress',
      inItsPlan(async (ctx, code, page: number) => {
        const list = progressLists.find((one) => one === codeAlone(code));
        await (list ? sayProgressList(ctx, list, page) : sayOverview(ctx));
      }),
    );
  },
};

/**
 * "tiến độ chưa nộp" is a list, "tiến độ xã glar" what one unit owes, in every plan. Progress is of
 * now: this year adds nothing to it, and of another year only reports tell.
 */
async function readLine(ctx: BotContext, typed: string): Promise<void> {
  const { db, plan, clock } = ctx.house;
  const now = clock.now();
  const thisYear = yearOf(localDate(now, plan.zone));
  const { meant, rest: others } = await takeMeantPlans(ctx, typed);
  const overview = () =>
    inMeantPlan(ctx, meant, { ask: 'progress-which-plan', data: ({ id }) => showProgressOf.data(id) }, () =>
      sayOverview(ctx),
    );
  const list = (code: ProgressList) => {
    const data = ({ id }: { id: number }) => showProgressList.data(codeOfPlan(id, code), 0);
    return inMeantPlan(ctx, meant, { ask: 'progress-which-plan', data }, () => sayProgressList(ctx, code, 0));
  };
  if (withoutAnyCourtesy(others) === '') return overview();
  const { years, rest } = yearsInWords(withoutCourtesy(others), thisYear);
  const other = years.find((year) => year !== thisYear);
  if (other !== undefined) {
    return ctx.say({
      text: ctx.html('progress-other-year', { year: String(other) }),
      buttons: [[overviewButton(ctx)], ...commandButtons(ctx, ['baocao'])],
    });
  }
  const line = rest.join(' ');
  if (line === '') return overview();
  const lists = findProgressLists(ctx, line);
  if (lists.exact) return list(lists.exact);
  const read = readUnit(ctx, await listUnits(db.prisma, ctx.house.officeIds), line);
  if (!read.ok && lists.only) return list(lists.only);
  if (!read.ok) return ctx.say({ text: read.say, buttons: [[overviewButton(ctx)]] });
  const { text, buttons } = await unitPageReply(ctx, read.unit);
  await ctx.say({ text, buttons: [[overviewButton(ctx)], ...(buttons ?? [])] });
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
