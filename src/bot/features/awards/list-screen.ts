import { countByState } from '../../../awards/count-proposals.ts';
import { type Proposal, pageProposals } from '../../../awards/proposal.ts';
import { hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { codeOfPlan } from '../../core/named-plan.ts';
import { buildPageRow, loadPage, type Page, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { makeReport } from '../report-presses.ts';
import { chooseReport } from '../reporting/presses.ts';
import { type AwardFilter, filterStates, sayAwardFilter, writeAwardFilter } from './award-filter.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAward, sayProposalState } from './say-award.ts';

const perPage = 8;

/** Loads a page of the proposals of a filter that a person may see. */
export function loadProposals(
  ctx: Pick<BotContext, 'house' | 'person'>,
  filter: AwardFilter,
  page: number,
): Promise<Page<Proposal>> {
  return loadPage(page, perPage, (limit, offset) =>
    pageProposals(ctx.house.db.prisma, { ...withinRights(ctx, filter), limit, offset }),
  );
}

/** Narrows a filter to the units that a person may see. */
export function withinRights({ person }: Pick<BotContext, 'person'>, { unitId, ...filter }: AwardFilter) {
  const within = listUnitsWithin(person, 'seeAwards');
  if (unitId === undefined) return within === 'all' ? filter : { ...filter, unitIds: within };
  return { ...filter, unitIds: within === 'all' || within.includes(unitId) ? [unitId] : [] };
}

/** Builds a page of the list of award proposals. */
export async function awardListReply(ctx: BotContext, filter: AwardFilter, wanted: number): Promise<Reply> {
  const { prisma } = ctx.house.db;
  const plan = planOf(ctx.house, filter);
  const page = await loadProposals(ctx, filter, wanted);
  const counts = await countByState(prisma, withinRights(ctx, { ...filter, state: undefined }));
  const kept = writeAwardFilter(ctx.house, filter);
  const words = (await sayAwardFilter(ctx, filter)) || ctx.t('awards-all');
  const manages = hasAccess(ctx.person, 'manageAwards') && !plan.closed;
  // A list of one state is counted in its title.
  const counted = filterStates.flatMap((state) =>
    counts[state] && state !== filter.state ? [`${counts[state]} ${ctx.t(`proposal-state-${state}`)}`] : [],
  );
  const code = codeOfPlan(plan.id, 'khenthuong');
  const waiting = page.items.filter(({ state }) => state === 'proposed').length;
  return {
    text: [
      page.total === 0
        ? ctx.html('awards-none', { filter: words })
        : ctx.html('awards-title', { filter: words, range: sayRange(ctx, page) }),
      ...(counted.length > 0
        ? [ctx.html(filter.state ? 'awards-counts-others' : 'awards-counts', { counts: counted.join(', ') })]
        : []),
      ...page.items.map((one, i) =>
        ctx.html('awards-line', {
          n: page.offset + i + 1,
          code: one.exemplar.code,
          name: shorten(one.exemplar.name, 80),
          unit: one.exemplar.unit.name,
          award: sayAward(ctx, plan, one),
          year: filter.year === undefined ? String(one.year) : 'none',
          state: sayProposalState(ctx, one),
        }),
      ),
    ].join('\n'),
    buttons: [
      ...page.items.map((one, i) => [
        {
          text: shorten(`${page.offset + i + 1}. ${one.exemplar.code} – ${sayAward(ctx, plan, one)}`, 60),
          callback_data: presses.open.data(one.id, kept),
        },
      ]),
      ...buildPageRow(ctx, page, (to) => presses.list.data(to, kept), 'form-page-after'),
      ...(manages && waiting > 0
        ? [
            [
              {
                text: ctx.t('awards-forward-page', { n: waiting }),
                callback_data: presses.pageAsk.data(page.page, kept),
              },
              { text: ctx.t('awards-several'), callback_data: presses.several.data(kept) },
            ],
          ]
        : []),
      ...(manages && counts.forwarded
        ? [[{ text: ctx.t('awards-record'), callback_data: presses.record.data(kept) }]]
        : []),
      [
        { text: ctx.t('awards-filter'), callback_data: presses.filters.data(kept) },
        { text: ctx.t('awards-decisions'), callback_data: presses.decisions.data(plan.id, 0) },
      ],
      [
        ...(page.total > 0
          ? [
              {
                text: ctx.t('awards-files'),
                callback_data:
                  filter.year === undefined
                    ? chooseReport.data(code)
                    : makeReport.data(code, String(filter.year), filter.unitId ?? null),
              },
            ]
          : []),
        ...(manages ? [{ text: ctx.t('awards-add'), callback_data: presses.add.data(kept) }] : []),
      ],
    ].filter((row) => row.length > 0),
  };
}

/** Builds the button back to the list of a filter. */
export function awardListButton(by: Pick<BotContext, 't'>, kept: string) {
  return { text: by.t('awards-list'), callback_data: presses.list.data(0, kept) };
}
