import type { FilterPart } from './report-filter.ts';

/** A run of words that was understood. */
export interface Taken {
  from: number;
  to: number;
  part: FilterPart | 'subjects';
  /** What it names: kinds, categories, states, subjects. */
  values: string[];
}

/** Returns how many words these are at a place of a line; 0: others stand there. */
export function wordsAt(folded: string[], at: number, wanted: string[]): number {
  return wanted.every((word, i) => folded[at + i] === word) ? wanted.length : 0;
}

/** Words that lead to what was understood, and mean nothing without it. */
const leading =
  /^(?:va|hoac|hay|thuoc|theo|ve|cua|chi|dang|ma|co|trang|thai|tinh|doi|tuong|loc|gom|nhung|bi|only|with|and|or|of|status)$/;

/** Words that take what follows out: "trừ các xã", "không bị trả lại". */
const negations = [
  ...['khong phai la', 'khong bao gom', 'khong phai', 'khong ke', 'khong lay', 'khong can', 'khong thuoc'],
  ...[
    'khong',
    'chua',
    'ngoai tru',
    'loai tru',
    'loai bo',
    'bo qua',
    'bo ra',
    'tru ra',
    'tru',
    'ngoai',
    'not',
    'except',
    'without',
  ],
].map((one) => one.split(' '));

/** Finds where the words begin that lead to a run, and whether one of them takes it out. */
export function leadOf(
  folded: string[],
  { from }: Pick<Taken, 'from'>,
  taken: Taken[],
): { from: number; negated: boolean } {
  const free = (at: number) => at >= 0 && !taken.some((one) => one.from <= at && at < one.to);
  let begin = from;
  const passLeading = () => {
    while (free(begin - 1) && leading.test(folded[begin - 1] ?? '')) begin--;
  };
  passLeading();
  const negation = negations.find(
    (words) => free(begin - 1) && free(begin - words.length) && wordsAt(folded, begin - words.length, words),
  );
  if (!negation) return { from: begin, negated: false };
  begin -= negation.length;
  passLeading();
  return { from: begin, negated: true };
}

/** Returns the words that are left, as typed. Words that lead to the others are left out too. */
export function keepRest(words: string[], folded: string[], taken: Taken[]): string[] {
  const gone = new Set<number>();
  for (const one of taken) for (let at = leadOf(folded, one, taken).from; at < one.to; at++) gone.add(at);
  return words.filter((_, at) => !gone.has(at));
}
