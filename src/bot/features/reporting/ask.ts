import { formatDate } from '../../../plan/calendar.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { capitalise } from '../../../text/letters.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { buildPageRow, pageOf } from '../../core/pages.ts';
import { letterButton } from '../late-letter/index.ts';
import { makeReport } from '../report-presses.ts';
import { filterButton } from './choose-filter.ts';
import { sayFilterHere } from './filtered.ts';
import { findNamedReport } from './plan-of-report.ts';
import { chooseScope, noPeriod } from './presses.ts';
import { sayUnknownReport } from './say-kinds.ts';
import { listSeenUnits } from './seen-units.ts';
import { sendReport } from './send-report.ts';
import { periodButtons, sayNoPeriod, sayPeriodHere, troubleWith, yearsNow } from './years.ts';

/** Asks for the year of a report, where there is more than one. */
export async function askYear(ctx: BotContext, code: string): Promise<void> {
  const report = findNamedReport(code);
  if (!report) return sayUnknownReport(ctx, code);
  const [only, ...more] = yearsNow(ctx);
  if (report.ofNow) return askScope(ctx, code, noPeriod);
  if (only === undefined) return sayNoPeriod(ctx, code, { year: ctx.house.plan.period.from }, 'not-begun');
  if (more.length === 0) return askScope(ctx, code, { year: only });
  await ctx.say({
    text: ctx.html('report-year'),
    buttons: periodButtons(ctx, code, report),
  });
}

/** Asks whether a report is of all units or of one. */
export async function askScope(ctx: BotContext, code: string, period: ReportPeriod): Promise<void> {
  const report = findNamedReport(code);
  if (!report) return sayUnknownReport(ctx, code);
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, code, period, trouble);
  const units = await listSeenUnits(ctx, report.right);
  if (units.length === 1) return sendReport(ctx, report, period, units[0]);
  if (!report.scopes.includes('all')) return askUnit(ctx, code, period, 0);
  if (!report.scopes.includes('unit')) return sendReport(ctx, report, period, undefined);
  await ctx.say({
    text: [
      report.ofNow && !period.asOf
        ? ctx.html('report-scope-now')
        : ctx.html('report-scope', { period: capitalise(sayTimeOf(ctx, report, period)) }),
      ...(period.filtered
        ? [ctx.html('report-filtered', { filter: sayFilterHere(ctx, period, report) })]
        : []),
    ].join('\n'),
    buttons: [
      ...report.scopes.map((scope) => [
        scope === 'all'
          ? {
              text: ctx.t('report-all-units'),
              callback_data: makeReport.data(code, writeReportPeriod(period), null),
            }
          : {
              text: ctx.t('report-one-unit'),
              callback_data: chooseScope.data(code, writeReportPeriod(period), 0),
            },
      ]),
      ...filterButton(ctx, code, report, period),
      ...letterButton(ctx, report),
    ],
  });
}

/** Maximum number of units on a page. */
export const unitsPerPage = 10;

/** Asks for the unit of a report; `over` has ended since its button was shown. */
export async function askUnit(
  ctx: BotContext,
  code: string,
  period: ReportPeriod,
  wanted: number,
  over?: number,
): Promise<void> {
  const report = findNamedReport(code);
  if (!report) return sayUnknownReport(ctx, code);
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, code, period, trouble);
  const units = await listSeenUnits(ctx, report.right);
  const page = pageOf(units, wanted, unitsPerPage);
  await ctx.sayInPlace({
    text: [...(over === undefined ? [] : [await sayOver(ctx, over)]), ctx.html('report-unit')].join('\n'),
    buttons: [
      ...page.items.map((u) => [
        { text: u.name, callback_data: makeReport.data(code, writeReportPeriod(period), u.id) },
      ]),
      ...buildPageRow(
        ctx,
        page,
        (to) => chooseScope.data(code, writeReportPeriod(period), to),
        'form-page-after',
      ),
    ],
  });
}

/** Says that a unit has ended, and which one took over from it. */
async function sayOver({ house, html }: BotContext, id: number): Promise<string> {
  const unit = await house.db.prisma.unit.findUnique({
    where: { id },
    select: { name: true, successor: { select: { name: true } } },
  });
  const successor = unit?.successor?.name;
  return html(successor ? 'report-unit-taken-over' : 'report-unit-over', {
    unit: unit?.name ?? '',
    successor: successor ?? '',
  });
}

/**
 * Sends a report, or asks for its unit where none is named and the report is of one only. A person
 * who sees one unit is not asked.
 */
export async function sendOrAskUnit(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): Promise<void> {
  if (unit && !report.scopes.includes('unit')) {
    const data = makeReport.data(codeInPlan(ctx, report.code), writeReportPeriod(period), null);
    return ctx.say({
      text: ctx.html('report-all-only', { report: ctx.t(report.name) }),
      buttons: [[{ text: ctx.t('report-all-units'), callback_data: data }]],
    });
  }
  if (unit || report.scopes.includes('all')) return sendReport(ctx, report, period, unit);
  const [only, ...more] = await listSeenUnits(ctx, report.right);
  await (only && more.length === 0
    ? sendReport(ctx, report, period, only)
    : askUnit(ctx, codeInPlan(ctx, report.code), period, 0));
}

function sayTimeOf(ctx: BotContext, { ofNow }: Report, period: ReportPeriod): string {
  return ofNow && period.asOf
    ? ctx.t('report-of-day', { day: formatDate(period.asOf) })
    : sayPeriodHere(ctx, period);
}
