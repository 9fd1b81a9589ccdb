import { yearOf } from '../../../plan/calendar.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { makeReport } from '../report-presses.ts';
import { findFilterTrouble, sayFilterHere } from './filtered.ts';
import { chooseReport, chooseYear, withoutYear } from './presses.ts';
import { listReportsFor } from './reports-for.ts';
import { latestYear, sayPeriodHere, type UnitsSaid } from './years.ts';

/** Builds a button for each report that this person may ask for. */
function reportButtons(ctx: BotContext) {
  return listReportsFor(ctx).map((report) => [
    { text: ctx.t(report.name), callback_data: chooseReport.data(codeInPlan(ctx, report.code)) },
  ]);
}

/** Says that words name no report, with the reports that there are. */
export async function sayUnknownReport(ctx: BotContext, typed: string): Promise<void> {
  const text = ctx.html('report-unknown', { typed: shorten(typed, 50) });
  await ctx.say({ text, buttons: reportButtons(ctx) });
}

/**
 * Shows the reports that there are, each for the parts that are known. `named`: the period, where
 * it was said.
 */
export async function sayKinds(
  ctx: BotContext,
  named: ReportPeriod | undefined,
  { unit, all = false }: UnitsSaid,
): Promise<void> {
  const filter = named?.filtered ? sayFilterHere(ctx, named) : '';
  const known = [
    ...(named === undefined ? [] : [sayPeriodHere(ctx, named)]),
    ...(unit ? [unit.name] : all ? [ctx.t('report-all-units')] : []),
    ...(filter === '' ? [] : [filter]),
  ].join(', ');
  const kinds = listReportsFor(ctx).filter((report) => {
    if (named !== undefined && report.ofNow && !isOfDay(named)) return false;
    if (named !== undefined && findFilterTrouble(ctx, report, named)) return false;
    return unit ? report.scopes.includes('unit') : true;
  });
  await ctx.say({
    text:
      (known ? ctx.html('report-which-of', { known }) : ctx.html('report-which', { year: latestYear(ctx) })) +
      markMeantPlan(ctx),
    buttons: kinds.map((report) => [
      {
        text: ctx.t(report.name),
        callback_data: nextStep(
          codeInPlan(ctx, report.code),
          report,
          named ?? { year: latestYear(ctx) },
          named !== undefined,
          { unit, all },
        ),
      },
    ]),
  });
}

/** Tells whether a period is a day and no more: reports of the present take that. */
function isOfDay({ year, half, whole, asOf }: ReportPeriod): boolean {
  return asOf !== undefined && !half && !whole && year === yearOf(asOf);
}

/** The button for the next step of a report, with the parts that are known. */
function nextStep(
  code: string,
  { ofNow }: Report,
  period: ReportPeriod,
  said: boolean,
  { unit, all }: UnitsSaid,
): string {
  const of = writeReportPeriod(ofNow ? withoutYear(period) : period);
  if (unit) return makeReport.data(code, of, unit.id);
  if (all) return makeReport.data(code, of, null);
  return said ? chooseYear.data(code, of) : chooseReport.data(code);
}
