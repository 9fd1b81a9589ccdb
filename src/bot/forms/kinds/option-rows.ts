import type { InlineKeyboardButton } from 'grammy/types';
import { formData, type Op, ops, rowsOf } from '../buttons.ts';
import type { Asked, Option } from '../form.ts';

/** As many as fit are shown at once: every category of a plan, all criteria. More are turned like pages. */
const mostAtOnce = 20;
const optionsPerPage = 8;

/** Makes the buttons of one page of the options, with the row that turns pages. */
export function optionRows(
  asked: Asked,
  page: number,
  rows: (shown: Option[]) => InlineKeyboardButton[][] = (shown) =>
    rowsOf(shown.map(({ label, value }) => button(asked, label, ops.choose, value))),
): InlineKeyboardButton[][] {
  const { options } = asked;
  const perPage = options.length > mostAtOnce ? optionsPerPage : mostAtOnce;
  return [
    ...rows(options.slice(page * perPage, (page + 1) * perPage)),
    ...pageRow(asked, Math.ceil(options.length / perPage), page),
  ];
}

/** Makes a button of this question. */
export function button({ scene, question }: Asked, text: string, op: Op, value = ''): InlineKeyboardButton {
  return { text, callback_data: formData(scene.draft.id, question.key, op, value) };
}

/** [Xong], on a row of its own. */
export function doneRow(asked: Asked): InlineKeyboardButton[] {
  return [button(asked, asked.scene.t('form-done'), ops.done)];
}

function pageRow(asked: Asked, pages: number, page: number): InlineKeyboardButton[][] {
  if (pages <= 1) return [];
  const { scene } = asked;
  const row: InlineKeyboardButton[] = [];
  if (page > 0) row.push(button(asked, scene.t('form-page-before'), ops.page, String(page - 1)));
  if (page < pages - 1) {
    const after = scene.t('form-page-after', { n: page + 2, of: pages });
    row.push(button(asked, after, ops.page, String(page + 1)));
  }
  return [row];
}
