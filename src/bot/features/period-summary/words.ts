import type { SummaryKind } from '../../../duties/kinds/index.ts';
import { fold } from '../../../text/fold.ts';

/** Words that say which of the things that /tongket writes is meant, folded; the longest first. */
const kindWords: [words: string, kind: SummaryKind][] = [
  ['so ket giai doan', 'interim'],
  ['bao cao so ket', 'interim'],
  ['so ket', 'interim'],
  ['interim', 'interim'],
  ['gioi thieu du hoi nghi', 'nominations'],
  ['gioi thieu dien hinh', 'nominations'],
  ['gioi thieu', 'nominations'],
  ['de cu', 'nominations'],
  ['nominations', 'nominations'],
  ['nominate', 'nominations'],
  ['tong ket giai doan', 'summary'],
  ['bao cao tong ket', 'summary'],
  ['tong ket', 'summary'],
  ['giai doan', 'summary'],
  ['summary', 'summary'],
];

/**
 * Reads which summary words mean, and the words left over: those name a unit. `kind` undefined: the
 * words say nothing of it.
 */
export function readSummaryWords(typed: string): { kind: SummaryKind | undefined; rest: string } {
  const words = typed.split(' ').filter(Boolean);
  const folded = words.map(fold);
  for (const [phrase, kind] of kindWords) {
    const parts = phrase.split(' ');
    const at = folded.findIndex((_, i) => parts.every((part, j) => folded[i + j] === part));
    if (at < 0) continue;
    const rest = [...words.slice(0, at), ...words.slice(at + parts.length)];
    return { kind, rest: rest.join(' ') };
  }
  return { kind: undefined, rest: words.join(' ') };
}
