import { actsForOffice, hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { makeAsOf } from '../../../reports/make-as-of.ts';
import type { MadeReport, Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { shorten } from '../../../text/shorten.ts';
import { listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { filterOf, sayFilterHere } from './filtered.ts';
import { sayCaptionPeriod } from './years.ts';

/** The person for whom a report is made: in a chat, or of a report that comes by itself. */
export type ReportAsker = Pick<BotContext, 'house' | 'person' | 'locale' | 't' | 'html'>;

/** A finished report with its caption (HTML): the title, and a line for each main figure. */
export interface ReportForPerson {
  made: MadeReport;
  title: string;
  figures: string[];
}

/**
 * Makes a report of what the person may see: of one unit, or of all that the report's right
 * reaches. The caller deletes the files.
 */
export async function makeForPerson(
  by: ReportAsker,
  report: Report,
  period: ReportPeriod,
  unit?: Unit,
): Promise<ReportForPerson> {
  const { db, plan, calendar, clock, tempDir, officeIds } = by.house;
  const now = clock.now();
  const today = localDate(now, plan.zone);
  const visible = listUnitsWithin(by.person, report.right);
  const own =
    visible === 'all'
      ? undefined
      : (await listUnits(db.prisma, officeIds)).filter(({ id }) => visible.includes(id));
  const about = unit ? [unit] : own;
  // Every unit of the office is no choice of units.
  const chosen = unit ? [unit] : actsForOffice(by.person, report.right) ? undefined : own;
  const filter = sayFilterHere(by, period, report);
  const scope = chosen?.map(({ name }) => name).join(', ');
  const made = await makeAsOf(
    report,
    { db, plan, calendar, tempDir },
    {
      ...(report.ofNow ? { year: yearOf(today) } : period),
      unitIds: about?.map(({ id }) => id),
      unitLabel: chosen?.length === 1 ? scope : undefined,
      ...{ locale: by.locale, by: by.person?.name ?? '', now },
      forOffice: actsForOffice(by.person, report.right),
      phones: hasAccess(by.person, 'reportPhones'),
      filter: filterOf(by, period, report),
    },
  );
  return {
    made,
    title: by.html('report-caption', {
      report: by.t(report.name),
      year: report.ofNow ? formatDate(today) : sayCaptionPeriod(by, period),
      scope: scope ? shorten(scope, 300) : by.t('report-all-units'),
    }),
    figures: [
      ...(filter === '' ? [] : [by.html('report-filtered', { filter })]),
      ...made.figures.map(({ label, value }) => by.html('report-figure', { label, value })),
    ],
  };
}
