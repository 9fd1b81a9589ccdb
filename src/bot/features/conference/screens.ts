import { DomainError } from '../../../errors.ts';
import { findDelegateNumber } from '../../../nominations/delegate-number.ts';
import { findNomination } from '../../../nominations/nomination.ts';
import {
  countNominations,
  type RankedNomination,
  readRanking,
  requireConference,
} from '../../../nominations/read-ranking.ts';
import { sayPoints } from '../../../nominations/say-points.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { shorten } from '../../../text/shorten.ts';
import { findUnit } from '../../../units/units.ts';
import { runWithArgs } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pageOf, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import { conferencePresses as presses } from './presses.ts';
import { filterRanking, type RankingFilter, rankedStates, writeRankingFilter } from './ranking-filter.ts';
import { sayWeights } from './say-weights.ts';

const perPage = 8;

/** What speaks on these screens: a turn, or the scene of a form. */
export type ConferenceSayer = Pick<BotContext, 't' | 'html' | 'locale' | 'house' | 'person'>;

/** Reads the whole ranking of a plan, as the person's office sees it. */
export function rankingOf({ house }: Pick<ConferenceSayer, 'house'>, plan: LoadedPlan) {
  return readRanking(house.db.pool, plan, { now: house.clock.now() });
}

/** Tells whether a person may decide under a plan now. */
function mayDecide(by: Pick<ConferenceSayer, 'person'>, plan: LoadedPlan): boolean {
  return !plan.closed && hasAccess(by.person, 'decideConference');
}

/** Builds a page of the ranking or a part of it, with the next one to decide under it. */
export async function rankingReply(
  by: ConferenceSayer,
  plan: LoadedPlan,
  wanted: number,
  filter: RankingFilter = {},
): Promise<Reply> {
  const conference = requireConference(plan);
  const ranked = await rankingOf(by, plan);
  const delegates = await findDelegateNumber(by.house.db.prisma, plan);
  const counts = countNominations(ranked);
  const listed = filterRanking(ranked, filter);
  const page = pageOf(listed, wanted, perPage);
  const decides = mayDecide(by, plan);
  const next = listed.find(({ state }) => state === 'nominated');
  const narrowed = ranked.length > 0 ? await sayRankingFilter(by, filter) : '';
  const written = writeRankingFilter(filter);
  const head = [
    by.html('conference-title', { conference: conference.name[by.locale] }),
    ...(ranked.length === 0
      ? [by.html('conference-empty')]
      : [
          by.html('conference-counts', {
            ...{ nominated: counts.nominated, units: counts.units, chosen: counts.chosen },
            ...{ waiting: counts.waiting, dropped: counts.notChosen },
          }),
        ]),
    ...sayDelegates(by, delegates, counts.chosen),
    ...(ranked.length === 0 || narrowed ? [] : [sayWeights(by, plan, conference.weights)]),
    ...(narrowed ? [by.html('conference-narrowed', { filter: narrowed, n: listed.length })] : []),
  ];
  return {
    text: [
      head.join('\n'),
      ...(page.pages > 1 ? [by.t('conference-page', { range: sayRange(by, page) })] : []),
      ...page.items.map((one) => sayLine(by, plan, one)),
      ...(decides && next ? [by.html('conference-next', { rank: next.rank, ...nameOf(next) })] : []),
    ].join('\n\n'),
    buttons: [
      ...(decides && next ? [decisionRow(by, next)] : []),
      ...page.items.map((one) => [
        {
          text: shorten(by.t('conference-rank', { rank: one.rank, code: one.code, name: one.name }), 60),
          callback_data: presses.open.data(one.id),
        },
      ]),
      ...buildPageRow(
        by,
        page,
        (to) => (narrowed ? presses.filtered.data(plan.id, to, written) : presses.list.data(plan.id, to)),
        'form-page-after',
      ),
      ...(narrowed || page.pages > 1 ? stateRows(by, plan, ranked, filter) : []),
      ...(decides
        ? [
            [{ text: by.t('conference-nominate'), callback_data: presses.nominate.data(plan.id) }],
            [{ text: by.t('conference-number'), callback_data: presses.number.data(plan.id) }],
          ]
        : []),
      ...(ranked.length === 0
        ? []
        : [[{ text: by.t('conference-report'), callback_data: runWithArgs.data('baocao', 'hoinghi') }]]),
    ],
  };
}

/** Builds the buttons that narrow the ranking to a state, with the number of each, or widen it. */
function stateRows(
  by: ConferenceSayer,
  plan: LoadedPlan,
  ranked: RankedNomination[],
  filter: RankingFilter,
): NonNullable<Reply['buttons']> {
  const { state: _, ...wide } = filter;
  const others = rankedStates
    .filter((state) => state !== filter.state)
    .map((state) => ({ state, n: filterRanking(ranked, { ...wide, state }).length }))
    .filter(({ n }) => n > 0);
  return [
    others.map(({ state, n }) => ({
      text: by.t(`conference-only-${state}`, { n }),
      callback_data: presses.filtered.data(plan.id, 0, writeRankingFilter({ ...wide, state })),
    })),
    ...(Object.keys(filter).length > 0
      ? [
          [
            {
              text: by.t('conference-whole', { n: ranked.length }),
              callback_data: presses.list.data(plan.id, 0),
            },
          ],
        ]
      : []),
  ].filter((row) => row.length > 0);
}

/** Says the filter of a ranking (plain text); empty: all. */
async function sayRankingFilter(
  by: ConferenceSayer,
  { state, unitId, words }: RankingFilter,
): Promise<string> {
  const unit = unitId === undefined ? undefined : await findUnit(by.house.db.prisma, unitId);
  return [
    ...(unitId === undefined ? [] : [unit?.name ?? '–']),
    ...(state ? [by.t(`nomination-${state}`)] : []),
    ...(words ? [`“${words}”`] : []),
  ].join(', ');
}

/** `Đã chọn 12/60 đại biểu`, and a warning above the number. */
function sayDelegates(by: ConferenceSayer, delegates: number | undefined, chosen: number): string[] {
  if (delegates === undefined) return [];
  const key = chosen > delegates ? 'conference-delegates-over' : 'conference-delegates';
  return [by.html(key, { delegates, chosen, over: chosen - delegates })];
}

/** [Chọn] and [Bỏ], as far as they change the state. */
function decisionRow(by: ConferenceSayer, { id, seen, state }: RankedNomination) {
  return [
    ...(state === 'chosen'
      ? []
      : [{ text: by.t('conference-choose'), callback_data: presses.choose.data(id, seen) }]),
    ...(state === 'not_chosen'
      ? []
      : [{ text: by.t('conference-drop'), callback_data: presses.drop.data(id, seen) }]),
  ];
}

function nameOf({ code, name, unit }: RankedNomination): { code: string; name: string; unit: string } {
  return { code, name: shorten(name, 100), unit };
}

/** One line of the ranking, and one that explains its points. */
function sayLine(by: ConferenceSayer, plan: LoadedPlan, one: RankedNomination): string {
  return [
    by.html('conference-line', {
      ...{ rank: one.rank, ...nameOf(one), points: one.points },
      state: by.t(`nomination-${one.state}`),
    }),
    by.html('conference-why', { why: sayPoints(by.locale, plan, one) }),
  ].join('\n');
}

/** Builds the screen of one nomination, with the decisions that can be made now. */
export async function nominationReply(by: ConferenceSayer, id: number): Promise<Reply> {
  const stored = await findNomination(by.house.db.prisma, id);
  if (!stored) throw new DomainError('nomination-not-found');
  const plan = planOf(by.house, stored);
  const one = (await rankingOf(by, plan)).find((ranked) => ranked.id === id);
  if (!one) throw new DomainError('nomination-gone');
  const decides = mayDecide(by, plan);
  const category = plan.categories.find(({ code }) => code === one.category)?.name[by.locale];
  const office = plan.bodies.office[by.locale];
  return {
    text: [
      [
        by.html('conference-line', {
          ...{ rank: one.rank, ...nameOf(one), points: one.points },
          state: by.t(`nomination-${one.state}`),
        }),
        by.html('conference-why', { why: sayPoints(by.locale, plan, one) }),
      ].join('\n'),
      by.html('conference-facts', {
        subject: plan.subjects[one.subject].name[by.locale],
        category: category ?? one.category,
        who: one.position ?? one.representative ?? '–',
        place: one.place,
      }),
      by.html(one.onBehalf ? 'conference-grounds-behalf' : 'conference-grounds', {
        ...{ grounds: shorten(one.grounds, 1500), office },
        when: formatInstant(one.nominatedAt, plan.zone),
      }),
      ...stored.changes
        .filter(({ action }) => action === 'choose' || action === 'drop')
        .map(({ action, at, person, reason }) =>
          by.html(`conference-step-${action}`, {
            ...{ who: person.name ?? '–', when: formatInstant(at, plan.zone) },
            ...{ reason: shorten(reason ?? '', 300), reasoned: reason === null ? 'no' : 'yes' },
          }),
        ),
    ].join('\n\n'),
    buttons: [
      ...(decides ? [decisionRow(by, one)] : []),
      ...(decides && one.state === 'chosen'
        ? [[{ text: by.t('conference-explain'), callback_data: presses.explain.data(id, one.seen) }]]
        : []),
      [
        {
          text: by.t('conference-see', { code: one.code }),
          callback_data: openExemplar.data(one.exemplarId),
        },
      ],
      ...(decides ? [[{ text: by.t('review-next'), callback_data: presses.next.data(id) }]] : []),
      [listButton(by, plan)],
    ],
  };
}

/** Builds the button to the ranking of a plan. */
export function listButton(by: Pick<ConferenceSayer, 't'>, { id }: Pick<LoadedPlan, 'id'>) {
  return { text: by.t('conference-list'), callback_data: presses.list.data(id, 0) };
}
