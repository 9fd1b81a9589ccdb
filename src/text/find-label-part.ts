import { readingsOf } from './courtesy.ts';
import { fold } from './fold.ts';

/** A day as labels carry it, with the words before it: "(hạn 24/8/2021)". */
const day = /\(?(?:(?:han|truoc|den|ngay|cham nhat|due|by) ){0,4}\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\)?/g;
/** Counts and numbers of lines: "1. ", "(12)", "10–15", "3 tệp". */
const number = /(?<![\p{L}\p{N}/.-])\(?\d+(?:-\d+)?\)?\.?(?![\p{L}\p{N}/.-])/gu;
/** Fewer letters may stand in any label, unless they begin a code: CA-2021-001. */
const fewestLetters = 3;
const code = /^[a-z]{1,2} \d{4} \d{1,4}$/;
/** The beginning of a label that says no, and of a text that does: "ko thuộc". */
const negation = /^(?:\d+ )?(?:khong|chua|khoi|not|no|do not|none) /;
const shortNegation = /^(?:ko|k|kg|khg|hok|hong|khong co|khoong) /;

/**
 * Finds the label that a text names without its date or numbers, or by words that no other has.
 * "nông thôn mới" names “Đak Đoa chung sức xây dựng nông thôn mới”. A label that says no is
 * named only by words that say no: "thuộc" is not “Không thuộc”. Undefined: none or several.
 */
export function findLabelPart(text: string, labels: readonly string[]): number | undefined {
  const whole = labels.map((label) => wordsOf(fold(label)));
  const bare = labels.map((label) => wordsOf(fold(label).replace(day, ' ').replace(number, ' ')));
  for (const reading of readingsOf(text)) {
    const typed = wordsOf(fold(reading));
    if (typed.replace(/[^a-z]/g, '').length < fewestLetters && !code.test(typed)) continue;
    const same = bare.filter((label) => label === typed);
    if (same.length === 1) return bare.indexOf(typed);
    const short = typed.replace(shortNegation, 'khong ');
    const has = (label = '') =>
      ` ${label} `.includes(` ${typed} `) ? saysNo(typed) || !saysNo(label) : label === short;
    const having = whole.flatMap((label, at) => (has(label) || has(bare[at]) ? [at] : []));
    if (having.length === 1) return having[0];
  }
  return undefined;
}

/** A long label that begins so is a sentence: "không có người mắc các tệ nạn xã hội". */
const longestNo = 6;

function saysNo(words: string): boolean {
  return negation.test(`${words} `) && words.split(' ').length <= longestNo;
}

/** Words with single spaces, without quotes and other signs. */
function wordsOf(folded: string): string {
  return folded.replace(/[^\p{L}\p{N}/]+/gu, ' ').trim();
}
