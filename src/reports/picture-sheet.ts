import { t } from '../i18n.ts';
import type { LoadedPlan } from '../plan/plan.ts';
import type { Sql } from '../store/sql.ts';
import { type Chart, charts, drawPages } from './chart/charts.ts';
import { pictureWidth } from './chart/svg.ts';
import { findUnfit, noFilter } from './filter/report-filter.ts';
import { fitWidths, measurePage } from './page.ts';
import type { ReportRequest } from './report.ts';
import type { Workbook } from './workbook.ts';

/** Name of the sheet with the pictures. */
const pictureSheetName = 'Biểu đồ';

/** A workbook of more lines is not of one office: no picture of it would be legible. */
const mostLines = 2000;

const page = measurePage('a4', 'portrait');
/** A picture leaves a little room, so that no printer moves it to the next page. */
const room = { width: page.width * 0.985, height: page.height - 24 };
const pixelsPerPoint = pictureWidth / room.width;
/** Excel draws no row higher than 409 points: two make a page. */
const rowsOfPage = 2;

/** Finds the pictures that go with a report: those that can be filtered as it is. */
export function findPictures(
  codes: readonly string[],
  { filter = noFilter }: Pick<ReportRequest, 'filter'>,
): Chart[] {
  return charts.filter(
    ({ code, filters }) => codes.includes(code) && findUnfit(filter, filters).length === 0,
  );
}

/**
 * Writes the sheet with the pictures of a report, one a page, of the same moment as the table.
 * There is none where the report has one line or too many, or no exemplar was registered.
 */
export async function writePictures(
  book: Workbook,
  sql: Sql,
  about: { plan: LoadedPlan; request: ReportRequest; lines: number },
  codes: readonly string[],
): Promise<void> {
  const { plan, request, lines } = about;
  const shown = findPictures(codes, request);
  if (shown.length === 0 || lines < 2 || lines > mostLines) return;
  if (!(await hasExemplars(sql, plan))) return;
  const { unitIds, unitLabel } = request;
  const unit = unitLabel ?? (unitIds && `${unitIds.length} đơn vị`);
  const scope = { ...request, unitId: null, unit, locale: 'vi' as const };
  const pages: { png: Uint8Array; text: string }[] = [];
  for (const chart of shown)
    for (const png of await drawPages(sql, plan, chart, scope, room.height * pixelsPerPoint))
      pages.push({ png, text: t('vi', chart.title) });
  const sheet = book.sheet({
    name: pictureSheetName,
    paper: 'a4',
    orientation: 'portrait',
    columnWidths: fitWidths([80], page.width),
  });
  if (!sheet.picture) return sheet.finish({});
  for (const [i, { png, text }] of pages.entries()) {
    if (i > 0) sheet.breakPage();
    sheet.picture({ png, text, ...fitPicture(png) });
    const height = (page.height - 12) / rowsOfPage;
    sheet.block(Array.from({ length: rowsOfPage }, () => ({ cells: [], height })));
  }
  sheet.finish({});
}

/** Tells whether a plan has any exemplar: a picture of nothing says nothing. */
export async function hasExemplars(sql: Sql, plan: LoadedPlan): Promise<boolean> {
  const { rows } = await sql.query('SELECT FROM exemplar WHERE plan_id = $1 LIMIT 1', [plan.id]);
  return rows.length > 0;
}

/** Fits a picture into a page, in points. The size of a PNG stands in its first chunk. */
function fitPicture(png: Uint8Array): { width: number; height: number } {
  const header = new DataView(png.buffer, png.byteOffset);
  const [wide, high] = [header.getUint32(16), header.getUint32(20)];
  const scale = Math.min(room.width / wide, room.height / high);
  return { width: wide * scale, height: high * scale };
}
