import { oneLine } from './normalise.ts';

const who = '(?:em|anh|chị|cô|chú|bác|cháu|anh chị)';
const opening = new RegExp(`^(?:dạ|vâng|thưa)(?: thưa)?(?: ${who})?(?:[,:]? |, ?)`, 'iu');
/** "Dạ dày" is no courtesy. */
const otherWord = /^dạ (?:dày|con|cỏ|hội|vũ|quang)(?!\p{L})/iu;
const ends = new Set(['ạ', 'nhé', 'nha', 'nhá', 'ak', 'aj', 'nghen']);
const called = new Set(['em', 'anh', 'chị', 'cô', 'chú', 'bác', 'ơi']);

/**
 * Takes courtesy off the ends of a few words that are stored as they stand: "dạ làng Dôr 2 em ạ" is
 * "làng Dôr 2". Only typed with its accents; a text that is nothing else stays.
 */
export function withoutPoliteEnds(text: string): string {
  const line = oneLine(text);
  const words = (otherWord.test(line) ? line : line.replace(opening, '')).split(' ');
  let end = words.length;
  const bare = (at: number) => (words[at] ?? '').toLowerCase().replace(/[.!,]$/, '');
  while (end > 1 && ends.has(bare(end - 1))) {
    end -= 1;
    while (end > 1 && called.has(bare(end - 1))) end -= 1;
  }
  const kept = words.slice(0, end).join(' ').replace(/,$/, '');
  return kept === '' ? line : kept;
}
