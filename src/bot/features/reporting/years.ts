import type { Report } from '../../../reports/report.ts';
import { findYearTrouble, listYearsBegun, type YearTrouble } from '../../../reports/years.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { arrangeRows } from '../../forms/buttons.ts';
import { makeReport } from '../report-presses.ts';
import { chooseKind, chooseYear } from './presses.ts';

/** The units that were named before the year is known: one, or all of them. */
export interface UnitsSaid {
  unit?: Unit | undefined;
  all?: boolean;
}

/** Lists the plan's years that have begun, the newest first. */
export function yearsNow({ house }: BotContext): number[] {
  return listYearsBegun(house.plan, house.clock.now());
}

/** Returns the newest year that has begun, or the plan's first. */
export function latestYear(ctx: BotContext): number {
  return yearsNow(ctx)[0] ?? ctx.house.plan.period.from;
}

/** Builds a button a year, for the unit that was named, or for all where that was said. */
export function yearButtons(ctx: BotContext, code: string, { unit, all = false }: UnitsSaid = {}) {
  return arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: unit || all ? makeReport.data(code, year, unit?.id ?? 0) : chooseYear.data(code, year),
    })),
  );
}

/** Builds a button a year, before it is known which report. */
export function yearsOfAny(ctx: BotContext, { unit, all = false }: UnitsSaid) {
  return arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: chooseKind.data(ctx.house.plan.id, year, unit?.id ?? 0, all ? 1 : 0),
    })),
  );
}

/** Says why there is no report of that year, with the years that there are. */
export async function sayNoYear(
  ctx: BotContext,
  code: string,
  year: number,
  trouble: YearTrouble,
  said: UnitsSaid = {},
): Promise<void> {
  if (trouble === 'not-begun') return sayNotBegun(ctx, code, year, said);
  const { from, to } = ctx.house.plan.period;
  await ctx.say({
    text: ctx.html('report-year-outside', { year: String(year), from, to }),
    buttons: yearButtons(ctx, code, said),
  });
}

/** Says that the year, or the plan, has not begun. */
export async function sayNotBegun(
  ctx: BotContext,
  code: string,
  year: number,
  said: UnitsSaid = {},
): Promise<void> {
  const begun = yearsNow(ctx).length > 0;
  await ctx.say({
    text: ctx.html(begun ? 'report-year-not-begun' : 'report-plan-not-begun', { year }),
    buttons: yearButtons(ctx, code, said),
  });
}

/** Finds the problem with the year of this report; undefined when it can be made. */
export function troubleWithYear(ctx: BotContext, report: Report, year: number): YearTrouble | undefined {
  if (report.ofNow) return undefined;
  return findYearTrouble(ctx.house.plan, ctx.house.clock.now(), year);
}
