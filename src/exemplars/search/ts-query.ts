import type { SearchPart } from './question.ts';

/** From so many letters on a word also finds longer words that begin with it. */
const shortestBeginning = 3;

/**
 * Writes parts of a search as a `tsquery` of PostgreSQL; null without parts. Words hold letters and
 * digits alone, so that nothing in them is an operator.
 */
export function writeTsQuery(parts: readonly SearchPart[]): string | null {
  const written = parts.map(writePart).filter((part) => part !== '');
  return written.length === 0 ? null : written.join(' & ');
}

function writePart({ ways, marks }: SearchPart): string {
  const any = [...ways.map(writeWay), ...marks.map((mark) => `'${mark}'`)];
  return any.length > 1 ? `(${any.join(' | ')})` : any.join('');
}

function writeWay(words: string[]): string {
  const all = words.map(writeWord);
  return all.length > 1 ? `(${all.join(' & ')})` : all.join('');
}

function writeWord(word: string): string {
  const plain = word.replace(/[^\p{L}\p{N}]/gu, '');
  return plain.length < shortestBeginning ? `'${plain}'` : `'${plain}':*`;
}
