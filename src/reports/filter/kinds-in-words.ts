import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { type Taken, wordsAt } from './words-at.ts';

/** Words before a kind of units: without them "xã" is part of a unit's name. */
const openings = [
  ...['tat ca cac', 'toan bo cac', 'tat ca', 'toan bo', 'nhom don vi', 'loai don vi', 'rieng cac'],
  ...['khoi cac', 'nhom cac', 'cac', 'nhung', 'khoi', 'nhom', 'loai', 'nganh', 'tung', 'all', 'kind'],
].map((one) => one.split(' '));

/** Everyday words for kinds, with words of the plan's names for them. */
const everyday: [said: string, inName: string[]][] = [
  ['mat tran va cac doan the', ['doan the']],
  ['mat tran va doan the', ['doan the']],
  ['mat tran cac doan the', ['doan the']],
  ['mat tran doan the', ['doan the']],
  ['phong ban', ['co quan']],
  ['ban nganh', ['co quan']],
  ['phong', ['co quan']],
  ['co quan', ['co quan']],
  ['hoi doan the', ['doan the']],
  ['doan the', ['doan the']],
  ['mat tran', ['mat tran', 'mttq']],
  ['hoi', ['doan the']],
  ['truong hoc', ['giao duc', 'truong']],
  ['nha truong', ['giao duc', 'truong']],
  ['hoc duong', ['giao duc', 'truong']],
  ['benh vien', ['y te']],
  ['xa phuong', ['xa', 'phuong']],
  ['truong', ['giao duc', 'truong']],
];

/**
 * Takes the kinds of units that a line names: "các xã, thị trấn", "khối đoàn thể", "ngành y tế",
 * "cấp xã". A whole name of three words or more needs no word before it.
 */
export function takeKinds(plan: Plan, folded: string[], taken: Taken[]): void {
  const names = namesOf(plan);
  for (let at = 0; at < folded.length; at++) {
    const from = at;
    const opening = openings.find((words) => wordsAt(folded, at, words));
    let to = from + (opening?.length ?? 0);
    const communal = wordsAt(folded, at, ['cap', 'xa']);
    const kinds: string[] = communal ? listCommunal(plan) : [];
    if (communal) to = from + communal;
    const limit = opening ? 0 : 3;
    for (let next = communal ? folded.length : to; next < folded.length; ) {
      const gap = kinds.length > 0 ? joinersAt(folded, next) : 0;
      const name = names.find(
        ({ words, sure }) =>
          (sure || limit === 0) && words.length >= limit && wordsAt(folded, next + gap, words),
      );
      if (!name) break;
      kinds.push(...name.kinds);
      next += gap + name.words.length;
      to = next;
      if (limit > 0) break;
    }
    if (kinds.length === 0) continue;
    taken.push({ from, to, part: 'kinds', values: kinds });
    at = to - 1;
  }
}

/** Finds the kinds that words name as a whole: "trường học", "khối đoàn thể, các xã". */
export function findKindsOfWords(plan: Plan, words: string): string[] {
  const folded = ['cac', ...fold(words.replace(/[,/]/g, ' ')).split(' ')];
  const taken: Taken[] = [];
  takeKinds(plan, folded, taken);
  const length = taken.reduce((sum, { from, to }) => sum + to - from, 0);
  return length === folded.length ? taken.flatMap(({ values }) => values) : [];
}

/** "Xã, thị trấn" and "các cơ quan và các đoàn thể": between two kinds. */
function joinersAt(folded: string[], at: number): number {
  let to = at;
  while (/^(?:va|cac|cung|khoi|nganh|nhom|and|&|-|)$/.test(folded[to] ?? 'x')) to++;
  return to - at;
}

interface KindName {
  words: string[];
  kinds: string[];
  /** Whether it means the kind without a word before it. */
  sure: boolean;
}

/** Names, parts of names and everyday words, the longest first. */
function namesOf({ unitKinds }: Plan): KindName[] {
  const named = unitKinds.flatMap(({ code, name }) => {
    const whole = [name.vi, name.en].map((one) => ({ said: spell(one), sure: true }));
    const parts = [name.vi, name.en]
      .flatMap((one) => one.split(/,|\/| và | and /))
      .map((one) => ({ said: spell(one).replace(/^cac /, ''), sure: false }));
    return [...whole, ...parts].map(({ said, sure }) => ({ words: said.split(' '), kinds: [code], sure }));
  });
  const others = everyday.flatMap(([said, inName]) => {
    const kinds = unitKinds
      .filter(({ name }) => inName.some((part) => ` ${spell(name.vi)} `.includes(` ${part} `)))
      .map(({ code }) => code);
    const words = said.split(' ');
    return kinds.length > 0 ? [{ words, kinds, sure: words.length > 2 }] : [];
  });
  return [...named, ...others]
    .filter(({ words }) => words[0] !== '')
    .sort((a, b) => b.words.length - a.words.length);
}

/** The kinds of communes, townships and wards. */
function listCommunal({ unitKinds }: Plan): string[] {
  return unitKinds
    .filter(({ name }) => /(?:^| )(?:xa|thi tran|phuong)(?: |$)/.test(spell(name.vi)))
    .map(({ code }) => code);
}

function spell(name: string): string {
  return fold(name.replace(/[,/]/g, ' '));
}
