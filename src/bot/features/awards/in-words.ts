import { listProposalYears } from '../../../awards/count-proposals.ts';
import { listProposals } from '../../../awards/proposal.ts';
import { findExemplarCodes } from '../../../exemplars/find-codes.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { localDate, yearOf } from '../../../plan/calendar.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { fold } from '../../../text/fold.ts';
import { shorten } from '../../../text/shorten.ts';
import { yearsInWords } from '../../../text/years-in-words.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { readUnit } from '../../core/read-unit.ts';
import {
  type AwardFilter,
  filterStates,
  findAwardPlan,
  listAwardChoices,
  writeAwardFilter,
} from './award-filter.ts';
import { showAwardUnits } from './filter-screens.ts';
import { awardListReply } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { proposalReply } from './proposal-screen.ts';
import { sayAward, sayAwardName, sayLevel, sayProposalState } from './say-award.ts';

/**
 * Lists award proposals by the words behind `/khenthuong`. They name a year, a unit, a state, a
 * level, an award, or the code of an exemplar. Without a year it is the newest one with proposals.
 */
export async function awardsInWords(ctx: BotContext, args: string): Promise<void> {
  const plan = findAwardPlan(ctx.house);
  if (!plan) return ctx.say({ text: ctx.html('awards-not-asked') });
  const typed = withoutAnyCourtesy(args);
  const [code] = findExemplarCodes(typed);
  if (code) return showOfExemplar(ctx, code.code);
  const thisYear = yearOf(localDate(ctx.house.clock.now(), plan.zone));
  const { years, rest } = yearsInWords(typed, thisYear);
  const { from, to } = plan.period;
  const outside = years.find((year) => year < from || year > to);
  const proposed = await listProposalYears(ctx.house.db.prisma, plan.id);
  if (outside !== undefined)
    return ctx.say({
      text: ctx.html('report-year-outside', { year: String(outside), from, to }),
      buttons: proposed.map((of) => [
        {
          text: ctx.t('awards-year', { year: String(of) }),
          callback_data: presses.list.data(0, writeAwardFilter(ctx.house, { planId: plan.id, year: of })),
        },
      ]),
    });
  const [year = proposed[0]] = years;
  const filter: AwardFilter = { planId: plan.id, ...(year !== undefined && { year }) };
  const { words, ...parts } = readParts(ctx, filter, rest.join(' '));
  const narrowed = { ...filter, ...parts };
  if (words === '') return ctx.say(await awardListReply(ctx, narrowed, 0));
  const within = listUnitsWithin(ctx.person, 'seeAwards');
  const units = (await listUnits(ctx.house.db.prisma, ctx.house.officeIds)).filter(
    ({ id }) => within === 'all' || within.includes(id),
  );
  const read = readUnit(ctx, units, words);
  await (read.ok
    ? ctx.say(await awardListReply(ctx, { ...narrowed, unitId: read.unit.id }, 0))
    : showAwardUnits(ctx, 0, narrowed, read.say));
}

/** Takes a state, a level or an award out of typed words; the rest may name a unit. */
function readParts(
  ctx: BotContext,
  filter: AwardFilter,
  typed: string,
): Partial<AwardFilter> & { words: string } {
  const plan = planOf(ctx.house, filter);
  let words = ` ${fold(typed)} `;
  const take = (label: string): boolean => {
    const found = ` ${fold(label)} `;
    if (found.trim() === '' || !words.includes(found)) return false;
    words = words.replace(found, ' ');
    return true;
  };
  const state = take(ctx.t('awards-waiting'))
    ? ('proposed' as const)
    : filterStates.find((one) => take(ctx.t(`proposal-state-${one}`)));
  const award = listAwardChoices(plan).find((one) => take(sayAwardName(ctx, plan, one)));
  const level = plan.awards.levels.find(({ code }) => take(sayLevel(ctx, plan, code)));
  const rest = state || award || level ? words.trim() : typed.trim();
  return {
    ...(state && { state }),
    ...(award && { award }),
    ...(level && { level: level.code }),
    words: rest,
  };
}

async function showOfExemplar(ctx: BotContext, code: string): Promise<void> {
  const { prisma } = ctx.house.db;
  const within = listUnitsWithin(ctx.person, 'seeAwards');
  const exemplar = await prisma.exemplar.findUnique({
    where: { code, ...(within !== 'all' && { unitId: { in: within } }) },
    select: { id: true, name: true, planId: true, status: true },
  });
  if (!exemplar) return ctx.say({ text: ctx.html('awards-no-code', { code: shorten(code, 40) }) });
  const proposals = await listProposals(prisma, { exemplarIds: [exemplar.id] });
  const kept = writeAwardFilter(ctx.house, { planId: proposals.at(-1)?.planId ?? exemplar.planId });
  const add =
    hasAccess(ctx.person, 'manageAwards') && exemplar.status === 'approved'
      ? [[{ text: ctx.t('awards-add-for'), callback_data: presses.addFor.data(exemplar.id) }]]
      : [];
  const [only, ...more] = proposals;
  if (only && more.length === 0) {
    const { text, buttons = [] } = await proposalReply(ctx, only, kept);
    return ctx.say({ text, buttons: [...buttons, ...add] });
  }
  await ctx.say({
    text: [
      ctx.html(only ? 'awards-of-exemplar' : 'awards-of-exemplar-none', { code, name: exemplar.name }),
      ...proposals.map((one) =>
        ctx.html('awards-other-line', {
          year: String(one.year),
          award: sayAward(ctx, planOf(ctx.house, one), one),
          state: sayProposalState(ctx, one),
        }),
      ),
    ].join('\n'),
    buttons: [
      ...proposals.map((one) => [
        {
          text: shorten(`${one.year}: ${sayAward(ctx, planOf(ctx.house, one), one)}`, 60),
          callback_data: presses.open.data(one.id, kept),
        },
      ]),
      ...add,
    ],
  });
}
