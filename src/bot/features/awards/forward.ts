import { type Forwarded, forwardProposals } from '../../../awards/forward-proposals.ts';
import { listProposalsById } from '../../../awards/proposal.ts';
import { DomainError } from '../../../errors.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { sayRefusal } from '../../core/refusal.ts';
import type { Scene } from '../../forms/form.ts';
import { type AwardFilter, readAwardFilter, writeAwardFilter } from './award-filter.ts';
import { awardListButton, loadProposals } from './list-screen.ts';
import { awardPresses as presses } from './presses.ts';
import { proposalOf, proposalReply, sayProposalLine } from './proposal-screen.ts';

/** Asks once before the proposals of a page are forwarded. The button holds their ids. */
export async function askForwardPage(ctx: BotContext, wanted: number, filter: AwardFilter): Promise<void> {
  const page = await loadProposals(ctx, filter, wanted);
  const waiting = page.items.filter(({ state }) => state === 'proposed');
  const kept = writeAwardFilter(ctx.house, filter);
  if (waiting.length === 0)
    return ctx.say({ text: ctx.html('awards-none-waiting'), buttons: [[awardListButton(ctx, kept)]] });
  await ctx.say({
    text: [
      ctx.html('awards-forward-ask', { n: waiting.length }),
      ...waiting.map((one) => sayProposalLine(ctx, one)),
    ].join('\n'),
    buttons: [
      [
        {
          text: ctx.t('awards-forward-yes', { n: waiting.length }),
          callback_data: presses.page.data(waiting.map(({ id }) => id)),
        },
      ],
      [{ text: ctx.t('awards-forward-no'), callback_data: presses.list.data(page.page, kept) }],
    ],
  });
}

/** Forwards the proposals of a button, and says why each of the others was left. */
export async function forwardPage(ctx: BotContext, ids: number[]): Promise<void> {
  const [first] = await listProposalsById(ctx.house.db.prisma, ids);
  if (!first) throw new DomainError('proposal-not-found');
  const plan = planOf(ctx.house, first);
  const by = { ...actorOf(ctx), at: ctx.house.clock.now() };
  const result = await forwardProposals({ db: ctx.house.db, plan }, ids, by);
  const kept = writeAwardFilter(ctx.house, { planId: plan.id, year: first.year });
  await ctx.sayInPlace({
    text: sayForwarded(ctx, result),
    buttons: [[awardListButton(ctx, kept)]],
  });
}

/** Says how many were forwarded, and why each of the others was left (HTML). */
export function sayForwarded(by: Pick<Scene, 'html' | 'house'>, { forwarded, refusals }: Forwarded): string {
  return [
    ...(forwarded.length > 0 ? [by.html('awards-forwarded', { n: forwarded.length })] : []),
    ...refusals.map((refusal) => sayRefusal(by, refusal)),
  ].join('\n');
}

/** Forwards one proposal, and shows it as it is then. */
export async function forwardOne(ctx: BotContext, id: number, kept: string): Promise<void> {
  const plan = planOf(ctx.house, await proposalOf(ctx, id));
  const by = { ...actorOf(ctx), at: ctx.house.clock.now() };
  const { refusals } = await forwardProposals({ db: ctx.house.db, plan }, [id], by);
  const [refusal] = refusals;
  if (refusal) throw refusal;
  const filter = writeAwardFilter(ctx.house, readAwardFilter(ctx.house, kept));
  const { text, buttons } = await proposalReply(ctx, await proposalOf(ctx, id), filter);
  await ctx.sayInPlace({
    text: `${ctx.html('awards-forwarded-one')}\n${text}`,
    ...(buttons && { buttons }),
  });
}
