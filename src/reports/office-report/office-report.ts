import { t } from '../../i18n.ts';
import { saveDocument } from '../document/write-document.ts';
import type { Report } from '../report.ts';
import { writeReportPeriod } from '../report-period.ts';
import { composeOfficeReport } from './compose-report.ts';
import { readOfficeFigures } from './read-figures.ts';

/**
 * The office's report to the People's Committee (Plan 101, V.3), as Word. It is of a half-year, a
 * year or the whole period. Figures and texts come from the data; only people can write the rest,
 * on dotted lines.
 */
export const officeReport: Report = {
  code: 'word',
  name: 'report-office',
  words: [
    ...['báo cáo kết quả', 'báo cáo word', 'báo cáo (word)', 'office report', 'word report'],
    ...['tổng kết năm', 'tổng kết giai đoạn', 'tổng kết', 'sơ kết', 'sơ kết giai đoạn'],
  ],
  right: 'seeProgress',
  scopes: ['all'],
  periods: 'any',
  comparesLastYear: true,
  async make({ db, plan, tempDir }, request) {
    const { year, half, whole, asOf, now, by, locale } = request;
    const scope = { year, half, whole, asOf, now };
    const figures = await db.inSnapshot((snapshot) => readOfficeFigures(snapshot, plan, scope));
    const report = composeOfficeReport(plan, figures, { author: by, made: request.madeAt ?? now });
    const path = await saveDocument(tempDir, report);
    const { lines, late } = figures;
    const sum = (of: (line: (typeof lines)[number]) => number) =>
      String(lines.reduce((total, line) => total + of(line), 0));
    return {
      path,
      filename: `Bao-cao-ket-qua-${writeReportPeriod(request).replace('.', '-den-')}.docx`,
      figures: [
        { label: t(locale, 'report-figure-signed-list'), value: sum(({ counted }) => counted) },
        { label: t(locale, 'report-figure-approved'), value: sum(({ approved }) => approved) },
        { label: t(locale, 'report-figure-missing'), value: sum(({ missing }) => missing) },
        { label: t(locale, 'report-figure-late-units'), value: String(late.length) },
      ],
      rows: lines.length,
    };
  },
};
