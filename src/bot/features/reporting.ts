import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { DomainError } from '../../errors.ts';
import { hasAccess, listVisibleUnits, type Right } from '../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../plan/calendar.ts';
import { findReport, reports } from '../../reports/index.ts';
import { type ReportLine, readReportLine } from '../../reports/read-line.ts';
import type { Report } from '../../reports/report.ts';
import { findYearTrouble, listYearsBegun, type YearTrouble } from '../../reports/years.ts';
import { withoutAnyCourtesy } from '../../text/courtesy.ts';
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
/** A year, a unit (0: none was named) and whether all were. */
const chooseKind = press('baocao.of', 'number', 'number', 'number');

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
        withoutAnyCourtesy(args) !== ''
          ? inOneLine(ctx, args)
          : ctx.say({ text: ctx.html('report-which'), buttons: reportButtons(ctx) }),
    },
  ],
  presses(table) {
    onPress(table, chooseReport, named, askYear);
    onPress(table, chooseYear, named, askScope);
    onPress(table, chooseScope, named, askUnit);
    onPress(table, chooseKind, 'report', async (ctx, year, unitId, all) => {
      const unit = (await seenUnits(ctx)).find(({ id }) => id === unitId);
      await sayKinds(ctx, year, unit, all === 1);
    });
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

/** A button a year, for the unit that was named, or for all where that was said. */
const yearButtons = (ctx: BotContext, code: string, unit?: Unit, all = false) =>
  arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: unit || all ? makeReport.data(code, year, unit?.id ?? 0) : chooseYear.data(code, year),
    })),
  );

/** A button a year, before it is known which report. */
const yearsOfAny = (ctx: BotContext, unit?: Unit, all = false) =>
  arrangeRows(
    yearsNow(ctx).map((year) => ({
      text: String(year),
      callback_data: chooseKind.data(year, unit?.id ?? 0, all ? 1 : 0),
    })),
  );

/** Says why there is no report of that year, with the years that there are. */
async function sayNoYear(
  ctx: BotContext,
  code: string,
  year: number,
  trouble: YearTrouble,
  unit?: Unit,
  all = false,
): Promise<void> {
  if (trouble === 'not-begun') return sayNotBegun(ctx, code, year, unit, all);
  const { from, to } = ctx.house.plan.period;
  await ctx.say({
    text: ctx.html('report-year-outside', { year: String(year), from, to }),
    buttons: yearButtons(ctx, code, unit, all),
  });
}

async function sayNotBegun(
  ctx: BotContext,
  code: string,
  year: number,
  unit?: Unit,
  all = false,
): Promise<void> {
  const begun = yearsNow(ctx).length > 0;
  await ctx.say({
    text: ctx.html(begun ? 'report-year-not-begun' : 'report-plan-not-begun', { year }),
    buttons: yearButtons(ctx, code, unit, all),
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
 * `tonghop 2021`, `danhsach glar`, `danh sách năm ngoái xã glar`, `2021`: report, year and unit in
 * one line. Asks for the missing parts and keeps the others.
 */
async function inOneLine(ctx: BotContext, typed: string): Promise<void> {
  const { plan, clock } = ctx.house;
  const line = readReportLine(typed, yearOf(localDate(clock.now(), plan.zone)));
  const { report, unitWords } = line;
  if (report) requireAccess(ctx.person, rightTo(report));
  const units = await seenUnits(ctx);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  const unit = read?.ok ? read.unit : undefined;
  if (!report) return read && !read.ok ? sayUnknown(ctx, typed) : askWhich(ctx, line, unit);
  const [named, ...more] = new Set(line.years);
  if (report.ofNow && named !== undefined) {
    return ctx.say({
      text: ctx.html('report-only-now', { report: ctx.t(report.name) }),
      buttons: [[{ text: ctx.t(report.name), callback_data: chooseReport.data(report.code) }]],
    });
  }
  // A short number alone is no unit: it was meant as a year.
  if (/^\d+$/.test(unitWords) && !report.ofNow) {
    return sayNoYear(ctx, report.code, Number(unitWords), 'outside');
  }
  const year = report.ofNow ? noYear : (named ?? latestYear(ctx));
  if (read && !read.ok)
    return ctx.say({ text: read.say, buttons: likelyUnits(ctx, units, unitWords, report.code, year) });
  if (more.length > 0 || (line.openYear && named === undefined && !report.ofNow)) {
    const text = ctx.html(more.length > 0 ? 'report-one-year' : 'report-year');
    return ctx.say({ text, buttons: yearButtons(ctx, report.code, unit, line.all) });
  }
  const trouble = troubleWith(ctx, report, year);
  if (trouble) return sayNoYear(ctx, report.code, year, trouble, unit, line.all);
  await make(ctx, report, year, unit);
}

const latestYear = (ctx: BotContext): number => yearsNow(ctx)[0] ?? ctx.house.plan.period.from;

/** Which report of this year, and of this unit or of all: "báo cáo 2021", "báo cáo xã Glar". */
async function askWhich(ctx: BotContext, line: ReportLine, unit: Unit | undefined): Promise<void> {
  const [named, ...more] = new Set(line.years);
  if (more.length > 0)
    return ctx.say({ text: ctx.html('report-one-year'), buttons: yearsOfAny(ctx, unit, line.all) });
  const trouble =
    named === undefined ? undefined : findYearTrouble(ctx.house.plan, ctx.house.clock.now(), named);
  if (named !== undefined && trouble) {
    const { from, to } = ctx.house.plan.period;
    const key = trouble === 'outside' ? 'report-year-outside' : 'report-year-not-begun';
    return ctx.say({
      text: ctx.html(key, trouble === 'outside' ? { year: String(named), from, to } : { year: named }),
      buttons: yearsOfAny(ctx, unit, line.all),
    });
  }
  await sayKinds(ctx, named, unit, line.all);
}

/** The reports there are, each for what is known already. `named`: the year, where it was said. */
async function sayKinds(
  ctx: BotContext,
  named: number | undefined,
  unit: Unit | undefined,
  all: boolean,
): Promise<void> {
  const known = [
    ...(named === undefined ? [] : [ctx.t('report-of-year', { year: String(named) })]),
    ...(unit ? [unit.name] : all ? [ctx.t('report-all-units')] : []),
  ].join(', ');
  const kinds = reportsFor(ctx).filter(({ ofNow, scopes }) =>
    named !== undefined && ofNow ? false : unit ? scopes.includes('unit') : true,
  );
  await ctx.say({
    text: known ? ctx.html('report-which-of', { known }) : ctx.html('report-which'),
    buttons: kinds.map((report) => [
      {
        text: ctx.t(report.name),
        callback_data: nextStep(report, named ?? latestYear(ctx), named !== undefined, unit, all),
      },
    ]),
  });
}

/** The button for the next step of a report, with the parts that are known. */
function nextStep(
  { code, ofNow }: Report,
  year: number,
  yearSaid: boolean,
  unit: Unit | undefined,
  all: boolean,
): string {
  const of = ofNow ? noYear : year;
  if (unit) return makeReport.data(code, of, unit.id);
  if (all) return makeReport.data(code, of, 0);
  return yearSaid ? chooseYear.data(code, of) : chooseReport.data(code);
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
  const { db, plan, calendar, clock, tempDir } = ctx.house;
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
      { db, plan, calendar, tempDir },
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
