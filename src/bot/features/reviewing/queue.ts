import type { InlineKeyboardButton } from 'grammy/types';
import { listFiledDuties } from '../../../duties/filing.ts';
import { documentName } from '../../../duties/say.ts';
import { type QueueFilter, readQueue, type WaitingItem } from '../../../exemplars/review-queue.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { shorten } from '../../../text/shorten.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { buildPageRow, pagesOf, sayRange } from '../../core/pages.ts';
import type { Reply } from '../../forms/form.ts';
import { showDocuments } from '../documents/document-presses.ts';
import { sayFilter, writeFilter } from './filter.ts';
import { documentPresses, presses } from './presses.ts';

/** Number of items on one page of the queue. */
export const perPage = 8;

/** Shows a page of the waiting items, exemplars and documents together, oldest first. */
export async function showQueue(ctx: BotContext, page: number, filter: QueueFilter): Promise<void> {
  const { db, plans } = ctx.house;
  const { lines, total, page: shown } = await readQueue(db.pool, plans.open(), filter, { page, perPage });
  if (total === 0) return sayQueueEmpty(ctx, filter);
  const from = shown * perPage + 1;
  const words = await sayFilter(ctx, filter);
  const text = [
    ...(words ? [ctx.html('review-queue-filter', { filter: words })] : []),
    ctx.html('review-queue-title', { range: sayRange(ctx, { offset: from - 1, items: lines, total }) }),
    ...lines.map((line, i) => sayLine(ctx, line, from + i) + remarks(ctx, line)),
  ].join('\n');
  const kept = writeFilter(filter);
  const place = { page: shown, pages: pagesOf(total, perPage) };
  const approvable = lines.some(({ what }) => what === 'exemplar');
  const reply: Reply = {
    text,
    buttons: [
      ...lines.map((line) => [{ text: labelOf(ctx, line), callback_data: seeWaiting(line, kept) }]),
      ...buildPageRow(ctx, place, (n) => presses.queue.data(n, kept)),
      [
        ...(approvable
          ? [{ text: ctx.t('review-approve-all'), callback_data: presses.allAsk.data(shown, kept) }]
          : []),
        { text: ctx.t('review-by-unit'), callback_data: presses.units.data(0, kept) },
        { text: ctx.t('review-filter'), callback_data: presses.filters.data(kept) },
      ],
      ...(await unitDocuments(ctx, filter)),
    ],
  };
  const turning = presses.queue.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

function sayLine(ctx: BotContext, line: WaitingItem, n: number): string {
  const when = formatInstant(line.since, ctx.house.plan.zone);
  return line.what === 'exemplar'
    ? ctx.html('review-queue-line', { n, code: line.code, name: line.name, unit: line.unitName, when })
    : ctx.html('review-queue-document', {
        n,
        duty: documentName(planOf(ctx.house, line), ctx.locale, line),
        unit: line.unitName,
        when,
      });
}

function labelOf(ctx: BotContext, line: WaitingItem): string {
  const label =
    line.what === 'exemplar'
      ? `${line.code} ${line.name}`
      : `${documentName(planOf(ctx.house, line), ctx.locale, line)} – ${line.unitName}`;
  return shorten(label, 60);
}

function seeWaiting({ what, id }: WaitingItem, kept: string): string {
  return what === 'exemplar' ? presses.see.data(id, kept) : documentPresses.see.data(id, kept);
}

/** Remarks that an officer must not miss: approving one above the maximum accepts the exception. */
export function remarks(ctx: BotContext, line: WaitingItem): string {
  return [
    ...(line.late ? [` – ${ctx.html('review-late')}`] : []),
    ...(line.what === 'exemplar' && line.overQuota ? [` – ${ctx.html('review-over')}`] : []),
  ].join('');
}

/** Says that nothing waits; where a filter hides items, a button shows the whole queue. */
export async function sayQueueEmpty(ctx: BotContext, filter: QueueFilter = {}): Promise<void> {
  const words = await sayFilter(ctx, filter);
  if (!words) {
    await ctx.say({ text: ctx.html('review-queue-empty'), buttons: commandButtons(ctx, ['baocao']) });
    return;
  }
  const ofUnit = writeFilter(filter) === writeFilter({ unitId: filter.unitId });
  await ctx.say({
    text: ofUnit
      ? ctx.html('review-queue-empty-unit')
      : ctx.html('review-queue-empty-filter', { filter: words }),
    buttons: [...commandButtons(ctx, ['duyet']), ...(await unitDocuments(ctx, filter))],
  });
}

/** Shown with the queue of one unit: its documents, decided or not. */
async function unitDocuments(ctx: BotContext, { unitId }: QueueFilter): Promise<InlineKeyboardButton[][]> {
  const duties = unitId === undefined ? [] : await listFiledDuties(ctx.house.db.prisma, [unitId]);
  if (unitId === undefined || duties.length === 0) return [];
  const n = duties.reduce((sum, { versions }) => sum + versions, 0);
  return [[{ text: ctx.t('review-unit-documents', { n }), callback_data: showDocuments.data(unitId) }]];
}
