import { rememberFor } from './remember.ts';
import { apostrophes, dashes, quotes, unseen } from './signs.ts';
import { withoutAccents } from './without-accents.ts';

const inWord = new RegExp(`(?<=[a-z])[${apostrophes}](?=[a-z])`, 'g');
const end = `[\\s.,;:!?…${quotes}]`;
const ends = new RegExp(`^${end}+|(?<!${end})${end}+$`, 'g');

/**
 * Folds a text for comparison without accents, case and keyboards. Lower case, no accents (đ → d),
 * single spaces, every dash a hyphen, no apostrophe within a word, no punctuation at the ends:
 * "Đăng ký." and "dang ky" fold to the same, "H’Neng" and "hneng" too. Search, units, labels and
 * duplicates use no other folding.
 */
export function fold(text: string): string {
  return isFolded.test(text) ? text : remembered(text);
}

/** Small letters and digits with single spaces stay as they are. */
const isFolded = /^[a-z0-9]+(?: [a-z0-9]+)*$/;

/** Room for every word and label of the program, and the words of some messages. */
const remembered = rememberFor(5000, (text) =>
  withoutAccents(text)
    .toLowerCase()
    .replace(unseen, '')
    .replace(dashes, '-')
    .replace(inWord, '')
    .replace(/\s+/g, ' ')
    .replace(ends, ''),
);
