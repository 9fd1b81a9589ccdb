import type { Vocabulary } from './search-fill.ts';

/** A search of a kind that people make. */
export interface BenchSearch {
  kind: string;
  text: string;
}

/** Lists so many searches of each kind, always the same ones. */
export function listSearches({ common, places, surnames, given }: Vocabulary, each: number): BenchSearch[] {
  const at = (list: string[], i: number) => list[(i * 7919 + 13) % list.length] ?? '';
  const kinds: [string, (i: number) => string][] = [
    ['a common topic', (i) => at(common, i)],
    ['two topics', (i) => `${at(common, i)} ${at(common, i + 3)}`],
    ['a topic and a year', (i) => `${at(common, i)} năm ${2021 + (i % 5)}`],
    ['a topic and a unit', (i) => `${at(common, i)} xã ${at(places, i)} ${at(places, i + 1)}`],
    ['a unit', (i) => `xã ${at(places, i)} ${at(places, i * 3)}`],
    ['a hamlet', (i) => `làng ${at(places, i)} ${at(places, i + 5)}`],
    ['a person', (i) => `${at(surnames, i)} Văn ${at(places, i)} ${at(given, i)}`],
    ['a part of a code', (i) => `U${1 + ((i * 4799) % 40_000)}`],
    ['a topic, a state, a year', (i) => `${at(common, i)} đã duyệt ${2021 + (i % 5)}`],
    ['a misspelt word', (i) => `${at(common, i)} ${misspell(at(places, i))} ${at(places, i + 2)}`],
  ];
  return kinds.flatMap(([kind, write]) => Array.from({ length: each }, (_, i) => ({ kind, text: write(i) })));
}

/** Exchanges two letters in the middle. */
function misspell(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.slice(0, middle - 1) + (word[middle] ?? '') + (word[middle - 1] ?? '') + word.slice(middle + 1);
}
