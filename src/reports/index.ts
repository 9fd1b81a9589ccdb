import { asciiWords } from './ascii-words.ts';
import { byUnit } from './by-unit.ts';
import { detail } from './detail.ts';
import { phoneList } from './phone-list.ts';
import type { Report } from './report.ts';

/** Every report there is, in the order of the buttons. */
export const reports: Report[] = [byUnit, detail, phoneList];

/**
 * The report that a code or plain words mean; accents, case and spaces are optional. Undefined: no
 * such report.
 */
export function findReport(word: string): Report | undefined {
  const wanted = folded(word);
  return reports.find((report) => [report.code, ...report.words].some((each) => folded(each) === wanted));
}

function folded(text: string): string {
  return asciiWords(text).replaceAll('-', '').toLowerCase();
}
