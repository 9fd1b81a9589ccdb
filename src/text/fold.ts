import { apostrophes, dashes, quotes, unseen } from './signs.ts';
import { withoutAccents } from './without-accents.ts';

const inWord = new RegExp(`(?<=[a-z])[${apostrophes}](?=[a-z])`, 'g');
const ends = new RegExp(`^[\\s.,;:!?…${quotes}]+|[\\s.,;:!?…${quotes}]+$`, 'g');

/**
 * Folds a text for comparison without accents, case and keyboards. Lower case, no accents (đ → d),
 * single spaces, every dash a hyphen, no apostrophe within a word, no punctuation at the ends:
 * "Đăng ký." and "dang ky" fold to the same, "H’Neng" and "hneng" too. Search, units, labels and
 * duplicates use no other folding.
 */
export function fold(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(unseen, '')
    .replace(dashes, '-')
    .replace(inWord, '')
    .replace(/\s+/g, ' ')
    .replace(ends, '');
}
