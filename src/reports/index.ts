import { toAsciiWords } from './ascii-words.ts';
import { awardList } from './award-list/award-list.ts';
import { byCategory } from './by-category.ts';
import { byUnit } from './by-unit.ts';
import { conferenceList } from './conference/conference-list.ts';
import { detail } from './detail.ts';
import { dutyProgress } from './duty-progress.ts';
import { lateLetter } from './late-letter/late-letter.ts';
import { nudgeLog } from './nudge-log.ts';
import { officeReport } from './office-report/office-report.ts';
import { phoneList } from './phone-list.ts';
import { publicity } from './publicity/publicity.ts';
import type { Report } from './report.ts';
import { signedList } from './signed-list/signed-list.ts';
import { yearResults } from './year-results/year-results.ts';

/** All reports in the order of the buttons. */
export const reports: Report[] = [
  ...[
    byUnit,
    detail,
    byCategory,
    dutyProgress,
    yearResults,
    awardList,
    conferenceList,
    nudgeLog,
    officeReport,
  ],
  ...[signedList, publicity, lateLetter, phoneList],
];

/** Words that ask for a report without the word for one: "tổng hợp 2021". */
export const wordsOfReports: string[] = reports.flatMap(({ wordsAlone = [] }) => wordsAlone);

/**
 * Finds the report of a code or plain words; accents, case and spaces are optional. Undefined: no
 * such report.
 */
export function findReport(word: string): Report | undefined {
  reportsByWord ??= new Map(
    reports
      .flatMap((report) => [report.code, ...report.words].map((each) => [folded(each), report] as const))
      // Of two reports with the same word the first one counts.
      .reverse(),
  );
  return reportsByWord.get(folded(word));
}

let reportsByWord: Map<string, Report> | undefined;

function folded(text: string): string {
  return toAsciiWords(text).replaceAll('-', '').toLowerCase();
}
