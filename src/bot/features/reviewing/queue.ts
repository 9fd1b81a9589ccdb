import { DomainError } from '../../../errors.ts';
import { type ExemplarLine, listExemplars } from '../../../exemplars/list.ts';
import { decide } from '../../../exemplars/review.ts';
import { shorten } from '../../../forms/shorten.ts';
import { formatInstant } from '../../../plan/calendar.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import { commandButtons } from '../../command-buttons.ts';
import type { BotContext } from '../../context.ts';
import type { Reply } from '../../forms/form.ts';
import { readUnit } from '../../read-unit.ts';
import { presses } from './presses.ts';

const perPage = 8;

/** The queue, oldest first, eight a page; `unitId` 0: of all units. */
export async function showQueue(ctx: BotContext, page: number, unitId: number): Promise<void> {
  const { lines, total } = await pageOf(ctx, page, unitId);
  // Decided on meanwhile: a page may be no more.
  if (lines.length === 0 && total > 0) return showQueue(ctx, Math.ceil(total / perPage) - 1, unitId);
  if (total === 0) return sayQueueEmpty(ctx, unitId);
  const zone = ctx.house.plan.zone;
  const text = [
    ctx.html('review-queue-title', { from: page * perPage + 1, to: page * perPage + lines.length, total }),
    ...lines.map(
      (line, i) =>
        ctx.html('review-queue-line', {
          n: page * perPage + i + 1,
          code: line.code,
          name: line.name,
          unit: line.unitName,
          when: formatInstant(line.submittedAt, zone),
        }) + remarks(ctx, line),
    ),
  ].join('\n');
  const turn = [
    ...(page > 0
      ? [{ text: ctx.t('form-page-before'), callback_data: presses.queue.data(page - 1, unitId) }]
      : []),
    ...((page + 1) * perPage < total
      ? [{ text: ctx.t('list-more'), callback_data: presses.queue.data(page + 1, unitId) }]
      : []),
  ];
  const reply: Reply = {
    text,
    buttons: [
      ...lines.map((line) => [
        { text: shorten(`${line.code} ${line.name}`, 60), callback_data: presses.open.data(line.id) },
      ]),
      ...(turn.length > 0 ? [turn] : []),
      [
        { text: ctx.t('review-approve-all'), callback_data: presses.allAsk.data(page, unitId) },
        { text: ctx.t('review-by-unit'), callback_data: presses.units.data() },
      ],
    ],
  };
  const turning = presses.queue.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** Nothing waits; of one unit: the whole queue is a press away. */
export async function sayQueueEmpty(ctx: BotContext, unitId = 0): Promise<void> {
  await ctx.say({
    text: ctx.html(unitId === 0 ? 'review-queue-empty' : 'review-queue-empty-unit'),
    buttons: commandButtons(ctx, unitId === 0 ? ['baocao'] : ['duyet']),
  });
}

/** What an officer must not miss: approving one above the maximum accepts the exception. */
function remarks(ctx: BotContext, line: ExemplarLine): string {
  return [
    ...(line.late ? [` – ${ctx.html('review-late')}`] : []),
    ...(line.overQuota ? [` – ${ctx.html('review-over')}`] : []),
  ].join('');
}

function pageOf(ctx: BotContext, page: number, unitId: number) {
  return listExemplars(ctx.house.db.pool, {
    unitIds: unitId === 0 ? undefined : [unitId],
    statuses: ['submitted'],
    limit: perPage,
    offset: page * perPage,
  });
}

/** Units with something waiting; with words, the queue of the one unit they mean. */
export async function queueByUnit(ctx: BotContext, words: string): Promise<void> {
  const { rows } = await ctx.house.db.pool.query<Unit & { waiting: number }>(
    `select u.id, u.code, u.name, u.short, u.kind, count(*) as waiting
     from exemplar e join unit u on u.id = e.unit_id where e.status = 'submitted'
     group by u.id order by u.position limit 60`,
  );
  if (rows.length === 0) return sayQueueEmpty(ctx);
  const read = words ? readUnit(ctx, await listUnits(ctx.house.db.pool), words) : undefined;
  if (read?.ok) return showQueue(ctx, 0, read.unit.id);
  await ctx.say({
    text: read?.say ?? ctx.html('review-which-unit'),
    buttons: rows.map((u) => [
      { text: `${u.name} (${u.waiting})`, callback_data: presses.queue.data(0, u.id) },
    ]),
  });
}

/** One confirmation for a whole page; the button carries which ones, so that nothing unseen is approved. */
export async function askApprovePage(ctx: BotContext, page: number, unitId: number): Promise<void> {
  const { lines } = await pageOf(ctx, page, unitId);
  if (lines.length === 0) return sayQueueEmpty(ctx, unitId);
  const ids = lines.map((line) => line.id.toString(36)).join('.');
  await ctx.say({
    text: [
      ctx.html('review-approve-all-ask', { n: lines.length }),
      ...lines.map(
        (line) => ctx.html('list-plain-line', { code: line.code, name: line.name }) + remarks(ctx, line),
      ),
    ].join('\n'),
    buttons: [
      [{ text: ctx.t('review-approve-all-yes', { n: lines.length }), callback_data: presses.all.data(ids) }],
      [{ text: ctx.t('review-approve-all-no'), callback_data: presses.queue.data(page, unitId) }],
    ],
  });
}

/** Approves those of the page that are still open; those decided meanwhile are named. */
export async function approvePage(ctx: BotContext, ids: string): Promise<void> {
  const by = { personId: ctx.person?.id ?? 0, channel: ctx.channel.name };
  const decidedBefore: string[] = [];
  let approved = 0;
  for (const id of ids.split('.').map((part) => Number.parseInt(part, 36))) {
    try {
      const { deliveries } = await decide(ctx.house, id, { action: 'approve' }, by);
      await ctx.house.deliverSoon(deliveries);
      approved += 1;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      decidedBefore.push(String(error.args.code ?? id));
    }
  }
  const lines = approved > 0 ? [ctx.html('review-approved-all', { n: approved })] : [];
  if (decidedBefore.length > 0)
    lines.push(ctx.html('review-decided-before', { codes: decidedBefore.join(', ') }));
  await ctx.sayInPlace({ text: lines.join('\n'), buttons: commandButtons(ctx, ['duyet']) });
}
