import { DomainError } from '../../../errors.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { chooseDelegate } from '../../../nominations/decide-nomination.ts';
import { findNomination, listNominatedPlans, listNominations } from '../../../nominations/nomination.ts';
import { requireConference } from '../../../nominations/read-ranking.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { searchName } from '../../../text/search-name.ts';
import { shorten } from '../../../text/shorten.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listUnits } from '../../../units/units.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
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
import { conferencePresses as presses } from './presses.ts';
import { filterRanking, readRankedState, readRankingFilter } from './ranking-filter.ts';
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

/**
 * `/hoinghi`, "hội nghị GLAR-2021-003", "/hoinghi xã Glar", "danh sách đại biểu", "hội nghị 2025".
 * Other words are said to mean nothing here.
 */
async function rankingInWords(ctx: BotContext, args: string): Promise<unknown> {
  const typed = oneLine(withoutAnyCourtesy(args));
  const codes = findExemplarCodes(typed).map(({ code }) => code);
  if (codes.length > 0) {
    if (await showNominated(ctx, codes)) return;
  }
  const { plans, words } = await takeConferencePlans(ctx, typed);
  const newest = plans.at(-1);
  if (codes.length === 0 && words !== '' && newest && (await showPartOfRanking(ctx, newest, words))) return;
  const [only, ...more] = plans;
  if (!only) throw new DomainError('conference-none');
  if (more.length === 0) return ctx.say(await rankingReply(ctx, only, 0));
  return ctx.say({
    text: ctx.html('conference-which-plan'),
    buttons: plans.toReversed().map(({ id, code, conference }) => [
      {
        text: shorten(`${code}: ${conference?.name[ctx.locale] ?? ''}`, 60),
        callback_data: presses.list.data(id, 0),
      },
    ]),
  });
}

/** Shows the newest nomination of the only code, or asks which. False: none is nominated. */
async function showNominated(ctx: BotContext, codes: string[]): Promise<boolean> {
  const ids = await ctx.house.db.prisma.exemplar.findMany({
    where: { code: { in: codes } },
    select: { id: true },
  });
  const found = (await listNominations(ctx.house.db.prisma, { exemplarIds: ids.map(({ id }) => id) })).filter(
    ({ planId }) => ctx.house.plans.find(planId) !== undefined,
  );
  const newest = [...new Map(found.map((one) => [one.exemplar.code, one])).values()];
  const missing = codes.filter((code) => !newest.some(({ exemplar }) => exemplar.code === code));
  if (missing.length > 0)
    await ctx.say({ text: ctx.html('conference-not-nominated', { code: missing.join(', ') }) });
  const [only, ...more] = newest;
  if (!only) return false;
  if (more.length === 0) await ctx.say(await nominationReply(ctx, only.id));
  else
    await ctx.say({
      text: ctx.html('exemplar-codes-which'),
      buttons: newest.map(({ id, exemplar }) => [
        { text: shorten(`${exemplar.code} ${exemplar.name}`, 60), callback_data: presses.open.data(id) },
      ]),
    });
  return true;
}

/**
 * Shows the part of the ranking that words name: a state, a unit, or a part of names. False: they
 * name none, which is said.
 */
async function showPartOfRanking(ctx: BotContext, plan: LoadedPlan, typed: string): Promise<boolean> {
  const state = readRankedState(typed);
  if (state) {
    await ctx.say(await rankingReply(ctx, plan, 0, { state }));
    return true;
  }
  // "Hội nghị năm 2025" is the conference itself.
  const words = typed.replace(/(?<!\p{L})n[ăa]m\s*(?=\d{4})/iu, '');
  if (plan.conference?.name.vi.includes(words)) return false;
  const read = readUnit(ctx, await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  if (read.ok) {
    await ctx.say(await rankingReply(ctx, plan, 0, { unitId: read.unit.id }));
    return true;
  }
  const name = searchName(words);
  const named = name.length < 2 ? [] : filterRanking(await rankingOf(ctx, plan), { words: name });
  const [only, ...more] = named;
  if (only)
    await ctx.say(
      more.length === 0
        ? await nominationReply(ctx, only.id)
        : await rankingReply(ctx, plan, 0, { words: name }),
    );
  else await ctx.say({ text: ctx.html('conference-words', { typed: shorten(typed, 50) }) });
  return only !== undefined;
}

/**
 * Lists the open plans with a conference, and closed ones with nominations. Where there is none, it
 * is the newest closed one.
 */
async function listConferencePlans({ house }: BotContext): Promise<LoadedPlan[]> {
  const all = house.plans.all().filter(({ conference }) => conference !== undefined);
  const nominated = new Set(await listNominatedPlans(house.db.prisma));
  const shown = all.filter(({ id, closed }) => !closed || nominated.has(id));
  return shown.length > 0 ? shown : all.slice(-1);
}

/** Takes the plans out of typed words, by their names or a year of theirs; and the other words. */
async function takeConferencePlans(
  ctx: BotContext,
  typed: string,
): Promise<{ plans: LoadedPlan[]; words: string }> {
  const { house } = ctx;
  const all = await listConferencePlans(ctx);
  const { named, rest } = takePlansInWords(typed, all);
  if (named.length > 0) return { plans: named, words: rest };
  const { years, rest: words } = yearsInWords(rest, yearOf(localDate(house.clock.now(), house.plan.zone)));
  const covering = all.filter(({ period: { from, to } }) => years.some((year) => from <= year && year <= to));
  return covering.length > 0 ? { plans: covering, words: words.join(' ') } : { plans: all, words: typed };
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
