import { listProposals } from '../../../awards/proposal.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { searchName } from '../../../text/search-name.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { type AwardFilter, writeAwardFilter } from './award-filter.ts';
import { awardPresses as presses } from './presses.ts';
import { proposalReply } from './proposal-screen.ts';
import { sayAward, sayProposalState } from './say-award.ts';

/** Lines that one message shows. */
const mostShown = 12;

/** An exemplar that words name. */
interface Named {
  id: number;
  code: string;
  name: string;
  planId: number;
  status: string;
}

const named = { id: true, code: true, name: true, planId: true, status: true } as const;

/**
 * Shows the proposals of the exemplars with these codes, in these years where any are named.
 * Unknown codes are said.
 */
export async function showOfCodes(ctx: BotContext, codes: string[], years: number[]): Promise<void> {
  const within = listUnitsWithin(ctx.person, 'seeAwards');
  const found = await ctx.house.db.prisma.exemplar.findMany({
    where: { code: { in: codes }, ...(within !== 'all' && { unitId: { in: within } }) },
    orderBy: { code: 'asc' },
    select: named,
  });
  const unknown = codes.filter((code) => !found.some((one) => one.code === code));
  if (unknown.length > 0)
    await ctx.say({ text: ctx.html('awards-no-code', { code: shorten(unknown.join(', '), 80) }) });
  if (found.length > 0) await showOfExemplars(ctx, found, years);
}

/** Finds exemplars with proposals of a list, any year, by a part of their name. */
export async function findProposedByName(
  ctx: BotContext,
  { planId }: Pick<AwardFilter, 'planId'>,
  words: string,
): Promise<Named[]> {
  const name = searchName(words);
  if (name.length < 2) return [];
  const within = listUnitsWithin(ctx.person, 'seeAwards');
  return ctx.house.db.prisma.exemplar.findMany({
    where: {
      OR: [{ searchName: { startsWith: name } }, { searchName: { contains: ` ${name}` } }],
      proposals: { some: { planId, state: { not: 'withdrawn' } } },
      ...(within !== 'all' && { unitId: { in: within } }),
    },
    orderBy: { code: 'asc' },
    take: mostShown,
    select: named,
  });
}

/**
 * Shows every proposal of exemplars: the only one whole, more in a line each. Where `years` has no
 * proposal, that is said, and those of other years are shown.
 */
export async function showOfExemplars(
  ctx: BotContext,
  exemplars: Named[],
  years: number[] = [],
): Promise<void> {
  const ids = exemplars.map(({ id }) => id);
  const every = await listProposals(ctx.house.db.prisma, { exemplarIds: ids });
  const ofYears = every.filter(({ year }) => years.includes(year));
  const proposals = ofYears.length > 0 ? ofYears : every;
  if (years.length > 0 && ofYears.length === 0 && every.length > 0)
    await ctx.say({
      text: ctx.html('awards-none-of-year', {
        ...{ code: exemplars.map(({ code }) => code).join(', '), year: years.join(', ') },
      }),
    });
  const planId = proposals.at(-1)?.planId ?? exemplars[0]?.planId ?? ctx.house.plan.id;
  const year = proposals.at(-1)?.year;
  const kept = writeAwardFilter(ctx.house, { planId, year });
  const [single, ...others] = exemplars;
  const add =
    single && others.length === 0 && hasAccess(ctx.person, 'manageAwards') && single.status === 'approved'
      ? [
          [
            {
              text: ctx.t(every.length > 0 ? 'awards-add-more' : 'awards-add-for'),
              callback_data: presses.addFor.data(single.id),
            },
          ],
        ]
      : [];
  const [only, ...more] = proposals;
  if (single && others.length === 0 && only && more.length === 0) {
    const { text, buttons = [] } = await proposalReply(ctx, only, kept);
    return ctx.say({ text, buttons: [...buttons, ...add] });
  }
  const shown = proposals.slice(-mostShown);
  const award = (one: (typeof proposals)[number]) => sayAward(ctx, planOf(ctx.house, one), one);
  await ctx.say({
    text: exemplars
      .flatMap(({ id, code, name }) => {
        const own = shown.filter(({ exemplarId }) => exemplarId === id);
        return [
          ctx.html(own.length > 0 ? 'awards-of-exemplar' : 'awards-of-exemplar-none', {
            code,
            name: shorten(name, 80),
          }),
          ...own.map((one) =>
            ctx.html('awards-other-line', {
              ...{ year: String(one.year), award: award(one), state: sayProposalState(ctx, one) },
            }),
          ),
        ];
      })
      .join('\n'),
    buttons: [
      ...shown.map((one) => [
        {
          text: shorten(
            others.length > 0
              ? `${one.exemplar.code}, ${one.year}: ${award(one)}`
              : `${one.year}: ${award(one)}`,
            60,
          ),
          callback_data: presses.open.data(one.id, kept),
        },
      ]),
      ...add,
    ],
  });
}
