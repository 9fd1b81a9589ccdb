import type { InlineKeyboardButton } from 'grammy/types';
import type { Args } from '../../i18n.ts';
import type { Reply } from './reply.ts';

/** One page of a list; pages count from 0. */
export interface Page<T> {
  /** The shown page, for any requested one: 0 of an empty list. */
  page: number;
  pages: number;
  /** Number of items before its first line. */
  offset: number;
  items: T[];
  total: number;
}

/** Returns the page of a list in memory that is nearest to the requested one. */
export function pageOf<T>(list: readonly T[], asked: number, perPage: number): Page<T> {
  const page = clamped(asked, list.length, perPage);
  const offset = page * perPage;
  return {
    page,
    pages: pagesOf(list.length, perPage),
    offset,
    items: list.slice(offset, offset + perPage),
    total: list.length,
  };
}

/**
 * Loads a page of a list that is read page by page. It is the last page when the requested one does
 * not exist.
 */
export async function loadPage<T>(
  asked: number,
  perPage: number,
  load: (limit: number, offset: number) => Promise<{ items: T[]; total: number }>,
): Promise<Page<T>> {
  const from = Math.max(0, asked);
  const { items, total } = await load(perPage, from * perPage);
  const page = clamped(from, total, perPage);
  const found = page === from ? { items, total } : await load(perPage, page * perPage);
  return { page, pages: pagesOf(total, perPage), offset: page * perPage, ...found };
}

/**
 * Says a page of a list: the first alone, others in place of the page before. A list is opened
 * under a question or a notice, which must stay.
 */
export function sayPage(
  ctx: { say(reply: Reply): Promise<void>; sayInPlace(reply: Reply): Promise<void> },
  page: number,
  reply: Reply,
): Promise<void> {
  return page === 0 ? ctx.say(reply) : ctx.sayInPlace(reply);
}

/**
 * Builds the row of buttons that turns pages; none when there is only one. `after`: the text for
 * the next page.
 */
export function buildPageRow(
  by: { t(key: string, args?: Args): string },
  { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>,
  data: (page: number) => string,
  after: 'list-more' | 'form-page-after' = 'list-more',
): InlineKeyboardButton[][] {
  const row = [
    ...(page > 0 ? [{ text: by.t('form-page-before'), callback_data: data(page - 1) }] : []),
    ...(page + 1 < pages
      ? [
          {
            text: after === 'list-more' ? by.t(after) : by.t(after, { n: page + 2, of: pages }),
            callback_data: data(page + 1),
          },
        ]
      : []),
  ];
  return row.length > 0 ? [row] : [];
}

/** Says which items of a list a page shows: `(1)`, `9 trong 9`, `1–8 trong 12`. Plain text. */
export function sayRange(
  by: { t(key: string, args?: Args): string },
  { offset, items, total }: Pick<Page<unknown>, 'offset' | 'items' | 'total'>,
): string {
  const [from, to] = [offset + 1, offset + items.length];
  const shape = total === 1 ? 'all' : from === to ? 'one' : 'some';
  return by.t('range', { shape, from, to, total });
}

/** Counts the pages for so many lines. */
export function pagesOf(total: number, perPage: number): number {
  return Math.ceil(total / perPage);
}

function clamped(asked: number, total: number, perPage: number): number {
  return Math.min(Math.max(0, asked), Math.max(0, pagesOf(total, perPage) - 1));
}
