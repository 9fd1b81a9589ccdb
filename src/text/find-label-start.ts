import { withoutCourtesy } from './courtesy.ts';
import { fold } from './fold.ts';

/**
 * Finds the only label that begins with the words of a text, signs aside: "tuyên truyền" begins
 * “Tuyên truyền, nhân rộng”. Undefined: none or several.
 */
export function findLabelStart(text: string, labels: readonly string[]): number | undefined {
  const typed = wordsOf(withoutCourtesy(text));
  if (typed === '') return undefined;
  const found = labels.flatMap((label, at) => (`${wordsOf(label)} `.startsWith(`${typed} `) ? [at] : []));
  return found.length === 1 ? found[0] : undefined;
}

/** Folded words with single spaces, without signs. */
function wordsOf(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}/]+/gu, ' ')
    .trim();
}
