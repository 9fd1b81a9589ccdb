import { lateLetter } from '../../src/reports/late-letter/late-letter.ts';
import { officeReport } from '../../src/reports/office-report/office-report.ts';
import type { Report } from '../../src/reports/report.ts';
import { signedList } from '../../src/reports/signed-list/signed-list.ts';

/** Reports that are Word documents; they have tests of their own. */
const documents = [signedList, officeReport, lateLetter];

/** Tells whether a report is a workbook of one table. */
export function isWorkbook(report: Report): boolean {
  return !documents.includes(report);
}
