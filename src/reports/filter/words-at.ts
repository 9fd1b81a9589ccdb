/** A run of words that was understood. */
export interface Taken<T> {
  from: number;
  to: number;
  value: T;
}

/** Returns how many words these are at a place of a line; 0: others stand there. */
export function wordsAt(folded: string[], at: number, wanted: string[]): number {
  return wanted.every((word, i) => folded[at + i] === word) ? wanted.length : 0;
}

/** Words that lead to what was understood, and mean nothing without it. */
const leading =
  /^(?:va|hoac|hay|thuoc|theo|ve|cua|chi|dang|ma|co|trang|thai|tinh|doi|tuong|loc|gom|nhung|only|with|and|or|of|status)$/;

/** Returns the words that are left, as typed. Words that lead to the others are left out too. */
export function keepRest(words: string[], folded: string[], taken: Taken<unknown>[]): string[] {
  const gone = new Set<number>();
  for (const { from, to } of taken) {
    for (let at = from; at < to; at++) gone.add(at);
    for (let at = from - 1; at >= 0 && leading.test(folded[at] ?? ''); at--) gone.add(at);
  }
  return words.filter((_, at) => !gone.has(at));
}
