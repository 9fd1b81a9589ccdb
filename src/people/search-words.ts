import { fold } from '../text/fold.ts';

/** Maximum length that fits into a button with its name and a page. */
const longest = 40;

/**
 * Reads a search for people: folded words of at most 40 letters together, which fit into a button.
 * Digits typed with gaps are one word, and +84 is 0: "0905 123.456" finds the phone number.
 */
export function readSearchWords(typed: string): string[] {
  const words = fold(typed)
    .replace(/[^a-z0-9& ]+/g, ' ')
    .split(' ')
    .map((word) => word.replace(/^&+|(?<!&)&+$/g, ''))
    .filter((word) => word !== '');
  if (words.length > 0 && words.every((word) => /^\d+$/.test(word)))
    return [
      words
        .join('')
        .replace(/^(?:0084|84)(?=\d{6,})/, '0')
        .slice(0, longest),
    ];
  let room = longest;
  return words.filter((word) => {
    room -= word.length + 1;
    return room >= -1;
  });
}
