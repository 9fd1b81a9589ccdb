import { localDate, yearOf } from '../../../plan/calendar.ts';
import { type Chart, charts, makeChart } from '../../../reports/chart/charts.ts';
import { type ChartLine, readChartLine } from '../../../reports/chart/read-line.ts';
import { sumUpBars } from '../../../reports/chart/sum-up-bars.ts';
import { findYearTrouble, listYearsBegun } from '../../../reports/years.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { matchUnits } from '../../../units/match-units.ts';
import { findUnit, listUnits, type Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import {
  inMeantPlan,
  markMeantPlan,
  nameMeantPlan,
  narrowToYear,
  takeMeantPlans,
} from '../../core/meant-plan.ts';
import { codeAlone, codeInPlan, codeOfPlan, inItsPlan, lookAtPlan } from '../../core/named-plan.ts';
import { pageOf } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { readUnit } from '../../core/read-unit.ts';
import { sendPicture } from '../../core/send-picture.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import type { Feature } from '../feature.ts';
import { chooseChart, drawChart } from './presses.ts';

/** The feature of /bieudo [picture] [year] [unit]: pictures of the registration for the office. */
export const chartingFeature: Feature = {
  commands: [
    {
      name: 'bieudo',
      right: 'seeProgress',
      words: { vi: ['biểu đồ'], en: ['chart'] },
      takesArgs: true,
      run: inOneLine,
    },
  ],
  presses(table) {
    const reading = { right: 'seeProgress', about: 'unit' } as const;
    onPress(table, chooseChart, { ...reading, at: 2 }, async (ctx, planId, year, unitId) => {
      lookAtPlan(ctx, planId);
      await askChart(ctx, year === 0 ? latestYear(ctx) : year, await unitOf(ctx, unitId));
    });
    onPress(
      table,
      drawChart,
      { ...reading, at: 2 },
      inItsPlan(async (ctx, code, year: number, unitId: number | null) => {
        const chart = charts.find((one) => one.code === codeAlone(code));
        const unit = await unitOf(ctx, unitId);
        await (chart ? sendChart(ctx, chart, year || latestYear(ctx), unit) : askChart(ctx, year, unit));
      }),
    );
  },
};

/** "biểu đồ lĩnh vực năm 2021 xã Glar": asks for the missing parts and keeps the others. */
async function inOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock, db } = ctx.house;
  const taken = await takeMeantPlans(ctx, withoutAnyCourtesy(typed) === '' ? '' : typed);
  const line = readChartLine(taken.rest, yearOf(localDate(clock.now(), plan.zone)));
  const { chart, years, unitWords } = line;
  const units = await listUnits(db.prisma, ctx.house.officeIds);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  const unitId = read?.ok ? read.unit.id : null;
  const plans = narrowToYear(ctx, taken, years[0]);
  const one = new Set(years).size > 1 ? undefined : chart;
  await inMeantPlan(
    ctx,
    plans,
    {
      ask: 'chart-which-plan',
      data: ({ id }) =>
        one
          ? drawChart.data(codeOfPlan(id, one.code), years[0] ?? 0, unitId)
          : chooseChart.data(id, years[0] ?? 0, unitId),
    },
    () => sendOrAsk(ctx, line, units, read),
  );
}

/** Sends the picture of one plan, or asks for the parts that are missing. */
async function sendOrAsk(
  ctx: BotContext,
  { chart, years, openYear, unitWords }: ChartLine,
  units: Unit[],
  read: ReturnType<typeof readUnit> | undefined,
): Promise<void> {
  const year = years[0] ?? latestYear(ctx);
  if (read && !read.ok) {
    const { items } = pageOf(matchUnits(units, unitWords), 0, 10);
    const buttons = items.map(({ id, name }) => [
      {
        text: name,
        callback_data: chart
          ? drawChart.data(codeInPlan(ctx, chart.code), year, id)
          : chooseChart.data(ctx.house.plan.id, year, id),
      },
    ]);
    return ctx.say({ text: read.say, buttons });
  }
  const unit = read?.unit;
  if (new Set(years).size > 1 || (openYear && years.length === 0))
    return ctx.say({ text: ctx.html('chart-which-year'), buttons: yearButtons(ctx, chart, unit) });
  await (chart ? sendChart(ctx, chart, year, unit) : askChart(ctx, year, unit));
}

async function askChart(ctx: BotContext, year: number, unit?: Unit): Promise<void> {
  if (await sayNoChart(ctx, year, undefined, unit)) return;
  const scope = unit?.name ?? ctx.t('report-all-units');
  await ctx.say({
    text: ctx.html('chart-which', { year: String(year), scope }) + markMeantPlan(ctx),
    buttons: chartButtons(ctx, year, unit),
  });
}

async function sendChart(ctx: BotContext, chart: Chart, year: number, unit?: Unit): Promise<void> {
  if (await sayNoChart(ctx, year, chart, unit)) return;
  const { db, plan, clock } = ctx.house;
  const scope = {
    ...{ year, unitId: unit?.id ?? null, unit: unit?.name, plan: nameMeantPlan(ctx) },
    ...{ locale: ctx.locale, now: clock.now() },
  };
  await ctx.replyWithChatAction('upload_photo');
  const made = await makeChart({ db, plan }, chart, scope);
  const figures = await sumUpBars({ db, plan }, scope);
  await sendPicture(ctx, made, {
    text: [
      ctx.html('report-caption', {
        report: ctx.t(chart.title),
        year: String(year),
        scope: unit?.name ?? ctx.t('report-all-units'),
      }) + markMeantPlan(ctx),
      ctx.html('chart-figures', figures),
    ].join('\n'),
    buttons: chartButtons(ctx, year, unit, chart),
  });
}

/** Says why there is no picture of that year, with the years that there are. */
async function sayNoChart(ctx: BotContext, year: number, chart?: Chart, unit?: Unit): Promise<boolean> {
  const { plan, clock } = ctx.house;
  const trouble = findYearTrouble(plan, clock.now(), year);
  if (!trouble) return false;
  const { from, to } = plan.period;
  const begun = listYearsBegun(plan, clock.now()).length > 0;
  await ctx.say({
    text:
      trouble === 'outside'
        ? ctx.html('report-year-outside', { year: String(year), from, to })
        : ctx.html(begun ? 'report-year-not-begun' : 'report-plan-not-begun', { year }),
    buttons: yearButtons(ctx, chart, unit),
  });
  return true;
}

/** A button for each picture but the one shown. */
function chartButtons(ctx: BotContext, year: number, unit?: Unit, shown?: Chart) {
  return charts
    .filter((chart) => chart !== shown)
    .map((chart) => [
      {
        text: ctx.t(chart.name),
        callback_data: drawChart.data(codeInPlan(ctx, chart.code), year, unit?.id ?? null),
      },
    ]);
}

function yearButtons(ctx: BotContext, chart?: Chart, unit?: Unit) {
  return arrangeRows(
    listYearsBegun(ctx.house.plan, ctx.house.clock.now()).map((year) => ({
      text: String(year),
      callback_data: chart
        ? drawChart.data(codeInPlan(ctx, chart.code), year, unit?.id ?? null)
        : chooseChart.data(ctx.house.plan.id, year, unit?.id ?? null),
    })),
  );
}

function latestYear({ house }: BotContext): number {
  return listYearsBegun(house.plan, house.clock.now())[0] ?? house.plan.period.from;
}

async function unitOf({ house }: BotContext, id: number | null): Promise<Unit | undefined> {
  return id === null ? undefined : await findUnit(house.db.prisma, id);
}
