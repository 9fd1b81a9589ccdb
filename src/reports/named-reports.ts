import { countDifferentLetters } from '../text/different-letters.ts';
import { fold } from '../text/fold.ts';
import { findReport, reports } from './index.ts';
import type { Report } from './report.ts';

/** Words that mean one report as a button, and another in an office. */
const severalMeanings: Record<string, string[]> = { 'ket qua': ['ketqua', 'word'] };

/** The reports that words name, and the words that are left. */
export interface NamedReports {
  reports: Report[];
  rest: string[];
}

/** Takes all reports out of words; the one with the longest name comes first. */
export function takeReports(words: string[]): NamedReports {
  const found = takeRun(words, findReport);
  if (!found) return { reports: [], rest: words };
  const others = takeReports(found.rest);
  return { reports: [...new Set([...found.reports, ...others.reports])], rest: others.rest };
}

/**
 * Takes out the report that the longest run of words names. One wrong letter does not matter.
 */
export function takeLongest(words: string[]): NamedReports | undefined {
  return takeRun(words, findReport) ?? takeRun(words, findAlike);
}

function takeRun(words: string[], find: (said: string) => Report | undefined): NamedReports | undefined {
  for (let length = words.length; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const said = fold(words.slice(from, from + length).join(' '));
      const report = find(said);
      if (!report) continue;
      const meant = (severalMeanings[said] ?? []).flatMap((code) => findReport(code) ?? []);
      return { reports: meant.length > 0 ? meant : [report], rest: words.toSpliced(from, length) };
    }
  }
  return undefined;
}

/** The shortest words of a report that may be misspelt. */
const fewestLetters = 7;

/** Finds the report of words with one wrong letter: "danh sáhc", "tổng hợ". */
function findAlike(said: string): Report | undefined {
  if (said.length < fewestLetters - 1) return undefined;
  return reports.find(({ words }) =>
    words.some((one) => one.length >= fewestLetters && countDifferentLetters(said, fold(one)) === 1),
  );
}

/** Chooses between two reports by a further word: "báo cáo kết quả (word)". */
export function chooseMeant(found: NamedReports | undefined, words: string[]): NamedReports {
  if (!found) return { reports: [], rest: words };
  const further = takeRun(found.rest, findReport);
  const [named] = further?.reports ?? [];
  return further && named && found.reports.length > 1 && found.reports.includes(named)
    ? { reports: [named], rest: further.rest }
    : found;
}
