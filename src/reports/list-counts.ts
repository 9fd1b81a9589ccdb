/**
 * Lists counts with their words: `3 tập thể, 2 cá nhân`. A count of nothing is left out; empty: all
 * are.
 */
export function listCounts(...counts: [count: number, words: string][]): string {
  return counts
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(', ');
}
