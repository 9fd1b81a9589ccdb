import { isDeepStrictEqual } from 'node:util';
import type { Answers } from '../drafts/draft.ts';
import { facts } from './facts/facts.ts';

/**
 * Lines that depend on another: when it changes, others apply, or others can be chosen (Plan 101,
 * III.3).
 */
const followers: Record<string, string[]> = Object.fromEntries(
  facts.map(({ key }) => [key, facts.filter(({ follows }) => follows.includes(key)).map((one) => one.key)]),
);

/**
 * Answers that are lines of the exemplar; others are steps of the form, or belong to another line.
 */
const mendable = new Set(facts.filter(({ mendable }) => mendable !== false).map(({ key }) => key));
/** Answers stored for a line in addition to the one of that name. */
const keptWith = (key: string) => [
  ...facts.filter(({ askedWith }) => askedWith === key).map((one) => one.key),
];

/**
 * One line, or several that belong together, that another person changed since a draft was opened.
 */
export interface MergedLine {
  /** The line that names the group. */
  key: string;
  keys: string[];
  /** Whether the draft changes it too, to another value: a person has to decide. */
  conflict: boolean;
}

/** Lists the keys of the lines in any of these answers. */
function linesIn(...all: Answers[]): string[] {
  const keys = new Set(all.flatMap((answers) => Object.keys(answers)));
  return [...keys].filter((key) => mendable.has(key));
}

function lineValue(answers: Answers, key: string): unknown {
  const value = answers[key] ?? null;
  if (key !== 'criteria') return value;
  return { ticks: Array.isArray(value) ? value.toSorted() : value, own: answers.ownCriteria ?? null };
}

/** Tells whether a line differs between two sets of answers; the order of ticks does not matter. */
function lineDiffers(key: string, one: Answers, other: Answers): boolean {
  return !isDeepStrictEqual(lineValue(one, key), lineValue(other, key));
}

/** Lists the lines that `mine` changes. A line that waits for its answer does not count yet. */
export function changedLinesOf(base: Answers, mine: Answers): string[] {
  return linesIn(base, mine).filter((key) => key in mine && lineDiffers(key, base, mine));
}

/**
 * Lists the open lines of a returned exemplar: the ticked ones, and those that depend on a changed
 * ticked one.
 */
export function openLines(ticked: string[], base: Answers, mine: Answers): Set<string> {
  const open = new Set(ticked);
  // Iteration over a set includes members added during it.
  for (const key of open) {
    if (followers[key]?.length && lineDiffers(key, base, mine))
      for (const one of followers[key]) open.add(one);
  }
  return open;
}

/**
 * Lists the lines that `mine` changes beyond the open ones. The reason for exceeding the quota may
 * always change.
 */
export function linesBeyond(ticked: string[], base: Answers, mine: Answers): string[] {
  const open = openLines(ticked, base, mine);
  return changedLinesOf(base, mine).filter((key) => !open.has(key) && key !== 'exception');
}

/**
 * Merges the changes of others since `base` (`theirs`) into `mine`, line by line. Changes of one
 * side only are merged; a line that both changed to different values stays mine until a person
 * decides. Files are never in conflict: each person's files are added and removed.
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

/** Returns the answers with these lines from `theirs`, without unfinished answers to them. */
export function withTheirs(mine: Answers, theirs: Answers, keys: string[]): Answers {
  const taken = { ...mine };
  for (const key of keys.flatMap((one) => [one, ...keptWith(one)])) {
    delete taken[`~${key}`];
    if (theirs[key] === undefined) delete taken[key];
    else taken[key] = theirs[key];
  }
  return taken;
}

/** The line that decides about this one: a differing line that it depends on, otherwise itself. */
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
