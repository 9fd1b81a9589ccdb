import { isOneLetterOff } from '../text/different-letters.ts';
import { fold } from '../text/fold.ts';
import { takeRun } from '../text/take-run.ts';
import { findReport, reports } from './index.ts';
import type { Report } from './report.ts';

/** Words that mean one report as a button, and another in an office. */
const severalMeanings: Record<string, string[]> = { 'ket qua': ['ketqua', 'word'] };

/** The reports that words name, and the words that are left. */
export interface NamedReports {
  reports: Report[];
  rest: string[];
}

/** More reports than a line names in earnest. */
const mostReports = 8;

/** Takes the reports out of words, eight at most; the one with the longest name comes first. */
export function takeReports(words: string[], most = mostReports): NamedReports {
  const found = most > 0 ? takeNamed(words, findReport) : undefined;
  if (!found) return { reports: [], rest: words };
  const others = takeReports(found.rest, most - 1);
  return { reports: [...new Set([...found.reports, ...others.reports])], rest: others.rest };
}

/**
 * Takes out the report that the longest run of words names. One wrong letter does not matter.
 */
export function takeLongest(words: string[]): NamedReports | undefined {
  return takeNamed(words, findReport) ?? takeNamed(words, findAlike);
}

function takeNamed(words: string[], find: (said: string) => Report | undefined): NamedReports | undefined {
  const found = takeRun(words, (said) => {
    const report = find(said);
    if (!report) return undefined;
    const meant = (severalMeanings[said] ?? []).flatMap((code) => findReport(code) ?? []);
    return meant.length > 0 ? meant : [report];
  });
  return found && { reports: found.meant, rest: found.rest };
}

/** The shortest words of a report that may be misspelt. */
const fewestLetters = 7;

/** Finds the report of words with one wrong letter: "danh sáhc", "tổng hợ". */
function findAlike(said: string): Report | undefined {
  if (said.length < fewestLetters - 1) return undefined;
  return reports.find(({ words }) =>
    words.some((one) => one.length >= fewestLetters && isOneLetterOff(said, fold(one))),
  );
}

/** Chooses between two reports by a further word: "báo cáo kết quả (word)". */
export function chooseMeant(found: NamedReports | undefined, words: string[]): NamedReports {
  if (!found) return { reports: [], rest: words };
  const further = takeNamed(found.rest, findReport);
  const [named] = further?.reports ?? [];
  return further && named && found.reports.length > 1 && found.reports.includes(named)
    ? { reports: [named], rest: further.rest }
    : found;
}
