import type { InlineKeyboardButton } from 'grammy/types';
import { type Chart, makeChart } from '../../../reports/chart/charts.ts';
import { sumUpBars } from '../../../reports/chart/sum-up-bars.ts';
import { noFilter } from '../../../reports/filter/report-filter.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan, nameMeantPlan } from '../../core/meant-plan.ts';
import { sendPicture } from '../../core/send-picture.ts';
import { filterOf, sayFilterHere } from '../reporting/filtered.ts';
import { sayCaptionPeriod, sayPeriodHere } from '../reporting/years.ts';
import { chartPeriodRows, chartRows, otherPeriodRow } from './chart-rows.ts';
import { sayNoChart, sayUnfitChart } from './chart-trouble.ts';

/** Lines below a picture after its own words, and buttons before its own. */
export interface BelowChart {
  lines: string[];
  buttons: InlineKeyboardButton[][];
}

/** Asks which picture of a period and a unit is wanted. */
export async function askChart(ctx: BotContext, period: ReportPeriod, unit?: Unit): Promise<void> {
  if (await sayNoChart(ctx, period, undefined, unit)) return;
  if (await sayUnfitChart(ctx, period, undefined, unit)) return;
  const filter = sayFilterHere(ctx, period);
  const scope = [unit?.name ?? ctx.t('report-all-units'), ...(filter === '' ? [] : [filter])].join(', ');
  await ctx.say({
    text: ctx.html('chart-which', { period: sayPeriodHere(ctx, period), scope }) + markMeantPlan(ctx),
    buttons: [...chartRows(ctx, period, unit), otherPeriodRow(ctx, period, undefined, unit)],
  });
}

/** Asks of which time a picture is wanted. */
export async function askChartPeriod(
  ctx: BotContext,
  period: ReportPeriod,
  chart?: Chart,
  unit?: Unit,
): Promise<void> {
  await ctx.say({
    text: ctx.html('chart-which-period'),
    buttons: chartPeriodRows(ctx, period, chart, unit),
  });
}

/** Sends a picture of a period and a unit, or says why there is none. */
export async function sendChart(
  ctx: BotContext,
  chart: Chart,
  period: ReportPeriod,
  unit?: Unit,
  below: BelowChart = { lines: [], buttons: [] },
): Promise<void> {
  if (await sayNoChart(ctx, period, chart, unit)) return;
  if (await sayUnfitChart(ctx, period, chart, unit)) return;
  const { db, plan, clock } = ctx.house;
  const filter = filterOf(ctx, period) ?? noFilter;
  const scope = {
    ...{ ...period, unitId: unit?.id ?? null, unit: unit?.name, plan: nameMeantPlan(ctx), filter },
    ...{ locale: ctx.locale, now: clock.now() },
  };
  await ctx.replyWithChatAction('upload_photo');
  const made = await makeChart({ db, plan }, chart, scope);
  const figures = await sumUpBars({ db, plan }, scope);
  const filtered = sayFilterHere(ctx, period);
  await sendPicture(ctx, made, {
    text: [
      ctx.html('report-caption', {
        report: ctx.t(chart.title),
        year: sayCaptionPeriod(ctx, period),
        scope: unit?.name ?? ctx.t('report-all-units'),
      }) + markMeantPlan(ctx),
      ...(filtered === '' ? [] : [ctx.html('report-filtered', { filter: filtered })]),
      // The figures are of units and their quotas: a category or a state has none.
      ...(filter.categories.length + filter.states.length > 0 ? [] : [ctx.html('chart-figures', figures)]),
      ...below.lines,
    ].join('\n'),
    buttons: [
      ...below.buttons,
      ...chartRows(ctx, period, unit, chart),
      otherPeriodRow(ctx, period, chart, unit),
    ],
  });
}
