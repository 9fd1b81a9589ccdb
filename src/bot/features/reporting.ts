import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { DomainError } from '../../errors.ts';
import { hasAccess, listVisibleUnits, type Right } from '../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../plan/calendar.ts';
import { findReport, reports } from '../../reports/index.ts';
import { readReportLine } from '../../reports/read-line.ts';
import type { Report } from '../../reports/report.ts';
import { findYearTrouble, listYearsBegun, type YearTrouble } from '../../reports/years.ts';
import { shorten } from '../../text/shorten.ts';
import { matchUnits } from '../../units/match-units.ts';
import { listUnits, type Unit } from '../../units/units.ts';
import type { BotContext } from '../core/context.ts';
import { buildPageRow, pageOf } from '../core/pages.ts';
import { onPress, press } from '../core/press.ts';
import { readUnit } from '../core/read-unit.ts';
import { requireAccess } from '../core/rights.ts';
import { arrangeRows } from '../forms/buttons.ts';
import type { Feature } from './feature.ts';
import { makeReport } from './report-presses.ts';

const chooseReport = press('baocao', 'text');
const chooseYear = press('baocao.year', 'text', 'number');
const chooseScope = press('baocao.units', 'text', 'number', 'page');

/** In milliseconds. When the file takes longer, the person is told that it is being made. */
const patienceMs = 2000;

/**
 * The feature of /baocao [kind] [year] [unit]: Excel reports, by buttons or in one line. Liaisons
 * and heads get their own units.
 */
export const reportingFeature: Feature = {
  commands: [
    {
      name: 'baocao',
      right: 'report',
      words: { vi: ['báo cáo'], en: ['report'] },
      takesArgs: true,
      run: (ctx, args) =>
        args
          ? inOneLine(ctx, args)
          : ctx.say({ text: ctx.html('report-which'), buttons: reportButtons(ctx) }),
    },
  ],
  presses(table) {
    onPress(table, chooseReport, named, askYear);
    onPress(table, chooseYear, named, askScope);
    onPress(table, chooseScope, named, askUnit);
    onPress(table, makeReport, { ...named, about: 'unit', at: 2 }, async (ctx, code, year, unitId) => {
      const report = findReport(code);
      if (!report) return sayUnknown(ctx, code);
      const unit = (await seenUnits(ctx)).find((u) => u.id === unitId);
      // None means every unit that the person may see; an unknown unit does not mean every unit.
      if (!unit && unitId !== null) return askUnit(ctx, code, year, 0);
      await make(ctx, report, year, unit);
    });
  },
};

/** The right to ask for a report. */
const rightTo = (report?: Report): Right => report?.right ?? 'report';

/** A button's first part is the code of its report. */
const named = { right: (code: string) => rightTo(findReport(code)) };

/** Reports that this person may ask for. */
const reportsFor = (ctx: BotContext): Report[] =>
  reports.filter((report) => hasAccess(ctx.person, rightTo(report)));

const reportButtons = (ctx: BotContext) =>
  reportsFor(ctx).map((report) => [
    { text: ctx.t(report.name), callback_data: chooseReport.data(report.code) },
  ]);

const sayUnknown = (ctx: BotContext, typed: string) =>
  ctx.say({ text: ctx.html('report-unknown', { typed: shorten(typed, 50) }), buttons: reportButtons(ctx) });

/** The year in the button of a report of the present state. */
const noYear = 0;

const yearsNow = (ctx: BotContext): number[] => listYearsBegun(ctx.house.plan, ctx.house.clock.now());

async function askYear(ctx: BotContext, code: string): Promise<void> {
  const report = findReport(code);
  if (!report) return sayUnknown(ctx, code);
  const [only, ...more] = yearsNow(ctx);
  if (report.ofNow) return askScope(ctx, code, noYear);
  if (only === undefined) return sayNotBegun(ctx, code, ctx.house.plan.period.from);
  if (more.length === 0) return askScope(ctx, code, only);
  await ctx.say({
    text: ctx.html('report-year'),
    buttons: yearButtons(ctx, code),
  });
}

const yearButtons = (ctx: BotContext, code: string) =>
  arrangeRows(
    yearsNow(ctx).map((year) => ({ text: String(year), callback_data: chooseYear.data(code, year) })),
  );

/** Says why there is no report of that year, with the possible years. */
async function sayNoYear(ctx: BotContext, code: string, year: number, trouble: YearTrouble): Promise<void> {
  if (trouble === 'not-begun') return sayNotBegun(ctx, code, year);
  const { from, to } = ctx.house.plan.period;
  await ctx.say({
    text: ctx.html('report-year-outside', { year: String(year), from, to }),
    buttons: yearButtons(ctx, code),
  });
}

async function sayNotBegun(ctx: BotContext, code: string, year: number): Promise<void> {
  const begun = yearsNow(ctx).length > 0;
  await ctx.say({
    text: ctx.html(begun ? 'report-year-not-begun' : 'report-plan-not-begun', { year }),
    buttons: yearButtons(ctx, code),
  });
}

/** Finds the problem with the year of this report; undefined when it can be made. */
function troubleWith(ctx: BotContext, report: Report, year: number): YearTrouble | undefined {
  if (report.ofNow) return undefined;
  return findYearTrouble(ctx.house.plan, ctx.house.clock.now(), year);
}

async function askScope(ctx: BotContext, code: string, year: number): Promise<void> {
  const report = findReport(code);
  if (!report) return sayUnknown(ctx, code);
  const trouble = troubleWith(ctx, report, year);
  if (trouble) return sayNoYear(ctx, code, year, trouble);
  const units = await seenUnits(ctx);
  if (units.length === 1) return make(ctx, report, year, units[0]);
  await ctx.say({
    text: report.ofNow ? ctx.html('report-scope-now') : ctx.html('report-scope', { year }),
    buttons: report.scopes.map((scope) => [
      scope === 'all'
        ? { text: ctx.t('report-all-units'), callback_data: makeReport.data(code, year, null) }
        : { text: ctx.t('report-one-unit'), callback_data: chooseScope.data(code, year, 0) },
    ]),
  });
}

const unitsPerPage = 10;

async function askUnit(ctx: BotContext, code: string, year: number, wanted: number): Promise<void> {
  const report = findReport(code);
  if (!report) return sayUnknown(ctx, code);
  const trouble = troubleWith(ctx, report, year);
  if (trouble) return sayNoYear(ctx, code, year, trouble);
  const units = await seenUnits(ctx);
  const page = pageOf(units, wanted, unitsPerPage);
  await ctx.sayInPlace({
    text: ctx.html('report-unit'),
    buttons: [
      ...page.items.map((u) => [{ text: u.name, callback_data: makeReport.data(code, year, u.id) }]),
      ...buildPageRow(ctx, page, (to) => chooseScope.data(code, year, to), 'form-page-after'),
    ],
  });
}

/** Units whose figures this person may see. */
async function seenUnits(ctx: BotContext): Promise<Unit[]> {
  const all = await listUnits(ctx.house.db.prisma);
  const visible = listVisibleUnits(ctx.person);
  return visible === 'all' ? all : all.filter((u) => visible.includes(u.id));
}

/**
 * `tonghop 2021`, `danhsach glar`, `danh sách năm ngoái xã glar`: report, year and unit in one
 * line.
 */
async function inOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock } = ctx.house;
  const line = readReportLine(typed, yearOf(localDate(clock.now(), plan.zone)));
  const { report, unitWords } = line;
  if (!report) return sayUnknown(ctx, typed);
  requireAccess(ctx.person, rightTo(report));
  const [named, ...more] = new Set(line.years);
  if (report.ofNow && named !== undefined) {
    return ctx.say({
      text: ctx.html('report-only-now', { report: ctx.t(report.name) }),
      buttons: [[{ text: ctx.t(report.name), callback_data: chooseReport.data(report.code) }]],
    });
  }
  if (more.length > 0) {
    return ctx.say({ text: ctx.html('report-one-year'), buttons: yearButtons(ctx, report.code) });
  }
  const latest = yearsNow(ctx)[0] ?? plan.period.from;
  const year = report.ofNow ? noYear : (named ?? latest);
  const trouble = troubleWith(ctx, report, year);
  if (trouble) return sayNoYear(ctx, report.code, year, trouble);
  const units = await seenUnits(ctx);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  if (!read || read.ok) return make(ctx, report, year, read?.unit);
  // A short number alone names no unit: it was meant as a year.
  if (/^\d+$/.test(unitWords) && !report.ofNow) {
    return sayNoYear(ctx, report.code, Number(unitWords), 'outside');
  }
  await ctx.say({ text: read.say, buttons: likelyUnits(ctx, units, unitWords, report.code, year) });
}

/**
 * Units that the words may mean, a button each; when they are more than a page, the way to all
 * units follows.
 */
function likelyUnits(ctx: BotContext, units: Unit[], words: string, code: string, year: number) {
  const likely = matchUnits(units, words);
  const { items: shown, pages } = pageOf(likely, 0, unitsPerPage);
  return [
    ...shown.map((unit) => [{ text: unit.name, callback_data: makeReport.data(code, year, unit.id) }]),
    ...(pages > 1
      ? [[{ text: ctx.t('report-other-unit'), callback_data: chooseScope.data(code, year, 0) }]]
      : []),
  ];
}

/** Makes the file and sends it with its main figures; says so when that takes long. */
async function make(ctx: BotContext, report: Report, year: number, unit: Unit | undefined): Promise<void> {
  const { db, plan, clock, tempDir } = ctx.house;
  if (!report.scopes.includes(unit ? 'unit' : 'all')) throw new DomainError('not-allowed');
  const trouble = troubleWith(ctx, report, year);
  if (trouble) return sayNoYear(ctx, report.code, year, trouble);
  const now = clock.now();
  const today = localDate(now, plan.zone);
  const visible = listVisibleUnits(ctx.person);
  const own = visible === 'all' ? undefined : (await seenUnits(ctx)).filter((u) => visible.includes(u.id));
  const about = unit ? [unit] : own;
  const scope = about?.map((u) => u.name).join(', ');
  const slow = setTimeout(
    () => void ctx.sayNow({ text: ctx.html('report-being-made') }).catch(() => {}),
    patienceMs,
  );
  try {
    await ctx.replyWithChatAction('upload_document');
    const made = await report.make(
      { db, plan, tempDir },
      {
        year: report.ofNow ? yearOf(today) : year,
        unitIds: about?.map((u) => u.id),
        unitLabel: about?.length === 1 ? scope : undefined,
        locale: ctx.locale,
        by: ctx.person?.name ?? '',
        now,
      },
    );
    try {
      const title = ctx.html('report-caption', {
        report: ctx.t(report.name),
        year: report.ofNow ? formatDate(today) : String(year),
        scope: scope ? shorten(scope, 300) : ctx.t('report-all-units'),
      });
      const figures = made.figures.map((f) => ctx.html('report-figure', { label: f.label, value: f.value }));
      clearTimeout(slow);
      await ctx.replyWithDocument(new InputFile(createReadStream(made.path), made.filename), {
        caption: [title, ...figures].join('\n'),
        parse_mode: 'HTML',
      });
    } finally {
      await rm(made.path, { force: true });
    }
  } finally {
    clearTimeout(slow);
  }
}
