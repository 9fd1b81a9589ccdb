import type { InlineKeyboardButton } from 'grammy/types';
import { countQueue, type QueueFilter } from '../../../exemplars/review-queue.ts';
import { listUnits } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { readUnit } from '../../core/read-unit.ts';
import {
  addToFilter,
  filterInWords,
  flagNames,
  listNamed,
  removeFromFilter,
  sayFilter,
  sayFlag,
  writeFilter,
} from './filter.ts';
import { presses } from './presses.ts';
import { sayQueueEmpty, showQueue } from './queue.ts';

const unitsPerPage = 20;

const toQueue = (filter: QueueFilter) => presses.queue.data(0, writeFilter(filter));

/** Shows the possible filters of the queue, each with its number of items. */
export async function showFilters(ctx: BotContext, filter: QueueFilter): Promise<void> {
  const { db, plans } = ctx.house;
  const counts = await countQueue(db.pool, plans.open(), filter);
  const words = await sayFilter(ctx, filter);
  const kept = writeFilter(filter);
  const flag = (name: (typeof flagNames)[number]): InlineKeyboardButton => {
    const label = sayFlag(ctx, name);
    return filter[name]
      ? { text: `☑ ${label}`, callback_data: toQueue(removeFromFilter(filter, name)) }
      : {
          text: `☐ ${label} (${counts[name]})`,
          callback_data: toQueue(addToFilter(filter, { [name]: true })),
        };
  };
  await ctx.say({
    text: words ? ctx.html('review-filter-now', { filter: words }) : ctx.html('review-filter-ask'),
    buttons: [
      [{ text: ctx.t('review-by-unit'), callback_data: presses.units.data(0, kept) }],
      [{ text: ctx.t('review-by-kind'), callback_data: presses.kinds.data(kept) }],
      [{ text: ctx.t('review-by-category'), callback_data: presses.categories.data(kept) }],
      ...flagNames.map((name) => [flag(name)]),
      ...(words ? [[{ text: ctx.t('review-filter-none'), callback_data: toQueue({}) }]] : []),
    ],
  });
}

/**
 * Filters the queue by typed words: a unit, a kind, a category, or one of the flags. Unknown words
 * get a sentence and the units with waiting items.
 */
export async function queueInWords(ctx: BotContext, words: string): Promise<void> {
  const meant = filterInWords(ctx, words);
  if (meant) return showQueue(ctx, 0, meant);
  const read = readUnit(ctx, await listUnits(ctx.house.db.prisma, ctx.house.officeIds), words);
  if (read.ok) return showQueue(ctx, 0, { unitId: read.unit.id });
  await showUnits(ctx, 0, {}, read.say);
}

/** Shows the units with waiting items, a page at a time. */
export async function showUnits(
  ctx: BotContext,
  page: number,
  filter: QueueFilter,
  text = ctx.html('review-which-unit'),
): Promise<void> {
  const { unitId: _, ...wide } = filter;
  const { units } = await countQueue(ctx.house.db.pool, ctx.house.plans.open(), wide);
  if (units.length === 0) return sayQueueEmpty(ctx, wide);
  const shown = pageOf(units, page, unitsPerPage);
  const kept = writeFilter(wide);
  const reply = {
    text,
    buttons: [
      ...shown.items.map(({ id, name, waiting }) => [
        { text: `${name} (${waiting})`, callback_data: toQueue(addToFilter(wide, { unitId: id })) },
      ]),
      ...buildPageRow(ctx, shown, (n) => presses.units.data(n, kept)),
    ],
  };
  const turning = shown.pages > 1 && presses.units.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** Shows the kinds of units with waiting items. */
export async function showKinds(ctx: BotContext, filter: QueueFilter): Promise<void> {
  const wide = addToFilter(filter, { kind: '' });
  const counts = await countQueue(ctx.house.db.pool, ctx.house.plans.open(), { ...wide, kind: undefined });
  const buttons = listNamed(ctx.house, 'unitKinds').flatMap(({ code, name }) => {
    const waiting = counts.kinds.get(code) ?? 0;
    const data = toQueue(addToFilter(filter, { kind: code }));
    return waiting > 0 ? [[{ text: `${name[ctx.locale]} (${waiting})`, callback_data: data }]] : [];
  });
  await (buttons.length > 0
    ? ctx.say({ text: ctx.html('review-which-kind'), buttons })
    : sayQueueEmpty(ctx, filter));
}

/** Shows the categories with waiting items. */
export async function showCategories(ctx: BotContext, filter: QueueFilter): Promise<void> {
  const wide = addToFilter(filter, { category: '' });
  const counts = await countQueue(ctx.house.db.pool, ctx.house.plans.open(), {
    ...wide,
    category: undefined,
  });
  const buttons = listNamed(ctx.house, 'categories').flatMap(({ code, name }) => {
    const waiting = counts.categories.get(code) ?? 0;
    const data = toQueue(addToFilter(filter, { category: code }));
    return waiting > 0 ? [[{ text: `${name[ctx.locale]} (${waiting})`, callback_data: data }]] : [];
  });
  await (buttons.length > 0
    ? ctx.say({ text: ctx.html('review-which-category'), buttons })
    : sayQueueEmpty(ctx, filter));
}
