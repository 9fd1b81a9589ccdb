import { oneLine } from '../../text/normalise.ts';
import { dashes, quotes } from '../../text/signs.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const longest = 60;
const quoted = new RegExp(`[${quotes}]`, 'g');
/** The day and the body that stand behind a number on paper. */
const behind = /(?<![\s,;])[\s,;]+(?:ngày|ngay|của|cua|do|dated)(?=[\s:\d]).*$/isu;

/**
 * Parses the number of a decision: `1234/QĐ-UBND`, `số 12/QĐ-CTN`, `QĐ 45`. Words before it, a day
 * and a body behind it, quotation marks and spaces around its signs are left out. Its letters are
 * written as on paper (`7/qd-ubnd` is `7/QĐ-UBND`), so that the same paper has one number.
 * Problems: `unreadable` without a digit; `day` a day alone; `odd` with signs that no number has;
 * `too-long`.
 */
export function parseDecisionNumber(text: string): Parsed<string, 'unreadable' | 'day' | 'odd' | 'too-long'> {
  const number = oneLine(text)
    .replace(quoted, '')
    .trim()
    .replace(/^(?:quyết định|quyet dinh|qđ|qd|decision)(?=[\s:])[\s:]*/iu, '')
    .replace(/^(?:số|so|no\.?|number|ngày|ngay)(?=[\s:\d])[\s:]*/iu, '')
    .replace(behind, '')
    .replace(dashes, '-')
    .replace(/(?:(?<!\s)\s+)?([/-])\s*/g, '$1')
    .replace(/(?<![.,;])[.,;]+$/, '')
    .trim();
  if (/^\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}$/.test(number)) return refuseAnswer('day');
  if (!/\d/.test(number)) return refuseAnswer('unreadable');
  if (!/^[\p{L}\p{N}./_ ()&+-]+$/u.test(number)) return refuseAnswer('odd');
  return number.length > longest ? refuseAnswer('too-long') : acceptAnswer(writeSigns(number));
}

/** Small letters alone were typed in haste; QD is QĐ without its accent. */
function writeSigns(number: string): string {
  const letters = /\p{Lu}/u.test(number) ? number : number.toUpperCase().replace(/TTG(?!\p{L})/u, 'TTg');
  return letters.replace(/(?<!\p{L})QD(?!\p{L})/gu, 'QĐ');
}
