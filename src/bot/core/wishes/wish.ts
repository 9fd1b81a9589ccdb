import type { Speech } from '../../../text/speech.ts';
import { withoutEmptyWords } from '../../../text/speech.ts';
import { unitsIn } from './unit-in-words.ts';

/** A command that does what a sentence asks for. */
export interface WishedCommand {
  name: string;
  /** The text after the command; left out: none. */
  args?: (said: Speech) => string;
}

/** A kind of sentence in which people say what they want without the words of a command. */
export interface Wish {
  /** Matches the folded sentence. */
  says: RegExp;
  /** Matches sentences that mean something else after all. */
  unless?: RegExp;
  /** Key of a text that is said first: what cannot be done, and what can be instead. */
  note?: string;
  /** The first that the person may use does it. */
  by: [WishedCommand, ...WishedCommand[]];
}

/** Builds a pattern of whole folded words. */
export function phrase(pattern: string): RegExp {
  return new RegExp(`(?<!\\S)(?:${pattern})(?!\\S)`);
}

/** Passes on the words of a sentence that say what is meant; `drop`: phrases to leave out. */
export function wordsLeft(...drop: string[]): (said: Speech) => string {
  return ({ words }) => withoutEmptyWords(words, drop).join(' ');
}

const year = '(?:nam (?:nay|ngoai|truoc|\\d{4})|(?:19|20)\\d{2}|this year|last year)';
/** Times, kinds of units, states, in folded words. */
const parts = new RegExp(
  `(?<!\\S)(?:${[
    `tu (?:\\S+ ){1,3}?den (?:het |cuoi )?(?:(?:thang|ngay|quy|nam) )?[\\d/.-]+(?: ${year})?`,
    `(?:(?:tinh|den|toi|het|cuoi|ngay|as of) )+(?:\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?|\\d{1,2} thang \\d{1,2}|thang \\d{1,2}|quy (?:[1-4]|i{1,3}|iv))(?: ${year})?`,
    '\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?',
    `\\d+ ?(?:thang|t|th) (?:dau|cuoi)(?: nam)?(?: (?:nay|ngoai|truoc|\\d{4}))?`,
    `(?:quy (?:[1-4]|i{1,3}|iv|nay|truoc)|q[1-4]|thang (?:\\d{1,2}|nay|truoc)|tuan (?:nay|truoc)|hom qua|\\d+ thang)(?: ${year})?`,
    '(?:ca )?giai doan(?: \\d{4} ?-? ?\\d{4})?',
    year,
    '(?:cac|nhung|khoi|nganh|tung|rieng) (?:xa|phong ban|phong|ban nganh|doan the|hoi|truong|co quan|cong an|quan su|giao duc|y te|thi tran)(?= |$)(?! \\p{Lu})',
    '(?:da|duoc|chua|cho|dang cho|bi|khong)(?: duoc| bi| phe)? (?:duyet|tra lai)|tap the|ca nhan',
  ].join('|')})(?!\\S)`,
  'gu',
);

/**
 * Passes on the time, the units and the states of a sentence, behind words that it does not have.
 * Other words, of how and why, are no part of a report.
 */
export function partsBehind(first: string): (said: Speech) => string {
  return ({ words, folded }) => {
    const found = [...folded.matchAll(parts)].map(({ 0: part, index }) => {
      const from = folded.slice(0, index).split(' ').filter(Boolean).length;
      return words.slice(from, from + part.split(' ').length).join(' ');
    });
    return [first, ...found, unitsIn(words).join(' và ')].filter((one) => one !== '').join(' ');
  };
}
