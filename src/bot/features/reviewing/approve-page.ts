import { DomainError } from '../../../errors.ts';
import { decide } from '../../../exemplars/review.ts';
import { type QueueFilter, readQueue } from '../../../exemplars/review-queue.ts';
import { similarTo } from '../../../exemplars/similar.ts';
import { shorten } from '../../../text/shorten.ts';
import { actorOf } from '../../core/actor.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { writeFilter } from './filter.ts';
import { presses } from './presses.ts';
import { perPage, remarks, sayQueueEmpty } from './queue.ts';

/**
 * Asks once before the exemplars of a page are approved, and names those that are similar to
 * another one. The button holds their ids, so that nothing unseen is approved. Documents are
 * accepted one by one.
 */
export async function askApprovePage(ctx: BotContext, page: number, filter: QueueFilter): Promise<void> {
  const { db, plans } = ctx.house;
  const { lines, page: shown } = await readQueue(db.pool, plans.open(), filter, { page, perPage });
  const exemplars = lines.filter((line) => line.what === 'exemplar');
  if (exemplars.length === 0) return sayQueueEmpty(ctx, filter);
  const similar = await similarTo(
    db.pool,
    exemplars.map(({ id }) => id),
  );
  const documents = lines.length - exemplars.length;
  const ids = exemplars.map((line) => line.id);
  await ctx.say({
    text: [
      ctx.html('review-approve-all-ask', { n: exemplars.length }),
      ...exemplars.flatMap((line) => [
        ctx.html('list-plain-line', { code: line.code, name: shorten(line.name, 100) }) + remarks(ctx, line),
        ...(similar.get(line.id) ?? []).slice(0, 1).map((other) =>
          ctx.html('review-looks-like', {
            code: other.code,
            name: shorten(other.name, 60),
            unit: other.unitName,
            status: ctx.t(`status-${other.status}`),
          }),
        ),
      ]),
      ...(documents > 0 ? [ctx.html('review-approve-all-documents', { n: documents })] : []),
    ].join('\n'),
    buttons: [
      [
        {
          text: ctx.t('review-approve-all-yes', { n: exemplars.length }),
          callback_data: presses.all.data(ids, Math.max(...exemplars.map(({ revision }) => revision))),
        },
      ],
      [
        {
          text: ctx.t('review-approve-all-no'),
          callback_data: presses.queue.data(shown, writeFilter(filter)),
        },
      ],
    ],
  });
}

/**
 * Approves those of the page that still wait unchanged; those decided or changed since are named.
 * `seen`: the last line of their history that was shown.
 */
export async function approvePage(
  ctx: BotContext,
  ids: number[],
  seen: (id: number) => Promise<number>,
): Promise<void> {
  const by = actorOf(ctx);
  const changed: string[] = [];
  const decidedBefore: string[] = [];
  let approved = 0;
  for (const id of ids) {
    try {
      const { deliveries } = await decide(
        ctx.house,
        id,
        { action: 'approve' },
        { ...by, seen: await seen(id) },
      );
      await ctx.house.deliverSoon(deliveries);
      approved += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code = id } = error.args;
      (error.code === 'exemplar-changed' ? changed : decidedBefore).push(String(code));
    }
  }
  const lines = approved > 0 ? [ctx.html('review-approved-all', { n: approved })] : [];
  if (decidedBefore.length > 0)
    lines.push(ctx.html('review-decided-before', { codes: decidedBefore.join(', ') }));
  if (changed.length > 0) lines.push(ctx.html('review-changed-before', { codes: changed.join(', ') }));
  await ctx.sayInPlace({ text: lines.join('\n'), buttons: commandButtons(ctx, ['duyet']) });
}
