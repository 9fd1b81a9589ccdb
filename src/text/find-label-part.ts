import { readingsOf } from './courtesy.ts';
import { fold } from './fold.ts';

/** A day as labels carry it, with the words before it: "(hạn 24/8/2021)". */
const day = /\(?(?:(?:han|truoc|den|ngay|cham nhat|due|by) )*\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?/g;
/** Fewer letters may stand in any label. */
const fewestLetters = 3;

/**
 * Finds the label that a text names without the label's date, or by words that only this one has.
 * "nông thôn mới" names “Đak Đoa chung sức xây dựng nông thôn mới”. Undefined: none or several.
 */
export function findLabelPart(text: string, labels: readonly string[]): number | undefined {
  const whole = labels.map((label) => wordsOf(fold(label)));
  const undated = labels.map((label) => wordsOf(fold(label).replace(day, ' ')));
  for (const reading of readingsOf(text)) {
    const typed = wordsOf(fold(reading));
    if (typed.replace(/[^a-z]/g, '').length < fewestLetters) continue;
    const same = undated.filter((label) => label === typed);
    if (same.length === 1) return undated.indexOf(typed);
    const having = whole.flatMap((label, at) => (` ${label} `.includes(` ${typed} `) ? [at] : []));
    if (having.length === 1) return having[0];
  }
  return undefined;
}

/** Words with single spaces, without quotes and other signs. */
function wordsOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();
}
