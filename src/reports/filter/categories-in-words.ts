import type { Plan } from '../../plan/plan.ts';
import { fold } from '../../text/fold.ts';
import { keyOfCategory } from './report-filter.ts';
import { type Taken, wordsAt } from './words-at.ts';

const openings = ['linh vuc', 'mang', 'category', 'field'].map((one) => one.split(' '));
/** Words for places begin the name of a unit: "lĩnh vực xã Glar" names a report and a unit. */
const places = /^(?:xa|thi|thi tran|phuong|huyen|tinh|thon|lang|to|ban|phong|hoi|trung tam|cong an|nam)$/;
const mostWords = 12;

/**
 * Takes the categories that a line names after "lĩnh vực": "lĩnh vực giáo dục", "lĩnh vực y tế,
 * nông thôn mới". The longest run of words that is in a name decides.
 */
export function takeCategories(plan: Plan, folded: string[], taken: Taken<string>[]): string[] {
  const found: string[] = [];
  for (let at = 0; at < folded.length; at++) {
    const opening = openings.find((words) => wordsAt(folded, at, words));
    if (!opening || taken.some((one) => one.from <= at && at < one.to)) continue;
    const from = at;
    let to = at + opening.length;
    for (let first = true; to < folded.length; first = false) {
      const gap = first ? 0 : joinersAt(folded, to);
      const run = longestRun(plan, folded, to + gap, first || gap > 0);
      if (!run) break;
      found.push(...run.keys);
      to += gap + run.length;
    }
    if (to === from + opening.length) continue;
    taken.push({ from, to, value: 'categories' });
    at = to - 1;
  }
  return found;
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
    const keys = (whole.length > 0 ? whole : within).map(keyOfCategory);
    if (keys.length > 0) return { length, keys };
  }
  return undefined;
}

function partsOf({ vi, en }: { vi: string; en: string }): string[] {
  return [vi, en].flatMap((one) => [spell(one), ...one.split(/,|\/| và | and /).map(spell)]);
}

/** Quotation marks within a name are no part of its words. */
function spell(name: string): string {
  return fold(name.replace(/[,/"“”]/g, ' '));
}
