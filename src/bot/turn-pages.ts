import type { InlineKeyboardButton } from 'grammy/types';
import type { Args } from '../i18n.ts';

/** One page of a list that a message cannot show whole. */
export interface Page<T> {
  shown: T[];
  /** Number of the page, from 0, and how many there are. */
  page: number;
  pages: number;
  /** Place of the first line shown, from 1. */
  from: number;
}

/** Cuts a page out of a list; a page before the first or beyond the last is the nearest there is. */
export function pageOf<T>(all: readonly T[], perPage: number, wanted: number): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / perPage));
  const page = Math.max(0, Math.min(wanted, pages - 1));
  return { shown: all.slice(page * perPage, (page + 1) * perPage), page, pages, from: page * perPage + 1 };
}

/** Shows a row of buttons that turn the page, `data` being what a page's button carries; no row for a single page. */
export function turnButtons(
  by: { t(key: string, args?: Args): string },
  { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>,
  data: (page: number) => string,
): InlineKeyboardButton[][] {
  const row = [
    ...(page > 0 ? [{ text: by.t('form-page-before'), callback_data: data(page - 1) }] : []),
    ...(page + 1 < pages
      ? [{ text: by.t('form-page-after', { n: page + 2, of: pages }), callback_data: data(page + 1) }]
      : []),
  ];
  return row.length > 0 ? [row] : [];
}
