import { DomainError } from '../../../errors.ts';
import { chooseDelegate } from '../../../nominations/decide-nomination.ts';
import { findNomination } from '../../../nominations/nomination.ts';
import { requireConference } from '../../../nominations/read-ranking.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { sayRefusal } from '../../core/refusal.ts';
import { beginForm } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import {
  decidedReply,
  delegateNumberForm,
  dropDelegateForm,
  explainChoiceForm,
  nominateForm,
} from './forms.ts';
import { rankingInWords } from './in-words.ts';
import { conferencePresses as presses } from './presses.ts';
import { readRankingFilter } from './ranking-filter.ts';
import { nominationReply, rankingOf, rankingReply } from './screens.ts';

const looking = { right: 'decideConference', about: 'nomination' } as const;
const asking = { ...looking, writesUnder: 'object' } as const;
const deciding = { ...asking, decides: true } as const;
const ofPlan = { right: 'decideConference', writesUnder: 0 } as const;

/**
 * The feature of /hoinghi: the ranking of nominations by the plan's points, and the choice of
 * delegates (Plan 101, IV.3).
 */
export const conferenceFeature: Feature = {
  commands: [
    {
      name: 'hoinghi',
      right: 'seeConference',
      words: {
        vi: ['hội nghị', 'hội nghị điển hình', 'hội nghị điển hình tiên tiến', 'đại biểu dự hội nghị'],
        en: ['conference', 'delegates'],
      },
      takesArgs: true,
      run: rankingInWords,
    },
  ],
  forms: [dropDelegateForm, explainChoiceForm, nominateForm, delegateNumberForm],
  presses(table) {
    onPress(table, presses.list, 'seeConference', async (ctx, planId, page) =>
      sayPage(ctx, page, await rankingReply(ctx, planNamed(ctx, planId), page)),
    );
    onPress(table, presses.filtered, 'seeConference', async (ctx, planId, page, text) =>
      sayPage(ctx, page, await rankingReply(ctx, planNamed(ctx, planId), page, readRankingFilter(text))),
    );
    onPress(table, presses.open, { right: 'seeConference', about: 'nomination' }, async (ctx, id) =>
      ctx.say(await nominationReply(ctx, id)),
    );
    onPress(table, presses.choose, deciding, choose);
    onPress(table, presses.drop, asking, (ctx, id, seen) => beginDecision(ctx, dropDelegateForm, id, seen));
    onPress(table, presses.explain, asking, (ctx, id, seen) =>
      beginDecision(ctx, explainChoiceForm, id, seen),
    );
    onPress(table, presses.next, looking, showNext);
    onPress(table, presses.nominate, ofPlan, (ctx, planId) =>
      beginForm(ctx, nominateForm, { subject: { planId: planNamed(ctx, planId).id } }),
    );
    onPress(table, presses.number, ofPlan, (ctx, planId) =>
      beginForm(ctx, delegateNumberForm, { subject: { planId: planNamed(ctx, planId).id } }),
    );
  },
};

/** Finds the plan that a button names, with its conference. Throws `conference-none`. */
function planNamed({ house }: BotContext, planId: number): LoadedPlan {
  const plan = house.plans.find(planId);
  if (!plan) throw new DomainError('conference-none');
  requireConference(plan);
  return plan;
}

async function choose(ctx: BotContext, id: number, seen: number): Promise<void> {
  const by = { ...actorOf(ctx), at: ctx.house.clock.now() };
  try {
    const done = await chooseDelegate(ctx.house.db, { id, seen }, by);
    await ctx.say(await decidedReply(ctx, done, 'choose'));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'nomination-changed') throw error;
    await ctx.say({
      text: sayRefusal(ctx, error),
      buttons: [[{ text: ctx.t('conference-open'), callback_data: presses.open.data(id) }]],
    });
  }
}

async function beginDecision(
  ctx: BotContext,
  form: typeof dropDelegateForm,
  id: number,
  seen: number,
): Promise<void> {
  const nomination = await findNomination(ctx.house.db.prisma, id);
  if (!nomination) throw new DomainError('nomination-not-found');
  await beginForm(ctx, form, { subject: { nominationId: id, seen, code: nomination.exemplar.code } });
}

/** Shows the next nomination that waits in the ranking; none: the ranking itself. */
async function showNext(ctx: BotContext, id: number): Promise<void> {
  const nomination = await findNomination(ctx.house.db.prisma, id);
  if (!nomination) throw new DomainError('nomination-not-found');
  const plan = planOf(ctx.house, nomination);
  const ranked = await rankingOf(ctx, plan);
  const place = ranked.find((one) => one.id === id)?.rank ?? 0;
  const waiting = ranked.filter((one) => one.state === 'nominated' && one.id !== id);
  const next = waiting.find(({ rank }) => rank > place) ?? waiting[0];
  await ctx.say(next ? await nominationReply(ctx, next.id) : await rankingReply(ctx, plan, 0));
}
