import { oneLine } from '../../text/normalise.ts';

/**
 * The mark of a menu's line, when that is all that was typed: "5", "3.", "A)", "(b)". At most three
 * digits, or one letter, as they stand before the lines where there are no buttons.
 */
export function menuMark(text: string): { mark: string; isNumber: boolean } | undefined {
  const mark = /^[([]?\s?([0-9]{1,3}|[A-Za-z])\s?[.)\]:]{0,2}$/.exec(oneLine(text))?.[1];
  return mark === undefined ? undefined : { mark, isNumber: /^\d/.test(mark) };
}
