import { listProposalYears } from '../../../awards/count-proposals.ts';
import { DomainError } from '../../../errors.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { locales, t } from '../../../i18n.ts';
import { listUnitsWithin } from '../../../people/rights.ts';
import { nameAward, nameAwardLevel } from '../../../plan/awards.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { takePlansInWords } from '../../../plans/plans-in-words.ts';
import { withoutEverything } from '../../../text/all-units.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import type { House } from '../../core/house.ts';
import { readUnit } from '../../core/read-unit.ts';
import {
  type AwardFilter,
  filterStates,
  findAwardPlan,
  listAwardChoices,
  listAwardPlans,
  writeAwardFilter,
} from './award-filter.ts';
import { type AwardLabels, readAwardWords } from './award-words.ts';
import { decisionsInWords } from './decisions-in-words.ts';
import { showAwardUnits, showFilterValues } from './filter-screens.ts';
import { awardListReply } from './list-screen.ts';
import { findProposedByName, showOfCodes, showOfExemplars } from './of-exemplars.ts';
import { awardPresses as presses } from './presses.ts';

/** "Mọi năm", "cả giai đoạn": every year of the plan. */
const allYears =
  /(?<!\p{L})(?:(?:tất cả|tat ca|mọi|moi|các|cac|cả|ca)(?: các| cac)? n[ăa]m(?!\s*\d|\s+yang)|(?:cả|ca|toàn|toan)? ?giai đoạn|giai doan|all years)(?!\p{L})/giu;

/**
 * Lists award proposals by the words behind `/khenthuong`. They name a year, a unit, a state, a
 * level, an award, an exemplar by its code or name, or a decision. Without a year it is the newest
 * one with proposals. Words that mean nothing here are said to, never left out.
 */
export async function awardsInWords(ctx: BotContext, args: string): Promise<unknown> {
  const leading = findAwardPlan(ctx.house);
  if (!leading) throw new DomainError('awards-none');
  const said = withoutAnyCourtesy(args).normalize('NFC');
  const { named: plans, rest: typed, asPeriod } = takePlansInWords(said, listAwardPlans(ctx.house));
  const thisYear = yearOf(localDate(ctx.house.clock.now(), leading.zone));
  const beside = yearsInWords(withoutCodes(typed), thisYear).years;
  const plan = plans[0] ?? findPlanOfYear(ctx.house, leading, beside[0]);
  if (await decisionsInWords(ctx, plan, typed)) return;
  const codes = findExemplarCodes(typed).map(({ code }) => code);
  if (codes.length > 0) return showOfCodes(ctx, codes, beside);
  const saysAllYears = typed.search(allYears) >= 0;
  const { years, openYear, rest: others } = yearsInWords(typed.replace(allYears, ' '), thisYear);
  const { rest: words, ...parts } = readAwardWords(others.join(' '), labelsOf(plan));
  const named = withoutEverything(words);
  const proposed = await listProposalYears(ctx.house.db.prisma, plan.id);
  const wide: AwardFilter = { planId: plan.id, ...parts };
  const { from, to } = plan.period;
  const outside = years.find((year) => year < from || year > to);
  if (outside !== undefined)
    return ctx.say({
      text: ctx.html('report-year-outside', { year: String(outside), from, to }),
      buttons: yearButtons(ctx, wide, proposed),
    });
  const [year, ...moreYears] = new Set(years);
  if (year !== undefined && moreYears.length > 0)
    return ctx.say({
      text: ctx.html('awards-one-year'),
      buttons: yearButtons(ctx, wide, [...yearsBetween([year, ...moreYears], typed), undefined]),
    });
  if (openYear) return showFilterValues(ctx, 'y', wide);
  const everyYear = saysAllYears || ((asPeriod || named.all) && year === undefined);
  const filter = everyYear ? wide : withYear(wide, year ?? proposed[0]);
  if (named.rest !== '') return showOfWords(ctx, filter, named.rest);
  return ctx.say(await awardListReply(ctx, filter, 0));
}

/** Finds the plan that has a year: the leading one where it has it, or no plan does. */
function findPlanOfYear(house: House, leading: LoadedPlan, year: number | undefined): LoadedPlan {
  const has = ({ period: { from, to } }: LoadedPlan) => year === undefined || (from <= year && year <= to);
  return has(leading) ? leading : (listAwardPlans(house).findLast(has) ?? leading);
}

/** "Từ 2021 đến 2023" means 2022 too. */
function yearsBetween(years: number[], typed: string): number[] {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const isRange = years.length === 2 && /\d{4}\s*(?:[-–—]|đến|den|tới|toi|to)\s*\d{4}/iu.test(typed);
  return isRange ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : years;
}

/** Codes hold years of their own. */
function withoutCodes(typed: string): string {
  return typed.replace(/\p{L}[\p{L}\p{N}_]{0,30}[-/_. ]?(?:19|20)\d{2}[-/_. ]?\d{1,4}(?!\d)/gu, ' ');
}

function withYear(filter: AwardFilter, year: number | undefined): AwardFilter {
  return year === undefined ? filter : { ...filter, year };
}

function yearButtons(ctx: BotContext, filter: AwardFilter, years: (number | undefined)[]) {
  return years.map((year) => [
    {
      text: year === undefined ? ctx.t('awards-all-years') : ctx.t('awards-year', { year: String(year) }),
      callback_data: presses.list.data(0, writeAwardFilter(ctx.house, withYear(filter, year))),
    },
  ]);
}

/** Words that are no part of a filter name a unit, or an exemplar by a part of its name. */
async function showOfWords(ctx: BotContext, filter: AwardFilter, words: string): Promise<unknown> {
  const within = listUnitsWithin(ctx.person, 'seeAwards');
  const units = (await listUnits(ctx.house.db.prisma, ctx.house.officeIds)).filter(
    ({ id }) => within === 'all' || within.includes(id),
  );
  const read = readUnit(ctx, units, words);
  if (read.ok) return ctx.say(await awardListReply(ctx, { ...filter, unitId: read.unit.id }, 0));
  const severalUnits = matchUnits(units, words).length > 0;
  const found = severalUnits ? [] : await findProposedByName(ctx, filter, words);
  return found.length > 0 ? showOfExemplars(ctx, found) : showAwardUnits(ctx, 0, filter, read.say);
}

/** The labels of states, awards and levels, in every language. */
function labelsOf(plan: LoadedPlan): AwardLabels {
  return {
    states: locales.flatMap((locale): AwardLabels['states'] => [
      ['proposed', t(locale, 'awards-waiting')],
      ...filterStates.map((state): AwardLabels['states'][0] => [state, t(locale, `proposal-state-${state}`)]),
    ]),
    awards: locales.flatMap((locale) =>
      listAwardChoices(plan).map((award): AwardLabels['awards'][0] => [
        award,
        nameAward(plan, locale, award.form ?? award.title ?? ''),
      ]),
    ),
    levels: locales.flatMap((locale) =>
      plan.awards.levels.map(({ code }): AwardLabels['levels'][0] => [
        code,
        nameAwardLevel(plan, locale, code),
      ]),
    ),
  };
}
