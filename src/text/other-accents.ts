/** Tone marks and the marks of letters, and the stroke of đ, which has no mark. */
const marks = /\p{M}/gu;

/**
 * Tells whether a typed word has an accent that the word does not have. "Mỗi", "mới" and "mọi" are
 * other words than "mời". Missing accents, and a tone mark on another letter ("huỷ"), are the same.
 */
export function hasOtherAccents(typed: string, word: string): boolean {
  const own = marksOf(word);
  return marksOf(typed).some((mark) => !own.includes(mark));
}

/** Tells whether a typed word has all accents of the word, or none: "dê" is not "để". */
export function hasAllAccentsOrNone(typed: string, word: string): boolean {
  const own = marksOf(typed).sort();
  return own.length === 0 || own.join() === marksOf(word).sort().join();
}

function marksOf(word: string): string[] {
  const lower = word.toLowerCase();
  return [...(lower.normalize('NFD').match(marks) ?? []), ...(lower.includes('đ') ? ['đ'] : [])];
}
