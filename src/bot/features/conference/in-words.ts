import { DomainError } from '../../../errors.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { listNominatedPlans, listNominations } from '../../../nominations/nomination.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { searchName } from '../../../text/search-name.ts';
import { shorten } from '../../../text/shorten.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { readUnit } from '../../core/read-unit.ts';
import { conferencePresses as presses } from './presses.ts';
import { filterRanking, readRankedState } from './ranking-filter.ts';
import { nominationReply, rankingOf, rankingReply } from './screens.ts';

/**
 * Shows the ranking, or the part of it that words behind `/hoinghi` name: "GLAR-2021-003", "xã
 * Glar", "danh sách đại biểu", "2025". Other words are said to mean nothing here.
 */
export async function rankingInWords(ctx: BotContext, args: string): Promise<unknown> {
  const typed = oneLine(withoutAnyCourtesy(args));
  const codes = findExemplarCodes(typed).map(({ code }) => code);
  if (codes.length > 0 && (await showNominated(ctx, codes))) return;
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
