import { type AwardDecision, findAwardDecision, pageAwardDecisions } from '../../../awards/decision.ts';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, loadPage, type Page, sayPage, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../core/reply.ts';
import { sendStoredFiles } from '../exemplars/exemplar-files.ts';
import { writeAwardFilter } from './award-filter.ts';
import { awardListButton } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { sayAwardName, sayLevel, sayPaper } from './say-award.ts';

const perPage = 8;
const mostLines = 40;

/** Reads the decision that a button names. Throws `award-decision-not-found`. */
export async function decisionOf({ house }: Pick<BotContext, 'house'>, id: number): Promise<AwardDecision> {
  const decision = await findAwardDecision(house.db.prisma, id);
  if (!decision || !house.plans.find(decision.planId)) throw new DomainError('award-decision-not-found');
  return decision;
}

/** Shows a page of the decisions under a plan, the newest first. */
export async function showDecisions(ctx: BotContext, planId: number, wanted: number): Promise<void> {
  const plan = planOf(ctx.house, { planId });
  const page = await loadPage(wanted, perPage, (limit, offset) =>
    pageAwardDecisions(ctx.house.db.prisma, { planId: plan.id, limit, offset }),
  );
  await sayPage(ctx, wanted, decisionsReply(ctx, plan, page));
}

/** Builds a page of a list of decisions under a plan. */
export function decisionsReply(ctx: BotContext, plan: LoadedPlan, page: Page<AwardDecision>): Reply {
  return {
    text: [
      page.total === 0
        ? ctx.html('awards-decisions-none')
        : ctx.html('awards-decisions-title', { range: sayRange(ctx, page) }),
      ...page.items.map((one, i) =>
        ctx.html('awards-decision-line', {
          n: page.offset + i + 1,
          paper: sayPaper(ctx, one),
          level: sayLevel(ctx, plan, one.level),
          granted: one.proposals.filter(({ state }) => state === 'granted').length,
          over: one.takenBackAt === null ? 'no' : 'yes',
        }),
      ),
    ].join('\n'),
    buttons: [
      ...page.items.map((one, i) => [
        {
          text: shorten(`${page.offset + i + 1}. ${one.number}`, 60),
          callback_data: presses.decision.data(one.id),
        },
      ]),
      ...buildPageRow(ctx, page, (to) => presses.decisions.data(plan.id, to), 'form-page-after'),
      [awardListButton(ctx, writeAwardFilter(ctx.house, { planId: plan.id }))],
    ],
  };
}

/** Builds the screen of one decision: its paper, whom it grants, its history. */
export function decisionReply(ctx: BotContext, decision: AwardDecision): Reply {
  const plan = planOf(ctx.house, decision);
  const { id, proposals, attachments, changes } = decision;
  const stands = decision.takenBackAt === null;
  const manages = stands && !plan.closed && hasAccess(ctx.person, 'manageAwards');
  const shown = proposals.slice(0, mostLines);
  return {
    text: [
      ctx.html('awards-decision-head', {
        paper: sayPaper(ctx, decision),
        level: sayLevel(ctx, plan, decision.level),
        over: stands ? 'no' : 'yes',
      }),
      ...shown.map((one) =>
        ctx.html('awards-decision-proposal', {
          code: one.exemplar.code,
          name: shorten(one.exemplar.name, 80),
          unit: one.exemplar.unit.name,
          award: sayAwardName(ctx, plan, one),
          state: one.state,
          reason: one.reason ?? 'none',
        }),
      ),
      ...(proposals.length > shown.length
        ? [ctx.html('awards-decision-more', { n: proposals.length - shown.length })]
        : []),
      ctx.html('awards-decision-files', { n: attachments.length }),
      ...changes.slice(-8).map(({ action, at, person, reason }) =>
        ctx.html(`awards-decision-step-${action}`, {
          when: formatInstant(at, plan.zone),
          who: person.name ?? '–',
          reason: reason ?? 'none',
        }),
      ),
    ].join('\n'),
    buttons: [
      ...(attachments.length > 0
        ? [
            [
              {
                text: ctx.t('exemplar-files', { n: attachments.length }),
                callback_data: presses.files.data(id),
              },
            ],
          ]
        : []),
      ...(manages
        ? [
            [
              { text: ctx.t('awards-mend'), callback_data: presses.mend.data(id) },
              { text: ctx.t('awards-take-back'), callback_data: presses.takeBack.data(id) },
            ],
          ]
        : []),
      [{ text: ctx.t('awards-decisions'), callback_data: presses.decisions.data(plan.id, 0) }],
    ],
  };
}

/** Sends the files of a decision. */
export async function sendDecisionFiles(ctx: BotContext, id: number): Promise<void> {
  const { attachments, number } = await decisionOf(ctx, id);
  await sendStoredFiles(ctx, attachments, number);
}
