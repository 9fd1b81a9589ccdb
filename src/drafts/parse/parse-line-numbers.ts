import { withoutAnyCourtesy, withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { replaceNumberWords } from './number-words.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const word = (...words: string[]) => new RegExp(`(?<![a-z])(?:${words.join('|')})(?![a-z])`, 'g');
const naming = word(
  'chon',
  'tick',
  'tich',
  'danh dau',
  'dat',
  'so',
  'dong',
  'muc',
  'cai',
  'cau',
  'y',
  'cac',
  'nhung',
  'tieu chi',
  'tc',
  'thu',
  'gom',
  'lines?',
  'numbers?',
  'items?',
  'no',
);
const joining = word('va', 'voi', 'cung', 'lan', 'cung voi', 'and');
const from = word('tu', 'from');
const until = word('den', 'toi', 'to', 'until', 'through', 'thru');

/**
 * Parses the lines of a list that people name: "1, 3", "1 và 5 nhé", "2-4", "từ 2 đến 4, và 7".
 * Courtesy is ignored. Problems: `words` the text has other words; `wrong-list` only digits, signs
 * and joining words, but no list of lines from 1 to `last`.
 */
export function parseLineNumbers(
  text: string,
  { last }: { last: number },
): Parsed<number[], 'words' | 'wrong-list'> {
  const joined = fold(replaceNumberWords(withoutCourtesy(text)))
    .replace(naming, ' ')
    .replace(joining, ',')
    .replace(until, '-');
  const some = endOfList(joined, last);
  if (some) return acceptAnswer(some);
  const typed = fold(withoutAnyCourtesy(joined)).replace(from, '<');
  if (/\p{L}/u.test(typed)) return refuseAnswer('words');
  const items = typed
    .replace(/[()[\]#:"']/g, ' ')
    .replace(/(?<=\d)\/(?=\s|$)/g, ' ')
    .replace(/(?:(?<!\s)\s+)?[-~]\s*/g, '-')
    .replace(/<\s*/g, '<')
    .split(/[\s,;.+&]+/)
    .filter(Boolean);
  // Nothing but courtesy names no line: "ok nhé", "dạ vâng".
  if (withoutAnyCourtesy(text).trim() === '' && /\p{L}/u.test(text)) return refuseAnswer('words');
  const lines = items.flatMap((item) => linesOf(item, last));
  const wrong = items.length === 0 || lines.some((n) => n < 1 || n > last);
  return wrong ? refuseAnswer('wrong-list') : acceptAnswer([...new Set(lines)]);
}

/** "3 dòng đầu", "hai cái cuối": so many lines from one end of the list. */
function endOfList(joined: string, last: number): number[] | undefined {
  const [, count, end] =
    /^(\d{1,3}) +(dau(?: tien| tren)?|tren(?: cung)?|cuoi(?: cung)?)$/.exec(fold(joined)) ?? [];
  const n = Number(count ?? 0);
  if (n < 1 || n > last) return undefined;
  const first = end?.startsWith('cuoi') ? last - n + 1 : 1;
  return Array.from({ length: n }, (_, i) => first + i);
}

/** `3`, `2-4`, `<2-4`; an invalid line gives 0. */
function linesOf(item: string, last: number): number[] {
  const [, alone, first, until] = /^(?:(\d{1,3})|<?(\d{1,3})-(\d{1,3}))$/.exec(item) ?? [];
  if (alone !== undefined) return [Number(alone)];
  const [low, high] = [Number(first ?? 0), Number(until ?? 0)];
  if (low < 1 || high > last || low > high) return [0];
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}
