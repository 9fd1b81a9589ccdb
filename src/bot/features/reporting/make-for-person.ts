import type { MadeFor } from '../../../chat-files/made-for.ts';
import { DomainError } from '../../../errors.ts';
import { actsForOffice, hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import type { MadeReport, Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { makeInThread, type ReportWatch } from '../../../reports/thread/report-threads.ts';
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
  /** Whom and what its files were made for: links to them open for that alone. */
  madeFor: MadeFor | undefined;
  /** The units that it covers, in the plan's order; undefined: it was not limited to any. */
  unitIds: number[] | undefined;
}

/** A part of a report that is too large for one file. */
export interface ReportPart {
  number: number;
  units: { id: number; name: string }[];
}

/**
 * Makes a report of what the person may see: of one unit, or of all that the report's right
 * reaches. A part has some of these units. It is made in a thread of its own. The caller deletes
 * the files.
 */
export async function makeForPerson(
  by: ReportAsker,
  report: Report,
  period: ReportPeriod,
  unit?: Unit,
  { part, ...watch }: ReportWatch & { part?: ReportPart } = {},
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
  const filter = filterOf(by, period, report);
  // Without it the report would be of more than was asked.
  if (!filter) throw new DomainError('report-filter-gone');
  const filtered = sayFilterHere(by, period, report);
  const scope = part
    ? by.t('report-part', { n: part.number, units: nameEnds(part.units) })
    : chosen?.map(({ name }) => name).join(', ');
  const unitIds = about?.map(({ id }) => id);
  const made = await makeInThread(
    {
      report: report.code,
      url: db.url,
      plan,
      calendar: calendar.exceptions,
      tempDir,
      request: {
        ...(report.ofNow ? { year: yearOf(period.asOf ?? today), asOf: period.asOf } : period),
        unitIds: part ? part.units.map(({ id }) => id) : unitIds,
        unitLabel: part || chosen?.length === 1 ? scope : undefined,
        ...{ locale: by.locale, by: by.person?.name ?? '', now },
        forOffice: actsForOffice(by.person, report.right),
        phones: hasAccess(by.person, 'reportPhones'),
        filter,
      },
    },
    watch,
  );
  const question = { report: report.code, period: writeReportPeriod(period), unitId: unit?.id ?? null };
  return {
    made,
    title: by.html('report-caption', {
      report: by.t(report.name),
      year: report.ofNow ? sayDayOrNow(by, period, today) : sayCaptionPeriod(by, period),
      scope: scope ? shorten(scope, 300) : by.t('report-all-units'),
    }),
    figures: [
      ...(filtered === '' ? [] : [by.html('report-filtered', { filter: filtered })]),
      ...made.figures.map(({ label, value }) => by.html('report-figure', { label, value })),
    ],
    madeFor: by.person
      ? { personId: by.person.id, right: report.right, unitIds: unitIds ?? null, planId: plan.id, question }
      : undefined,
    unitIds,
  };
}

/** Says of which day a report of the present state is. */
function sayDayOrNow({ t }: ReportAsker, { asOf }: ReportPeriod, today: LocalDate): string {
  return asOf ? t('report-of-day', { day: formatDate(asOf) }) : formatDate(today);
}

/** Names the first and the last of several units. */
function nameEnds(units: ReportPart['units']): string {
  const [first] = units;
  const last = units.at(-1);
  return first && last && first !== last ? `${first.name} – ${last.name}` : (first?.name ?? '');
}
