import type { Plan } from '../../plan/plan.ts';
import { type SearchPart, splitWords } from './question.ts';

/** The shortest run of words that means a category. */
const shortestRun = 2;

/**
 * Marks the parts of a search that name a category of these plans. Two words or more of its name in
 * a row name it ("y tế", "nông thôn mới"), but not those of the plan's own place.
 */
export function markCategories(parts: SearchPart[], plans: readonly Plan[]): SearchPart[] {
  const marks = parts.map(() => new Set<string>());
  const words = parts.map(({ ways }) => ways.toSorted((a, b) => b.length - a.length)[0] ?? []);
  for (const plan of plans) {
    const place = ` ${splitWords(plan.place).join(' ')} `;
    for (const { code, name } of plan.categories) {
      const names = [name.vi, name.en].map((text) => ` ${splitWords(text).join(' ')} `);
      for (const [from, to] of listRuns(words)) {
        const run = ` ${words.slice(from, to).flat().join(' ')} `;
        if (!place.includes(run) && names.some((name) => name.includes(run)))
          for (let i = from; i < to; i++) marks[i]?.add(`c=${code}`);
      }
    }
  }
  return parts.map((part, i) => ({ ...part, marks: [...part.marks, ...(marks[i] ?? [])] }));
}

/** Lists the runs of parts with two words or more, as from and to. */
function listRuns(words: string[][]): [number, number][] {
  return words.flatMap((_, from) =>
    words
      .map((__, i): [number, number] => [from, i + 1])
      .filter(([, to]) => to > from && words.slice(from, to).flat().length >= shortestRun),
  );
}
