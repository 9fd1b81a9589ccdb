import { abbreviations } from './abbreviations.ts';
import { fold } from './fold.ts';

/**
 * Words after TT that make it a centre (trung tâm). Before a place's name TT means a township (thị
 * trấn).
 */
const centres =
  /^(?:y te|van hoa|vh|dich vu|dv|giao duc|gd|hoc tap|chinh tri|kiem soat|phat trien|hanh chinh|the thao|day nghe)/;

const longestAbbreviation = 4;

/**
 * Prepares a name for search and comparison. Lower case, no accents (đ → d), no punctuation, single
 * spaces, abbreviations written out: "CLB ANTT x. H’Neng" and "Câu lạc bộ an ninh trật tự xã
 * H'Neng" are the same.
 */
export function searchName(name: string): string {
  const words = fold(name)
    .replaceAll('&', ' va ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ');
  const written: string[] = [];
  for (let i = 0; i < words.length; ) {
    const length = abbreviatedAt(words, i);
    const part = words.slice(i, i + Math.max(1, length)).join(' ');
    written.push(length === 0 ? part : writtenOut(part, words.slice(i + length).join(' ')));
    i += Math.max(1, length);
  }
  return written.join(' ');
}

/** Length in words of the longest abbreviation that begins at word `i`; 0: none. */
function abbreviatedAt(words: string[], i: number): number {
  for (let length = longestAbbreviation; length > 0; length--) {
    const part = words.slice(i, i + length);
    if (part.length < length) continue;
    if (part[0] === 'tt' && length === 1) return 1;
    if (Object.hasOwn(abbreviations, part.join(' '))) return length;
  }
  return 0;
}

function writtenOut(abbreviation: string, rest: string): string {
  // At the end of a name these have no known meaning.
  if (rest === '' && (abbreviation === 'tt' || abbreviation === 'x' || abbreviation === 'th'))
    return abbreviation;
  if (abbreviation === 'tt') return centres.test(rest) ? 'trung tam' : 'thi tran';
  return abbreviations[abbreviation] ?? abbreviation;
}
