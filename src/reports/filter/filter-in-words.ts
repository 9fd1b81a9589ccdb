import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { takeCategories } from './categories-in-words.ts';
import { takeKinds } from './kinds-in-words.ts';
import {
  deliveryStates,
  dutyStates,
  exemplarStates,
  keyOfCategory,
  type ReportFilter,
  type ReportState,
  reportStates,
} from './report-filter.ts';
import { stateWords } from './state-words.ts';
import { keepRest, leadOf, type Taken, wordsAt } from './words-at.ts';

/**
 * What a request says of kinds, categories and states, and its other words. `takeDuties` has taken
 * the duties before.
 */
export interface FilterInWords {
  filter: ReportFilter;
  rest: string[];
}

/**
 * Takes the filter out of the words of a request: "các xã", "đã duyệt", "lĩnh vực giáo dục", "cá
 * nhân", "trừ khối đoàn thể", "không bị trả lại". Where words mean states of several kinds of
 * lines, all of them are in the filter. Words that leave nothing stay among the others.
 */
export function takeFilterInWords(plan: Plan, words: string[]): FilterInWords {
  const folded = words.map((word) => shortWords[fold(word)] ?? fold(word));
  const taken: Taken[] = [];
  takeKinds(plan, folded, taken);
  takeCategories(plan, folded, taken);
  takeSubjects(plan, folded, taken);
  takeStates(folded, taken);
  const choose = <T extends string>(part: Taken['part'], all: readonly T[]): T[] =>
    chooseValues(folded, taken, part, all);
  const kinds = choose(
    'kinds',
    plan.unitKinds.map(({ code }) => code),
  );
  const subjects = choose('subjects', Object.keys(plan.subjects));
  const named = choose('categories', plan.categories.map(keyOfCategory));
  const ofSubjects = plan.categories
    .filter(({ subject }) => subjects.includes(subject))
    .map((category) => keyOfCategory(category));
  const both = named.filter((key) => ofSubjects.includes(key));
  const states = choose('states', statesBeside(taken));
  // "Cá nhân" with a category of collectives: one of them was meant otherwise.
  if (named.length > 0 && subjects.length > 0 && both.length === 0) drop(taken, 'subjects');
  const categories = both.length > 0 ? both : named.length > 0 ? named : ofSubjects;
  return { filter: { kinds, categories, states, duties: [] }, rest: keepRest(words, folded, taken) };
}

/** Short forms of words in a chat, for words of states. */
const shortWords: Record<string, string> = {
  ...{ ko: 'khong', k: 'khong', hok: 'khong', hong: 'khong', kg: 'khong', khg: 'khong' },
  ...{ dc: 'duoc', chx: 'chua' },
};

/** The values of a part that its words name, without those that they take out. */
function chooseValues<T extends string>(
  folded: string[],
  taken: Taken[],
  part: Taken['part'],
  all: readonly T[],
): T[] {
  const named = { in: new Set<string>(), out: new Set<string>() };
  for (const one of taken.filter((each) => each.part === part)) {
    const side = leadOf(folded, one, taken).negated ? named.out : named.in;
    for (const value of one.values) side.add(value);
  }
  if (named.in.size + named.out.size === 0) return [];
  const chosen = all.filter((one) => (named.in.size === 0 || named.in.has(one)) && !named.out.has(one));
  if (chosen.length === 0) drop(taken, part);
  return chosen;
}

function drop(taken: Taken[], part: Taken['part']): void {
  for (let at = taken.length - 1; at >= 0; at--) if (taken[at]?.part === part) taken.splice(at, 1);
}

/** The states of the same kinds of lines as those that were named. */
function statesBeside(taken: Taken[]): ReportState[] {
  const named = taken.filter(({ part }) => part === 'states').flatMap(({ values }) => values);
  const lists: readonly (readonly ReportState[])[] = [exemplarStates, dutyStates, deliveryStates];
  const beside = lists.filter((states) => states.some((state) => named.includes(state))).flat();
  return reportStates.filter((state) => beside.includes(state));
}

/** Narrows the states that one word means to those that the lines of a report can have. */
export function narrowStates(filter: ReportFilter, states: readonly ReportState[] | undefined): ReportFilter {
  const own = filter.states.filter((state) => states?.includes(state));
  return own.length > 0 ? { ...filter, states: own } : filter;
}

/** The words of states by the first of them, in their order. */
const statesByWord = Map.groupBy(
  stateWords.map(([said, states]) => ({ words: said.split(' '), states })),
  ({ words: [first = ''] }) => first,
);

function takeStates(folded: string[], taken: Taken[]): void {
  for (let at = 0; at < folded.length; at++) {
    if (taken.some((one) => one.from <= at && at < one.to)) continue;
    const state = statesByWord.get(folded[at] ?? '')?.find(({ words }) => wordsAt(folded, at, words));
    if (!state) continue;
    taken.push({ from: at, to: at + state.words.length, part: 'states', values: state.states });
  }
}

/** "Tập thể" and "cá nhân", in the words of the plan. */
function takeSubjects(plan: Plan, folded: string[], taken: Taken[]): void {
  for (const [subject, { name }] of Object.entries(plan.subjects))
    for (const said of [name.vi, name.en, `${name.en}s`].map(fold))
      for (let at = 0; at < folded.length; at++) {
        const length = wordsAt(folded, at, said.split(' '));
        if (!length || taken.some((one) => one.from < at + length && at < one.to)) continue;
        taken.push({ from: at, to: at + length, part: 'subjects', values: [subject] });
      }
}
