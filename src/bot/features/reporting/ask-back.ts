import type { InlineKeyboardButton } from 'grammy/types';
import { DomainError } from '../../../errors.ts';
import { hasAccess } from '../../../people/rights.ts';
import type { Text } from '../../../plan/plan.ts';
import { isColumnOfList } from '../../../reports/list-columns-in-words.ts';
import type { Report } from '../../../reports/report.ts';
import { type ReportPeriod, writeReportPeriod } from '../../../reports/report-period.ts';
import { shorten } from '../../../text/shorten.ts';
import type { NamedUnits } from '../../../units/named-units.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { pageOf } from '../../core/pages.ts';
import { readUnit } from '../../core/read-unit.ts';
import { makeReport } from '../report-presses.ts';
import { unitsPerPage } from './ask.ts';
import { chooseFilter, chooseScope, chooseYear, rightToReport, withoutYear } from './presses.ts';
import { periodButtons, type UnitsSaid } from './years.ts';

// Questions for the parts of a request that no report can have. The buttons keep the parts that
// were understood: the report, its period, its filter, its unit.

/** The parts of a request that were understood. */
export interface Understood extends UnitsSaid {
  report: Report;
  period: ReportPeriod;
  /** Says of its unit, which is asked later, that it was not understood (HTML). */
  note?: string | undefined;
}

/** Puts a note before a question. */
export function withNote(note: string | undefined, question: string): string {
  return note === undefined ? question : `${note}\n${question}`;
}

/** Asks which of several reports is wanted, of those that the person may have. */
export async function askOneReport(
  ctx: BotContext,
  reports: Report[],
  { period, unit, all = false, note }: Understood,
): Promise<void> {
  const theirs = reports.filter((report) => hasAccess(ctx.person, rightToReport(report)));
  if (theirs.length === 0) throw new DomainError('not-allowed');
  await ctx.say({
    text: withNote(note, ctx.html('report-one-at-once')),
    buttons: theirs.map((report) => {
      const code = codeInPlan(ctx, report.code);
      const of = writeReportPeriod(report.ofNow ? withoutYear(period) : period);
      const known = unit !== undefined || all;
      const data = known ? makeReport.data(code, of, unit?.id ?? null) : chooseYear.data(code, of);
      return [{ text: ctx.t(report.name), callback_data: data }];
    }),
  });
}

/** Says that no report is of such a time, and asks for one that they are of. */
export async function askTime(
  ctx: BotContext,
  words: string,
  { report, period, unit, all = false, note }: Understood,
): Promise<void> {
  const said = { unit, all, filtered: period.filtered };
  await ctx.say({
    text: withNote(note, ctx.html('report-time-unclear', { words: shorten(words, 50) })),
    buttons: periodButtons(ctx, codeInPlan(ctx, report.code), report, said),
  });
}

/** Says that the plan has no such category, with the ways to choose one. */
export async function askField(
  ctx: BotContext,
  words: string,
  { report, period, unit }: Understood,
): Promise<void> {
  const code = codeInPlan(ctx, report.code);
  const of = writeReportPeriod(period);
  await ctx.say({
    text: ctx.html('report-field-none', { words: shorten(words, 50) }),
    buttons: [
      ...(report.filters?.categories
        ? [[{ text: ctx.t('report-field-choose'), callback_data: chooseFilter.data(code, of, 'l') }]]
        : []),
      ...(unit ? [[{ text: unit.name, callback_data: makeReport.data(code, of, unit.id) }]] : []),
      ...allUnitsButton(ctx, report, of),
    ],
  });
}

/** Asks for the unit where words name none, or several. */
export async function askNamedUnit(
  ctx: BotContext,
  seen: Unit[],
  words: string,
  named: Exclude<NamedUnits, { are: 'all' | 'one' }>,
  { report, period }: Understood,
): Promise<void> {
  const code = codeInPlan(ctx, report.code);
  const of = writeReportPeriod(period);
  const { items: shown, pages } = pageOf(named.units, 0, unitsPerPage);
  const only = seen.length === 1 ? seen[0] : undefined;
  const buttons: InlineKeyboardButton[][] = [
    ...(only ? [only] : shown).map((unit) => [
      { text: unit.name, callback_data: makeReport.data(code, of, unit.id) },
    ]),
    ...(seen.length > 1 ? allUnitsButton(ctx, report, of) : []),
    ...(!only && named.are === 'unclear' && (pages > 1 || shown.length < seen.length)
      ? [[{ text: ctx.t('report-other-unit'), callback_data: chooseScope.data(code, of, 0) }]]
      : []),
  ];
  await ctx.say({ text: sayNamed(ctx, seen, words, named, report), buttons });
}

/** Says of words for units that they name none, or several (HTML). */
export function sayNamed(
  ctx: BotContext,
  seen: Unit[],
  words: string,
  { are }: NamedUnits,
  { filters }: Report,
): string {
  if (are === 'unclear' && isColumnOfList(words))
    return ctx.html('report-by-column', { words: shorten(words, 50) });
  const read = readUnit(ctx, seen, words);
  if (are === 'several' || read.ok) return ctx.html('report-one-unit-at-once');
  return filters ? `${read.say}\n${ctx.html('report-filter-hint', exampleFilters(ctx))}` : read.say;
}

/** Names a kind of units and a category of the plan, those that are typed soonest. */
function exampleFilters({ house: { plan }, locale }: BotContext): { kind: string; category: string } {
  const shortest = (parts: { name: Text }[]) =>
    parts
      .map(({ name }) => name[locale])
      .toSorted((a, b) => a.length - b.length)[0]
      ?.toLocaleLowerCase(locale) ?? '';
  return { kind: shortest(plan.unitKinds), category: shortest(plan.categories) };
}

function allUnitsButton(ctx: BotContext, report: Report, of: string): InlineKeyboardButton[][] {
  if (!report.scopes.includes('all')) return [];
  const code = codeInPlan(ctx, report.code);
  return [[{ text: ctx.t('report-all-units'), callback_data: makeReport.data(code, of, null) }]];
}
