import { fold } from './fold.ts';

/** Nothing has a longer name: a long text is not tried in every piece of it. */
const mostWords = 12;

/** Takes the longest run of words that means something; `find` gets it folded. */
export function takeRun<Meant>(
  words: string[],
  find: (said: string) => Meant | undefined,
): { meant: Meant; rest: string[] } | undefined {
  for (let length = Math.min(mostWords, words.length); length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const meant = find(fold(words.slice(from, from + length).join(' ')));
      if (meant !== undefined) return { meant, rest: words.toSpliced(from, length) };
    }
  }
  return undefined;
}
