import type { Plan } from '../../plan/plan.ts';
import type { Sql } from '../../store/sql.ts';
import { readingsOf, withoutTelex } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { withoutAskingWords } from './asking-words.ts';
import { findExemplarIds, type SearchScope } from './find-exemplars.ts';
import { markCategories } from './mark-categories.ts';
import { markLiaisons } from './mark-liaisons.ts';
import { addNearWords } from './near-words.ts';
import { orderByName } from './order-by-name.ts';
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
  /** Those whose names have the words first, then the newest. */
  ids: number[];
  /** The question that found them. */
  asked: SearchQuestion;
  /** Words of the register that were taken in place of misspelt ones. */
  near: string[];
  /** Asking words that were left out, folded, where no exemplar has all. */
  left: string[];
}

/** The most readings of a text that are tried. */
const mostReadings = 16;

/**
 * Finds exemplars by what a person typed. Courtesy at its ends counts as words first, since "ong"
 * may be a bee; where nothing fits it is left out, then misspelt words are mended, and at last
 * asking words are left out.
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
    if (ids.length > 0) return found(sql, question, ids);
  }
  for (const question of marked) {
    const added = await addNearWords(sql, question.parts);
    if (!added) continue;
    const ids = await findExemplarIds(sql, { ...question, parts: added.parts }, deps.scope);
    if (ids.length > 0) return { ...(await found(sql, question, ids)), near: added.near };
  }
  for (const question of marked) {
    const less = withoutAskingWords(question);
    if (!less || !isLongEnough(less.asked)) continue;
    const ids = await findExemplarIds(sql, less.asked, deps.scope);
    if (ids.length > 0) return { ...(await found(sql, less.asked, ids)), left: less.left };
  }
  return { outcome: 'none', ids: [] };
}

async function found(sql: Sql, asked: SearchQuestion, ids: number[]): Promise<FoundBySearch> {
  return { outcome: 'found', ids: await orderByName(sql, ids, asked), asked, near: [], left: [] };
}

/**
 * The questions that a text may mean, the one with all of its words first, the one without keys of
 * Telex last; each once.
 */
function listQuestions(text: string, { labels, thisYear }: SearchDeps): SearchQuestion[] {
  const readings = readingsOf(text, { requests: true }).slice(0, mostReadings);
  const all = [...readings, withoutTelex(fold(text))].map((one) => readSearch(one, labels, thisYear));
  return [...new Map(all.map((question) => [question.text, question])).values()];
}
