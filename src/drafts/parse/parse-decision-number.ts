import { oneLine } from '../../text/normalise.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const longest = 60;

/**
 * Parses the number of a decision: `1234/QĐ-UBND`, `số 12/QĐ-CTN`, `QĐ 45`. Words before it and
 * spaces around its signs are left out. Problems: `unreadable` without a digit; `too-long`.
 */
export function parseDecisionNumber(text: string): Parsed<string, 'unreadable' | 'too-long'> {
  const number = oneLine(text)
    .replace(/^(?:quyết định|quyet dinh|qđ|qd|decision)(?=[\s:])[\s:]*/iu, '')
    .replace(/^(?:số|so|no\.?|number)(?=[\s:\d])[\s:]*/iu, '')
    .replace(/\s*([/–-])\s*/g, '$1')
    .replace(/[.,;]+$/, '')
    .trim();
  if (!/\d/.test(number)) return refuseAnswer('unreadable');
  return number.length > longest ? refuseAnswer('too-long') : acceptAnswer(number);
}
