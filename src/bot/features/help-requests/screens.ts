import { DomainError } from '../../../errors.ts';
import { type HelpRequest, helpRequestById, pageHelpRequests } from '../../../help-requests/help-request.ts';
import { hasAccess, listUnitsWithin, reaches } from '../../../people/rights.ts';
import { listUnitsAs } from '../../../people/roles.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, loadPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { openExemplar } from '../exemplars/exemplar-presses.ts';
import { helpPresses as presses } from './presses.ts';

const perPage = 8;
/** The parts of a button that lists requests not closed, and all of them. */
const [unsettled, all] = [0, 1];

/** Builds the button to the list of requests. */
export function helpListButton(by: Pick<BotContext, 't'>) {
  return { text: by.t('aid-list'), callback_data: presses.list.data(unsettled, 0) };
}

/** Reads the request that a button names. Throws `help-not-found`. */
export async function helpOf(ctx: Pick<BotContext, 'house'>, id: number): Promise<HelpRequest> {
  const request = await helpRequestById(ctx.house.db.prisma, id);
  if (!request) throw new DomainError('help-not-found');
  return request;
}

/** Builds a page of the requests that a person may see. */
export async function helpListReply(ctx: BotContext, which: number, wanted: number): Promise<Reply> {
  const within = listUnitsWithin(ctx.person, 'seeHelp');
  const shown = await loadPage(wanted, perPage, (limit, offset) =>
    pageHelpRequests(ctx.house.db.prisma, {
      ...(within !== 'all' && { unitIds: within }),
      unsettled: which !== all,
      limit,
      offset,
    }),
  );
  const n = (i: number) => shown.offset + i + 1;
  const title = which === all ? 'aid-all' : 'aid-unsettled';
  return {
    text: [
      shown.total === 0
        ? ctx.html(which === all ? 'aid-none' : 'aid-none-unsettled')
        : ctx.html('aid-list-title', { what: ctx.t(title), range: sayRange(ctx, shown) }),
      ...shown.items.map((one, i) => ctx.html('aid-line', { n: n(i), ...lineOf(ctx, one) })),
    ].join('\n'),
    buttons: [
      ...shown.items.map((one, i) => [
        {
          text: shorten(`${n(i)}. ${one.exemplar?.code ?? one.unitName}: ${one.text}`, 60),
          callback_data: presses.open.data(one.id),
        },
      ]),
      ...buildPageRow(ctx, shown, (to) => presses.list.data(which, to), 'form-page-after'),
      [
        which === all
          ? { text: ctx.t('aid-unsettled'), callback_data: presses.list.data(unsettled, 0) }
          : { text: ctx.t('aid-all'), callback_data: presses.list.data(all, 0) },
      ],
      ...askButtons(ctx),
    ],
  };
}

/** [Đề nghị giúp đỡ] for each unit that the person serves. */
function askButtons(ctx: BotContext): NonNullable<Reply['buttons']> {
  if (!hasAccess(ctx.person, 'askHelp')) return [];
  const units = listUnitsAs(ctx.person, 'liaison');
  return units.map(({ id, name }) => [
    {
      text: units.length === 1 ? ctx.t('aid-ask-new') : ctx.t('aid-ask-new-of', { unit: name }),
      callback_data: presses.ask.data(id),
    },
  ]);
}

function lineOf(by: Pick<BotContext, 't' | 'house'>, request: HelpRequest) {
  const { unitName, exemplar, text, state, askedAt } = request;
  return {
    unit: unitName,
    exemplar: exemplar?.code ?? 'none',
    text: shorten(text, 120),
    state: by.t(`aid-state-${state}`),
    when: formatInstant(askedAt, by.house.plan.zone),
  };
}

/** Builds the screen of one request, with what became of it. */
export function helpReply(ctx: BotContext, request: HelpRequest): Reply {
  const { id, state, unitId, exemplar } = request;
  const { zone } = ctx.house.plan;
  const waits = state !== 'closed' && !planOf(ctx.house, request).closed;
  const answers = waits && hasAccess(ctx.person, 'answerHelp');
  const mine = waits && reaches(ctx.person, 'askHelp', { unitId });
  return {
    text: [
      ctx.html('aid-head', { unit: request.unitName, state: ctx.t(`aid-state-${state}`) }),
      ...(exemplar ? [ctx.html('aid-exemplar', { code: exemplar.code, name: exemplar.name })] : []),
      ctx.html('aid-text', { text: request.text }),
      ...request.steps.map(({ action, at, by, reason, from, to }) =>
        ctx.html(`aid-step-${action}`, {
          when: formatInstant(at, zone),
          who: by ?? '–',
          note: reason ?? '',
          noted: reason === null ? 'no' : 'yes',
          from: from ?? '–',
          to: to ?? '–',
        }),
      ),
    ].join('\n'),
    buttons: [
      ...(answers
        ? [
            [
              ...(state === 'open'
                ? [{ text: ctx.t('aid-take'), callback_data: presses.take.data(id) }]
                : []),
              { text: ctx.t('aid-close'), callback_data: presses.close.data(id) },
            ],
          ]
        : []),
      ...(mine ? [[{ text: ctx.t('aid-drop'), callback_data: presses.drop.data(id) }]] : []),
      ...(exemplar
        ? [
            [
              {
                text: ctx.t('aid-see-exemplar', { code: exemplar.code }),
                callback_data: openExemplar.data(exemplar.id),
              },
            ],
          ]
        : []),
      [helpListButton(ctx)],
    ],
  };
}
