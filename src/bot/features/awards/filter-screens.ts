import type { InlineKeyboardButton } from 'grammy/types';
import { listProposalUnits, listProposalYears } from '../../../awards/count-proposals.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf, sayPage } from '../../core/pages.ts';
import {
  type AwardFilter,
  filterStates,
  listAwardChoices,
  listAwardPlans,
  sayAwardFilter,
  writeAwardFilter,
} from './award-filter.ts';
import { withinRights } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAwardName } from './say-award.ts';

const unitsPerPage = 10;

/** Shows by what the list can be narrowed: the states at once, the rest on screens of their own. */
export async function showAwardFilters(ctx: BotContext, filter: AwardFilter): Promise<void> {
  const kept = writeAwardFilter(ctx.house, filter);
  const words = await sayAwardFilter(ctx, filter);
  const part = (key: string, what: string): InlineKeyboardButton => ({
    text: ctx.t(key),
    callback_data: presses.values.data(what, kept),
  });
  const shows = (more: Partial<AwardFilter>) =>
    presses.list.data(0, writeAwardFilter(ctx.house, { ...filter, ...more }));
  await ctx.say({
    text: words ? ctx.html('awards-filter-now', { filter: words }) : ctx.html('awards-filter-ask'),
    buttons: [
      ...filterStates.map((state) => [
        filter.state === state
          ? { text: `☑ ${ctx.t(`proposal-state-${state}`)}`, callback_data: shows({ state: undefined }) }
          : { text: `☐ ${ctx.t(`proposal-state-${state}`)}`, callback_data: shows({ state }) },
      ]),
      [part('awards-by-year', 'y'), part('awards-by-level', 'l')],
      [
        part('awards-by-award', 'a'),
        { text: ctx.t('awards-by-unit'), callback_data: presses.units.data(0, kept) },
      ],
      ...(listAwardPlans(ctx.house).length > 1 ? [[part('awards-by-plan', 'p')]] : []),
      ...(words
        ? [
            [
              {
                text: ctx.t('awards-filter-none'),
                callback_data: presses.list.data(0, writeAwardFilter(ctx.house, { planId: filter.planId })),
              },
            ],
          ]
        : []),
    ],
  });
}

/** Shows the values of one part of the filter; the letter is that of `awardPresses.values`. */
export async function showFilterValues(ctx: BotContext, what: string, filter: AwardFilter): Promise<void> {
  const plan = planOf(ctx.house, filter);
  const shows = (text: string, more: Partial<AwardFilter>) => [
    { text, callback_data: presses.list.data(0, writeAwardFilter(ctx.house, { ...filter, ...more })) },
  ];
  switch (what) {
    case 'y': {
      const years = await listProposalYears(ctx.house.db.prisma, plan.id);
      return ctx.say({
        text: ctx.html(years.length > 0 ? 'awards-which-year' : 'awards-none-yet'),
        buttons: [
          ...years.map((year) => shows(ctx.t('awards-year', { year: String(year) }), { year })),
          ...(years.length > 1 ? [shows(ctx.t('awards-all-years'), { year: undefined })] : []),
        ],
      });
    }
    case 'l':
      return ctx.say({
        text: ctx.html('awards-which-level'),
        buttons: plan.awards.levels.map(({ code, name }) => shows(name[ctx.locale], { level: code })),
      });
    case 'a':
      return ctx.say({
        text: ctx.html('awards-which-award'),
        buttons: listAwardChoices(plan).map((award) => shows(sayAwardName(ctx, plan, award), { award })),
      });
    case 'p':
      return ctx.say({
        text: ctx.html('awards-which-plan'),
        buttons: listAwardPlans(ctx.house).map(({ id, code }) => [
          { text: code, callback_data: presses.list.data(0, writeAwardFilter(ctx.house, { planId: id })) },
        ]),
      });
    default:
      return showAwardFilters(ctx, filter);
  }
}

/** Shows the units with proposals, on a page. */
export async function showAwardUnits(
  ctx: BotContext,
  wanted: number,
  filter: AwardFilter,
  text = ctx.html('awards-which-unit'),
): Promise<void> {
  const { unitId: _, ...wide } = filter;
  const units = await listProposalUnits(ctx.house.db.prisma, withinRights(ctx, wide));
  const page = pageOf(units, wanted, unitsPerPage);
  const kept = writeAwardFilter(ctx.house, wide);
  await sayPage(ctx, wanted, {
    text: units.length > 0 ? text : ctx.html('awards-none-yet'),
    buttons: [
      ...page.items.map(({ id, name }) => [
        {
          text: name,
          callback_data: presses.list.data(0, writeAwardFilter(ctx.house, { ...wide, unitId: id })),
        },
      ]),
      ...buildPageRow(ctx, page, (to) => presses.units.data(to, kept), 'form-page-after'),
    ],
  });
}
