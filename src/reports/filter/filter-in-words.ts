import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { takeCategories } from './categories-in-words.ts';
import { takeKinds } from './kinds-in-words.ts';
import { keyOfCategory, type ReportFilter, type ReportState, reportStates } from './report-filter.ts';
import { stateWords } from './state-words.ts';
import { keepRest, type Taken, wordsAt } from './words-at.ts';

/** What a request says of kinds, categories and states, and its other words. */
export interface FilterInWords {
  filter: ReportFilter;
  rest: string[];
}

/**
 * Takes the filter out of the words of a request: "các xã", "đã duyệt", "lĩnh vực giáo dục", "cá
 * nhân". Where words mean states of several kinds of lines, all of them are in the filter.
 */
export function takeFilterInWords(plan: Plan, words: string[]): FilterInWords {
  const folded = words.map(fold);
  const taken: Taken<string>[] = [];
  const kinds = takeKinds(plan, folded, taken);
  const named = takeCategories(plan, folded, taken);
  const subjects = takeSubjects(plan, folded, taken);
  const states = takeStates(folded, taken);
  const ofSubjects = plan.categories
    .filter(({ subject }) => subjects.includes(subject))
    .map((category) => keyOfCategory(category));
  const categories = named.length > 0 ? named : ofSubjects;
  return {
    filter: {
      kinds: plan.unitKinds.map(({ code }) => code).filter((code) => kinds.includes(code)),
      categories: plan.categories.map(keyOfCategory).filter((key) => categories.includes(key)),
      states: reportStates.filter((state) => states.includes(state)),
    },
    rest: keepRest(words, folded, taken),
  };
}

/** Narrows the states that one word means to those that the lines of a report can have. */
export function narrowStates(filter: ReportFilter, states: readonly ReportState[] | undefined): ReportFilter {
  const own = filter.states.filter((state) => states?.includes(state));
  return own.length > 0 ? { ...filter, states: own } : filter;
}

function takeStates(folded: string[], taken: Taken<string>[]): ReportState[] {
  const found: ReportState[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (taken.some((one) => one.from <= at && at < one.to)) continue;
    const state = stateWords.find(([said]) => wordsAt(folded, at, said.split(' ')));
    if (!state) continue;
    const [said, states] = state;
    found.push(...states);
    taken.push({ from: at, to: at + said.split(' ').length, value: said });
  }
  return found;
}

/** "Tập thể" and "cá nhân", in the words of the plan. */
function takeSubjects(plan: Plan, folded: string[], taken: Taken<string>[]): string[] {
  const found: string[] = [];
  for (const [subject, { name }] of Object.entries(plan.subjects))
    for (const said of [name.vi, name.en, `${name.en}s`].map(fold))
      for (let at = 0; at < folded.length; at++) {
        const length = wordsAt(folded, at, said.split(' '));
        if (!length || taken.some((one) => one.from < at + length && at < one.to)) continue;
        found.push(subject);
        taken.push({ from: at, to: at + length, value: subject });
      }
  return found;
}
