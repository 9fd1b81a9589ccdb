import type { LoadedPlan } from '../plan/plan.ts';
import type { Database } from '../store/database.ts';
import { readAtMoment } from './at-moment.ts';
import { type Chart, drawPages, type MadeChart, nameChartFile, type PictureScope } from './chart/charts.ts';
import { findPictures, hasExemplars } from './picture-sheet.ts';
import type { Report } from './report.ts';

/**
 * Makes the picture that is shown with a report, of the same day. Undefined where the report has
 * none that can be filtered as it is, or no exemplar was registered.
 */
export async function makePicture(
  deps: { db: Pick<Database, 'inSnapshot'>; plan: LoadedPlan },
  { pictures = [] }: Report,
  asked: PictureScope,
): Promise<(MadeChart & { chart: Chart }) | undefined> {
  const [chart] = findPictures(pictures, asked);
  if (!chart) return undefined;
  return readAtMoment(deps, asked, async ({ sql, plan, scope }) => {
    if (!(await hasExemplars(sql, plan))) return undefined;
    const [png] = await drawPages(sql, plan, chart, scope);
    return png && { png, chart, filename: nameChartFile(chart, asked) };
  });
}
