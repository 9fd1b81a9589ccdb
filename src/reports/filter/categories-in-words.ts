import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { rememberFor } from '../../text/remember.ts';
import { keyOfCategory } from './report-filter.ts';
import { type Taken, wordsAt } from './words-at.ts';

const openings = ['linh vuc', 'lv', 'mang', 'category', 'field'].map((one) => one.split(' '));
/** Words for places begin the name of a unit: "lĩnh vực xã Glar" names a report and a unit. */
const places = /^(?:xa|thi|thi tran|phuong|huyen|tinh|thon|lang|to|ban|phong|hoi|trung tam|cong an|nam)$/;
const leads = /^(?:cua|o|tai|theo|cho|trong|tu|den|toan|tat|cac|ca|va|voi|cung)$/;
const mostWords = 12;
/** Room for the categories of several plans, which every word of a long line is compared with. */
const mostNames = 500;

/** Everyday words for categories, with words of the plan's names for them. */
const everyday: [said: string, inName: string[]][] = [
  ['phat trien kinh te', ['kinh doanh', 'kinh te']],
  ['lam kinh te', ['kinh doanh', 'kinh te']],
  ['kinh te', ['kinh doanh', 'kinh te']],
  ['lam an', ['kinh doanh']],
  ['xoa doi giam ngheo', ['nguoi ngheo', 'giam ngheo']],
  ['giam ngheo', ['nguoi ngheo', 'giam ngheo']],
  ['ho ngheo', ['nguoi ngheo', 'giam ngheo']],
  ['vi nguoi ngheo', ['nguoi ngheo', 'giam ngheo']],
  ['an ninh quoc phong', ['quoc phong']],
  ['an ninh trat tu', ['an ninh']],
  ['antt', ['an ninh']],
  ['anqp', ['quoc phong']],
  ['qpan', ['quoc phong']],
  ['qp an', ['quoc phong']],
  ['qp-an', ['quoc phong']],
  ['sxkd', ['kinh doanh']],
  ['ntm', ['nong thon moi']],
  ['gddt', ['giao duc']],
  ['gd-dt', ['giao duc']],
  ['hoi doan the', ['doan the']],
];

/**
 * Takes the categories that a line names after "lĩnh vực": "lĩnh vực giáo dục", "lĩnh vực y tế,
 * nông thôn mới". The longest run of words that is in a name decides.
 */
export function takeCategories(plan: Plan, folded: string[], taken: Taken[]): void {
  for (let at = 0; at < folded.length; at++) {
    const opening = openings.find((words) => wordsAt(folded, at, words));
    if (!opening || taken.some((one) => one.from <= at && at < one.to)) continue;
    const from = at;
    const found: string[] = [];
    let to = at + opening.length;
    for (let first = true; to < folded.length; first = false) {
      const gap = first ? 0 : joinersAt(folded, to);
      const run = longestRun(plan, folded, to + gap, first || gap > 0);
      if (!run) break;
      found.push(...run.keys);
      to += gap + run.length;
    }
    if (to === from + opening.length) continue;
    taken.push({ from, to, part: 'categories', values: found });
    at = to - 1;
  }
}

/**
 * Takes the words after "lĩnh vực" that name no category: "danh sách lĩnh vực văn hóa". "Theo lĩnh
 * vực" names a report, and so does "lĩnh vực" where no other is named before: its words stay too.
 */
export function takeField(
  words: string[],
  namesReport: (words: string[]) => boolean,
): { field: string | undefined; rest: string[] } {
  const folded = words.map(fold);
  const at = folded.findIndex(
    (word, i) => word === 'linh' && folded[i + 1] === 'vuc' && folded[i - 1] !== 'theo',
  );
  const after = words.slice(at + 2);
  if (at < 0 || after.length === 0 || places.test(folded[at + 2] ?? '') || leads.test(folded[at + 2] ?? ''))
    return { field: undefined, rest: words };
  const field = after.join(' ');
  return { field, rest: namesReport(words.slice(0, at)) ? words.slice(0, at) : words };
}

/** Finds the categories that words mean as a whole: "sản xuất, kinh doanh", "giáo dục". */
export function findCategories(plan: Plan, words: string): string[] {
  const folded = fold(words.replace(/[,/]/g, ' ')).split(' ');
  const run = longestRun(plan, folded, 0, true);
  return run?.length === folded.length ? run.keys : [];
}

function joinersAt(folded: string[], at: number): number {
  return /^(?:va|hoac|and|or|&)$/.test(folded[at] ?? '') ? 1 : 0;
}

interface Run {
  length: number;
  keys: string[];
}

/** `loose`: a few words of a name are enough, or a long one; otherwise a whole part of it. */
function longestRun(plan: Plan, folded: string[], at: number, loose: boolean): Run | undefined {
  for (let length = Math.min(mostWords, folded.length - at); length > 0; length--) {
    const said = folded.slice(at, at + length).join(' ');
    if (places.test(said)) continue;
    const whole = plan.categories.filter(({ name }) => partsOf(name).includes(said));
    const within =
      loose && (length > 1 || said.length > 5)
        ? plan.categories.filter(({ name }) =>
            [name.vi, name.en].some((one) => ` ${spell(one)} `.includes(` ${said} `)),
          )
        : [];
    const called = everyday.find(([one]) => one === said)?.[1] ?? [];
    const meant = plan.categories.filter(({ name }) =>
      called.some((part) => ` ${spell(name.vi)} `.includes(` ${part} `)),
    );
    const keys = ([whole, within, meant].find((one) => one.length > 0) ?? []).map(keyOfCategory);
    if (keys.length > 0) return { length, keys };
  }
  return undefined;
}

function partsOf({ vi, en }: { vi: string; en: string }): string[] {
  return [vi, en].flatMap((one) => [spell(one), ...one.split(/,|\/| và | and /).map(spell)]);
}

/** Quotation marks within a name are no part of its words. */
const spell = rememberFor(mostNames, (name) => fold(name.replace(/[,/"“”]/g, ' ')));
