import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';

const word = (...words: string[]) => new RegExp(`(?<![a-z])(?:${words.join('|')})(?![a-z])`, 'g');
const naming = word('chon', 'so', 'dong', 'muc', 'tieu chi', 'lines?', 'numbers?', 'no');
const joining = word('va', 'voi', 'cung', 'and');
const from = word('tu', 'from');
const until = word('den', 'toi', 'to', 'until', 'through');

/**
 * Lines of a list, as people name them: "1, 3", "1 và 5", "2-4", "từ 2 đến 4, và 7". Problems:
 * `words` it says something else; `wrong-list` nothing but digits, signs and joining words, and yet
 * no list of lines from 1 to `last`.
 */
export function parseLineNumbers(
  text: string,
  { last }: { last: number },
): Parsed<number[], 'words' | 'wrong-list'> {
  const typed = fold(oneLine(text))
    .replace(naming, ' ')
    .replace(joining, ',')
    .replace(from, '<')
    .replace(until, '-');
  if (/\p{L}/u.test(typed)) return refused('words');
  const items = typed
    .replace(/[()[\]#:]/g, ' ')
    .replace(/\s*[-‐‑‒–—−~]\s*/g, '-')
    .replace(/<\s*/g, '<')
    .split(/[\s,;.+&]+/)
    .filter(Boolean);
  const lines = items.flatMap((item) => linesOf(item, last));
  const wrong = items.length === 0 || lines.some((n) => n < 1 || n > last);
  return wrong ? refused('wrong-list') : understood([...new Set(lines)]);
}

/** `3`, `2-4`, `<2-4`; what is no line gives 0. */
function linesOf(item: string, last: number): number[] {
  const [, alone, first, until] = /^(?:(\d{1,3})|<?(\d{1,3})-(\d{1,3}))$/.exec(item) ?? [];
  if (alone !== undefined) return [Number(alone)];
  const [low, high] = [Number(first ?? 0), Number(until ?? 0)];
  if (low < 1 || high > last || low > high) return [0];
  return Array.from({ length: high - low + 1 }, (_, i) => low + i);
}
