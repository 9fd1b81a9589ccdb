import { rm } from 'node:fs/promises';
import type { Locale } from '../../../i18n.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { hasAccess, listVisibleUnits } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { findReport } from '../../../reports/index.ts';
import type { MadeReport } from '../../../reports/report.ts';
import { findStandingReport } from '../../../reports/standing/change-standing.ts';
import { standingReportPayload } from '../../../reports/standing/plan-standing.ts';
import { listYearsBegun } from '../../../reports/years.ts';
import { shorten } from '../../../text/shorten.ts';
import { listUnits } from '../../../units/units.ts';
import { type House, planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import { createWords } from '../../core/words.ts';
import { sayRhythm } from './words.ts';

/**
 * Makes a standing report at the moment of sending, of the newest year that has begun. Undefined
 * when it has ended, its plan is closed or not begun, or the person may not ask for it any more.
 */
export async function standingReportNotice(
  house: House,
  payload: unknown,
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { db, calendar, clock, tempDir } = house;
  const order = await findStandingReport(db.prisma, standingReportPayload.parse(payload).standingId);
  const report = order && findReport(order.report);
  if (!order || !report) return undefined;
  const plan = planOf(house, order);
  const person = await loadPerson(db.prisma, personId);
  const now = clock.now();
  const [year] = listYearsBegun(plan, now);
  if (plan.closed || year === undefined || !person || !hasAccess(person, report.right)) return undefined;

  const visible = listVisibleUnits(person);
  const own =
    visible === 'all' ? undefined : (await listUnits(db.prisma)).filter(({ id }) => visible.includes(id));
  if (own?.length === 0) return undefined;
  const scope = own?.map(({ name }) => name).join(', ');
  const today = localDate(now, plan.zone);
  const made = await report.make(
    { db, plan, calendar, tempDir },
    {
      year: report.ofNow ? yearOf(today) : year,
      unitIds: own?.map(({ id }) => id),
      unitLabel: own?.length === 1 ? scope : undefined,
      ...{ locale, by: person.name ?? '', now },
    },
  );
  const words = createWords(plan, locale);
  const title = words.html('report-caption', {
    report: words.t(report.name),
    year: report.ofNow ? formatDate(today) : String(year),
    scope: scope ? shorten(scope, 300) : words.t('report-all-units'),
  });
  return {
    text: [
      title,
      ...made.figures.map((figure) => words.html('report-figure', { ...figure })),
      words.html('standing-why', { rhythm: sayRhythm(words, order) }),
    ].join('\n'),
    documents: filesOf(made),
  };
}

function filesOf({ path, filename, also = [] }: MadeReport) {
  return [{ path, filename }, ...also];
}

/** Deletes the files of a reply after it was sent, or could not be. */
export async function deleteDocuments(reply: Reply | undefined): Promise<void> {
  await Promise.all((reply?.documents ?? []).map(({ path }) => rm(path, { force: true })));
}
