import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';

const naming =
  /^(?:(?:chon|bam|nhan|go|nut|phim|cai|so|muc|dong|cau|y|phuong an|dap an|lua chon|option|number|no)[ .:]+)+/;

/**
 * Reads the mark of a menu's line, if the text has nothing else except courtesy: "5", "3.", "A)",
 * "(b)", "chọn 2 nhé". At most three digits, or one letter, as shown before the lines where there
 * are no buttons.
 */
export function readMenuMark(text: string): { mark: string; isNumber: boolean } | undefined {
  const typed = withoutCourtesy(text);
  const named = fold(typed).replace(naming, '');
  const mark = /^[([]?\s?([0-9]{1,3}|[a-z])\s?[.)\]:/-]{0,2}$/.exec(named)?.[1];
  if (mark === undefined) return undefined;
  if (/^\d/.test(mark)) return { mark, isNumber: true };
  // As typed: "Ê" is not E, and a capital is quoted as one.
  const shown = [...typed].findLast((letter) => letter.toLowerCase() === mark);
  return shown === undefined ? undefined : { mark: shown, isNumber: false };
}
