import type { InlineKeyboardButton } from 'grammy/types';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { arrangeRows, formData, type Op, ops } from '../buttons.ts';
import type { Asked, Option } from '../form.ts';

/**
 * Maximum number shown at once: every category of a plan, all criteria. More are shown in pages.
 */
const mostAtOnce = 20;
const optionsPerPage = 8;

/** Builds the buttons of one page of the options, with the row that turns pages. */
export function optionRows(
  asked: Asked,
  page: number,
  rows: (shown: Option[], page: number) => InlineKeyboardButton[][] = (shown) =>
    arrangeRows(shown.map(({ label, value }) => button(asked, label, ops.choose, value))),
): InlineKeyboardButton[][] {
  const { options } = asked;
  const perPage = options.length > mostAtOnce ? optionsPerPage : mostAtOnce;
  const shown = pageOf(options, page, perPage);
  const { scene, question } = asked;
  const turned = (to: number) => formData(scene.draft.id, question.key, ops.page, String(to));
  return [...rows(shown.items, shown.page), ...buildPageRow(scene, shown, turned, 'form-page-after')];
}

/** Builds a button of this question. */
export function button({ scene, question }: Asked, text: string, op: Op, value = ''): InlineKeyboardButton {
  return { text, callback_data: formData(scene.draft.id, question.key, op, value) };
}

/** Builds [Xong], on a row of its own. */
export function doneRow(asked: Asked): InlineKeyboardButton[] {
  return [button(asked, asked.scene.t('form-done'), ops.done)];
}
