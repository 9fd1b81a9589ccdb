import { findProposal, listProposals, type Proposal } from '../../../awards/proposal.ts';
import { DomainError } from '../../../errors.ts';
import { listEvaluations } from '../../../evaluations/evaluation.ts';
import { hasAccess } from '../../../people/rights.ts';
import { isAwardHeld } from '../../../plan/awards.ts';
import { formatInstant, localDate } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { storyPresses } from '../stories/presses.ts';
import { awardListButton } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAward, sayProposalState } from './say-award.ts';

const mostOthers = 8;

/** Reads the proposal that a button names. Throws `proposal-not-found`. */
export async function proposalOf({ house }: Pick<BotContext, 'house'>, id: number): Promise<Proposal> {
  const proposal = await findProposal(house.db.prisma, id);
  if (!proposal) throw new DomainError('proposal-not-found');
  return proposal;
}

/** Builds the screen of one proposal, with the evaluation of its year and earlier awards. */
export async function proposalReply(ctx: BotContext, proposal: Proposal, kept: string): Promise<Reply> {
  const plan = planOf(ctx.house, proposal);
  const { exemplar, exemplarId, year } = proposal;
  const { prisma } = ctx.house.db;
  const [last] = proposal.changes;
  const evaluations = await listEvaluations(prisma, { exemplarIds: [exemplarId], year });
  const evaluation = evaluations.find(({ planId }) => planId === proposal.planId) ?? evaluations[0];
  const others = (await listProposals(prisma, { exemplarIds: [exemplarId] })).filter(
    ({ id, state }) => id !== proposal.id && state !== 'withdrawn',
  );
  const same = others.filter(
    (one) =>
      one.year === year &&
      one.form === proposal.form &&
      one.title === proposal.title &&
      one.level === proposal.level,
  );
  const rest = others.filter((one) => !same.includes(one));
  const today = localDate(ctx.house.clock.now(), plan.zone);
  return {
    text: [
      ctx.html('awards-head', { code: exemplar.code, name: exemplar.name, unit: exemplar.unit.name }),
      ctx.html('awards-proposed', {
        award: sayAward(ctx, plan, proposal),
        year: String(year),
        when: formatInstant(proposal.proposedAt, plan.zone),
        unit: proposal.unit.name,
        source: proposal.source,
      }),
      ctx.html('awards-state', {
        state: sayProposalState(ctx, proposal),
        who: proposal.state === 'proposed' ? 'none' : (last?.person.name ?? '–'),
        when: formatInstant(proposal.decidedAt ?? proposal.proposedAt, plan.zone),
      }),
      ...(proposal.reason === null ? [] : [ctx.html('awards-reason', { reason: proposal.reason })]),
      ...((exemplar.position ?? exemplar.representative)
        ? [ctx.html('awards-position', { position: exemplar.position ?? exemplar.representative ?? '' })]
        : []),
      ctx.html('awards-grounds', { grounds: shorten(proposal.grounds, 1200) }),
      evaluation
        ? ctx.html('awards-evaluation', {
            year: String(year),
            result: ctx.t(`evaluate-result-${evaluation.result}`),
            place: evaluation.spreadTo ? shorten(evaluation.spreadTo, 200) : 'none',
          })
        : ctx.html('awards-evaluation-none', { year: String(year) }),
      ...same.map((one) =>
        ctx.html('awards-same', {
          unit: one.unit.name,
          plan: one.plan.code ?? '–',
          state: sayProposalState(ctx, one),
        }),
      ),
      ...(rest.length > 0 ? [ctx.html('awards-others')] : [ctx.html('awards-others-none')]),
      ...rest.slice(-mostOthers).map((one) =>
        ctx.html('awards-other-line', {
          year: String(one.year),
          award: sayAward(ctx, planOf(ctx.house, one), one),
          state: sayProposalState(ctx, one),
        }),
      ),
      ...(isOpen(proposal) && !isAwardHeld(plan, proposal, today) ? [ctx.html('awards-level-over')] : []),
      ...(exemplar.status === 'approved'
        ? []
        : [ctx.html('awards-unfit', { status: ctx.t(`status-${exemplar.status}`) })]),
    ].join('\n'),
    buttons: [
      ...(hasAccess(ctx.person, 'manageAwards') && !plan.closed ? actions(ctx, proposal, kept) : []),
      ...(proposal.decision
        ? [
            [
              {
                text: ctx.t('awards-see-decision', { number: shorten(proposal.decision.number, 40) }),
                callback_data: presses.decision.data(proposal.decision.id),
              },
            ],
          ]
        : []),
      [
        {
          text: ctx.t('awards-story', { code: exemplar.code }),
          callback_data: storyPresses.open.data(exemplarId),
        },
        awardListButton(ctx, kept),
      ],
    ],
  };
}

const isOpen = ({ state }: Proposal) => state === 'proposed' || state === 'forwarded';

function actions(
  ctx: BotContext,
  { id, state, decisionId }: Proposal,
  kept: string,
): NonNullable<Reply['buttons']> {
  const reopen = { text: ctx.t('awards-reopen'), callback_data: presses.reopen.data(id, kept) };
  switch (state) {
    case 'proposed':
      return [
        [
          { text: ctx.t('awards-forward'), callback_data: presses.forward.data(id, kept) },
          { text: ctx.t('awards-decline'), callback_data: presses.decline.data(id, kept) },
        ],
      ];
    case 'forwarded':
      return [
        [
          { text: ctx.t('awards-record'), callback_data: presses.record.data(kept) },
          { text: ctx.t('awards-refuse'), callback_data: presses.refuse.data(id, kept) },
        ],
        [reopen],
      ];
    case 'withdrawn':
      return [];
    default:
      return decisionId === null ? [[reopen]] : [];
  }
}

/** Says one proposal in a line: exemplar, unit, award. HTML. */
export function sayProposalLine(ctx: Pick<BotContext, 'html' | 'house' | 'locale'>, one: Proposal): string {
  return ctx.html('awards-plain-line', {
    code: one.exemplar.code,
    name: shorten(one.exemplar.name, 80),
    unit: one.exemplar.unit.name,
    award: sayAward(ctx, planOf(ctx.house, one), one),
  });
}
