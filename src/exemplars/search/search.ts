import type { Plan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { readingsOf } from '../../text/courtesy.ts';
import { findExemplarIds, type SearchScope } from './find-exemplars.ts';
import { markCategories } from './mark-categories.ts';
import { markLiaisons } from './mark-liaisons.ts';
import { addNearWords } from './near-words.ts';
import {
  isLongEnough,
  mostSearchWords,
  readSearch,
  type SearchLabels,
  type SearchQuestion,
} from './question.ts';

/** All that a search depends on but its words. */
export interface SearchDeps {
  plans: readonly Plan[];
  labels: SearchLabels;
  thisYear: number;
  scope: SearchScope;
  /** Whether names of liaisons find what they registered and their units: officers alone. */
  seesLiaisons: boolean;
}

/** The outcome of a search: why it was not made, or what it found. */
export type SearchOutcome = { outcome: 'short' | 'long' | 'none'; ids: [] } | FoundBySearch;

/** What a search found. */
export interface FoundBySearch {
  outcome: 'found';
  /** The newest first. */
  ids: number[];
  /** The question that found them. */
  asked: SearchQuestion;
  /** Words of the register that were taken in place of misspelt ones. */
  near: string[];
}

/** The most readings of a text that are tried. */
const mostReadings = 16;

/**
 * Finds exemplars by what a person typed. Courtesy at its ends counts as words first, since "ong"
 * may be a bee; where nothing fits it is left out, and then misspelt words are mended.
 */
export async function searchExemplars(sql: Sql, text: string, deps: SearchDeps): Promise<SearchOutcome> {
  const asked = listQuestions(text, deps);
  if ((asked[0]?.parts.length ?? 0) > mostSearchWords) return { outcome: 'long', ids: [] };
  const possible = asked.filter(isLongEnough);
  if (possible.length === 0) return { outcome: 'short', ids: [] };
  const marked: SearchQuestion[] = [];
  for (const question of possible) {
    const parts = markCategories(question.parts, deps.plans);
    const known = { ...question, parts: deps.seesLiaisons ? await markLiaisons(sql, parts) : parts };
    marked.push(known);
    const ids = await findExemplarIds(sql, known, deps.scope);
    if (ids.length > 0) return { outcome: 'found', ids, asked: question, near: [] };
  }
  for (const question of marked) {
    const added = await addNearWords(sql, question.parts);
    if (!added) continue;
    const ids = await findExemplarIds(sql, { ...question, parts: added.parts }, deps.scope);
    if (ids.length > 0) return { outcome: 'found', ids, asked: question, near: added.near };
  }
  return { outcome: 'none', ids: [] };
}

/** The questions that a text may mean, the one with all of its words first; each once. */
function listQuestions(text: string, { labels, thisYear }: SearchDeps): SearchQuestion[] {
  const all = readingsOf(text, { requests: true }).map((reading) => readSearch(reading, labels, thisYear));
  const each = new Map(all.map((question) => [question.text, question]));
  return [...each.values()].slice(0, mostReadings);
}
