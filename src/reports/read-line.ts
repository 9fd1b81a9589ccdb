import { fold } from '../text/fold.ts';
import { findReport } from './index.ts';
import type { Report } from './report.ts';

/** A request such as `tonghop năm nay xã glar`, as read. */
export interface ReportLine {
  /** Undefined: the words begin with no report. */
  report: Report | undefined;
  /** Every year named, in the order typed; also one that no report can have. */
  years: number[];
  /** The remaining words, which name a unit. */
  unitWords: string;
}

/** Words for a year relative to the current one; accents do not matter. */
const relative: Record<string, number> = {
  'nam nay': 0,
  'nam ngoai': -1,
  'nam truoc': -1,
  'nam sau': 1,
  'nam toi': 1,
  'this year': 0,
  'last year': -1,
  'next year': 1,
};

/**
 * Reads report, years and unit from one line. After the years are removed it must begin with the
 * report. A number of four digits or more is a year, and so is any number after `năm`: no unit is
 * named by one. Shorter numbers stay with the unit's words (`Trường số 2`).
 */
export function readReportLine(typed: string, thisYear: number): ReportLine {
  const tokens = typed.normalize('NFC').split(/\s+/).filter(Boolean);
  const years: number[] = [];
  const rest: string[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] ?? '';
    const next = tokens[at + 1] ?? '';
    const offset = relative[fold(`${token} ${next}`)];
    const named = ['nam', 'year'].includes(fold(token)) ? yearIn(next, 1) : undefined;
    const bare = yearIn(token, 4);
    if (offset !== undefined) years.push(thisYear + offset);
    else if (named !== undefined) years.push(named);
    else if (bare !== undefined) years.push(bare);
    else rest.push(token);
    if (offset !== undefined || named !== undefined) at++;
  }
  // The most leading words that name a report; the rest names a unit.
  for (let length = rest.length; length > 0; length--) {
    const report = findReport(rest.slice(0, length).join(' '));
    if (report) return { report, years, unitWords: rest.slice(length).join(' ') };
  }
  return { report: undefined, years, unitWords: rest.join(' ') };
}

/**
 * `2021`, `-5`, `2021.5`, `2021,`: a number of at least so many digits before the point; undefined
 * for other words.
 */
function yearIn(token: string, digits: number): number | undefined {
  const number = /^([+-]?)(\d+)((?:[.,]\d+)?)[.,;:?]?$/.exec(token);
  if (!number) return undefined;
  const [, sign = '', whole = '', part = ''] = number;
  if (whole.length < digits && sign !== '-') return undefined;
  return Number(`${sign}${whole}${part.replace(',', '.')}`);
}
