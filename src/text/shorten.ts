import { graphemes } from './graphemes.ts';
import { isPlainLatin } from './plain-latin.ts';

/** A word longer than this part of the shown text is cut within. */
const longestWord = 0.4;

/**
 * Cuts a text to at most `length` UTF-16 units (as a Bot API counts), including the mark of the
 * cut. It ends with a whole word where one ends near; letters with their accents and emoji always
 * stay whole. A text that fits is returned unchanged.
 */
export function shorten(text: string, length: number, mark = '…'): string {
  if (text.length <= length) return text;
  const kept = begin(text, Math.max(0, length - mark.length));
  return endWithWord(kept, text.slice(kept.length)) + mark;
}

/** The longest beginning of at most `length` units that ends with a whole character. */
function begin(text: string, length: number): string {
  // The next unit shows whether the last one is a character by itself.
  if (isPlainLatin(text.slice(0, length + 1))) return text.slice(0, length);
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept.length + segment.length > length) break;
    kept += segment;
  }
  return kept;
}

/** Leaves out the begun last word, and the signs before it that would stand before the mark. */
function endWithWord(kept: string, rest: string): string {
  const whole = /^\s/.test(rest) ? kept : kept.replace(/\s\S*$/, '');
  const ended = whole.length < kept.length * (1 - longestWord) ? kept : whole;
  return ended.trimEnd().replace(/(?<=[\p{L}\p{N})\]”»])[\s,;:–-]+$/u, '');
}
