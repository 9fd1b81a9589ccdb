import { apostrophes, dashes, quotes, unseen } from './signs.ts';
import { withoutAccents } from './without-accents.ts';

const inWord = new RegExp(`(?<=[a-z])[${apostrophes}](?=[a-z])`, 'g');
const ends = new RegExp(`^[\\s.,;:!?…${quotes}]+|[\\s.,;:!?…${quotes}]+$`, 'g');

/**
 * Folds a text to what is compared when accents, case and keyboards do not matter: lower case, no
 * accents (đ → d), single spaces, every dash a hyphen, no apostrophe within a word, no punctuation
 * at the ends. "Đăng ký." and "dang ky" fold to the same, and so do "H’Neng" and "hneng". The one
 * folding of the program: search, units, labels, file names and duplicates are built on it.
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
