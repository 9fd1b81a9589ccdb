import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '../drafts/draft.ts';
import { facts } from './facts/facts.ts';

/**
 * Lines that hang on another: when it changes, others apply, or others can be chosen (Plan 101,
 * III.3).
 */
const followers: Record<string, string[]> = Object.fromEntries(
  facts.map(({ key }) => [key, facts.filter(({ follows }) => follows.includes(key)).map((one) => one.key)]),
);

/**
 * Answers that are lines of the exemplar; others are steps of the form, or go with another line.
 */
const mendable = new Set(facts.filter(({ mendable }) => mendable !== false).map(({ key }) => key));
/** Answers kept with a line besides the one of that name. */
const keptWith = (key: string) => [
  ...facts.filter(({ askedWith }) => askedWith === key).map((one) => one.key),
];

/**
 * One line, or several that belong together, that another person changed since a draft was opened.
 */
export interface MergedLine {
  /** The line by which it is called. */
  key: string;
  keys: string[];
  /** The draft changes it too, and otherwise: a person has to decide. */
  conflict: boolean;
}

/** Keys of the lines in any of these answers. */
function linesIn(...all: Answers[]): string[] {
  const keys = new Set(all.flatMap((answers) => Object.keys(answers)));
  return [...keys].filter((key) => mendable.has(key));
}

function lineValue(answers: Answers, key: string): unknown {
  const value = answers[key] ?? null;
  if (key !== 'criteria') return value;
  return { ticks: Array.isArray(value) ? value.toSorted() : value, own: answers.ownCriteria ?? null };
}

/** Whether a line differs between two sets of answers; the order of ticks is no difference. */
export function lineDiffers(key: string, one: Answers, other: Answers): boolean {
  return !isDeepStrictEqual(lineValue(one, key), lineValue(other, key));
}

/** Lines that `mine` changes. A line that waits for its answer is none yet. */
export function changedLinesOf(base: Answers, mine: Answers): string[] {
  return linesIn(base, mine).filter((key) => key in mine && lineDiffers(key, base, mine));
}

/**
 * Lines of a returned exemplar that are open: those that the officer ticked, and those that hang on
 * a ticked one that was changed.
 */
export function openLines(ticked: string[], base: Answers, mine: Answers): Set<string> {
  const open = new Set(ticked);
  // A set is walked on through what is added meanwhile.
  for (const key of open) {
    if (followers[key]?.length && lineDiffers(key, base, mine))
      for (const one of followers[key]) open.add(one);
  }
  return open;
}

/**
 * Lines that `mine` changes beyond those that are open. Why the unit is over its quota may always
 * be said.
 */
export function linesBeyond(ticked: string[], base: Answers, mine: Answers): string[] {
  const open = openLines(ticked, base, mine);
  return changedLinesOf(base, mine).filter((key) => !open.has(key) && key !== 'exception');
}

/**
 * Brings what others changed since `base` (`theirs`) into `mine`, line by line. What only they
 * changed is taken; what both changed otherwise stays mine until a person decides. Files are never
 * in conflict: each person's are added and taken away.
 */
export function mergeLines(
  base: Answers,
  theirs: Answers,
  mine: Answers,
): { merged: Answers; lines: MergedLine[] } {
  const groups = Map.groupBy(linesIn(base, theirs, mine), (key) => headOf(key, theirs, mine));
  let merged = mine;
  const lines: MergedLine[] = [];
  for (const [key, keys] of groups) {
    if (!keys.some((one) => lineDiffers(one, base, theirs))) continue;
    const touched = key !== 'files' && keys.some((one) => one in mine && lineDiffers(one, base, mine));
    const conflict = touched && keys.some((one) => lineDiffers(one, theirs, mine));
    lines.push({ key, keys, conflict });
    if (!conflict) merged = withTheirs(merged, theirs, keys);
  }
  return { merged, lines };
}

/** Answers with these lines as they stand in `theirs`, and without what was begun for them. */
export function withTheirs(mine: Answers, theirs: Answers, keys: string[]): Answers {
  const taken = { ...mine };
  for (const key of keys.flatMap((one) => [one, ...keptWith(one)])) {
    delete taken[`~${key}`];
    if (theirs[key] === undefined) delete taken[key];
    else taken[key] = theirs[key];
  }
  return taken;
}

/**
 * The line that decides about this one: one that it hangs on and that differs, otherwise itself.
 */
function headOf(key: string, theirs: Answers, mine: Answers): string {
  const above = Object.keys(followers).find(
    (head) => allFollowers(head).has(key) && lineDiffers(head, theirs, mine),
  );
  return above ?? key;
}

function allFollowers(head: string): Set<string> {
  const all = new Set(followers[head]);
  for (const key of all) for (const one of followers[key] ?? []) all.add(one);
  return all;
}
