import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { DomainError } from '../../errors.ts';
import { shorten } from '../../forms/shorten.ts';
import { holds, visibleUnits } from '../../people/roles.ts';
import { localDate, yearOf } from '../../plan/calendar.ts';
import { findReport, reports } from '../../reports/index.ts';
import type { Report } from '../../reports/report.ts';
import { listUnits, type Unit } from '../../units/units.ts';
import type { BotContext } from '../context.ts';
import type { Feature } from '../feature.ts';
import { rowsOf } from '../forms/buttons.ts';
import { onPress, press } from '../press.ts';
import { readUnit } from '../read-unit.ts';

const chooseReport = press('baocao', 'text');
const chooseYear = press('baocao.year', 'text', 'number');
const chooseScope = press('baocao.units', 'text', 'number', 'number');
const makeIt = press('baocao.make', 'text', 'number', 'number');

const mayReport = ['officer', 'manager', 'liaison', 'head'] as const;

/** After so long without the file, the person is told that it is being made. */
const patienceMs = 2000;

/** /baocao [kind] [year] [unit]: Excel reports, by buttons or in one line. Liaisons and heads get their own units. */
export const reportingFeature: Feature = {
  commands: [
    {
      name: 'baocao',
      roles: mayReport,
      words: { vi: ['báo cáo'], en: ['report'] },
      takesArgs: true,
      run: (ctx, args) =>
        args
          ? inOneLine(ctx, args)
          : ctx.say({ text: ctx.html('report-which'), buttons: reportButtons(ctx) }),
    },
  ],
  presses(composer) {
    onPress(composer, chooseReport, askYear);
    onPress(composer, chooseYear, askScope);
    onPress(composer, chooseScope, (ctx, code, year, page) => askUnit(ctx, code, year, page));
    onPress(composer, makeIt, async (ctx, code, year, unitId) => {
      const report = findReport(code);
      if (!report)
        return ctx.say({ text: ctx.html('report-unknown', { typed: code }), buttons: reportButtons(ctx) });
      const unit = (await seenUnits(ctx)).find((u) => u.id === unitId);
      await make(ctx, report, year, unit);
    });
  },
};

const reportButtons = (ctx: BotContext) =>
  reports.map((report) => [{ text: ctx.t(report.name), callback_data: chooseReport.data(report.code) }]);

/** Years of the plan that have begun, the present one first. */
function years(ctx: BotContext): number[] {
  const { plan, clock } = ctx.house;
  const thisYear = Math.min(
    Math.max(yearOf(localDate(clock.now(), plan.zone)), plan.period.from),
    plan.period.to,
  );
  return Array.from({ length: thisYear - plan.period.from + 1 }, (_, i) => thisYear - i);
}

async function askYear(ctx: BotContext, code: string): Promise<void> {
  const [only, ...more] = years(ctx);
  if (only !== undefined && more.length === 0) return askScope(ctx, code, only);
  await ctx.say({
    text: ctx.html('report-year'),
    buttons: yearButtons(ctx, code),
  });
}

const yearButtons = (ctx: BotContext, code: string) =>
  rowsOf(years(ctx).map((year) => ({ text: String(year), callback_data: chooseYear.data(code, year) })));

async function askScope(ctx: BotContext, code: string, year: number): Promise<void> {
  const units = await seenUnits(ctx);
  if (units.length === 1) {
    const report = findReport(code);
    if (report) await make(ctx, report, year, units[0]);
    return;
  }
  await ctx.say({
    text: ctx.html('report-scope', { year }),
    buttons: [
      [{ text: ctx.t('report-all-units'), callback_data: makeIt.data(code, year, 0) }],
      [{ text: ctx.t('report-one-unit'), callback_data: chooseScope.data(code, year, 0) }],
    ],
  });
}

const unitsPerPage = 10;

async function askUnit(ctx: BotContext, code: string, year: number, page: number): Promise<void> {
  const units = await seenUnits(ctx);
  const shown = units.slice(page * unitsPerPage, (page + 1) * unitsPerPage);
  const pages = Math.ceil(units.length / unitsPerPage);
  const turn = [
    ...(page > 0
      ? [{ text: ctx.t('form-page-before'), callback_data: chooseScope.data(code, year, page - 1) }]
      : []),
    ...(page + 1 < pages
      ? [
          {
            text: ctx.t('form-page-after', { n: page + 2, of: pages }),
            callback_data: chooseScope.data(code, year, page + 1),
          },
        ]
      : []),
  ];
  await ctx.sayInPlace({
    text: ctx.html('report-unit'),
    buttons: [
      ...shown.map((u) => [{ text: u.name, callback_data: makeIt.data(code, year, u.id) }]),
      ...(turn.length > 0 ? [turn] : []),
    ],
  });
}

/** Units whose figures this person may see. */
async function seenUnits(ctx: BotContext): Promise<Unit[]> {
  const all = await listUnits(ctx.house.db.pool);
  const visible = visibleUnits(ctx.person);
  return visible === 'all' ? all : all.filter((u) => visible.includes(u.id));
}

/** `tonghop 2021`, `danhsach glar`, `danh sach 2021 xa glar`: report, year and unit in one line, in this order. */
async function inOneLine(ctx: BotContext, typed: string): Promise<void> {
  const words = typed.split(/\s+/);
  const year = words.map(Number).find((n) => n >= 1900 && n <= 2200);
  const rest = words.filter((word) => Number(word) !== year);
  // The longest run of leading words that names a report; what follows names a unit.
  const length = rest.map((_, i) => rest.length - i).find((n) => findReport(rest.slice(0, n).join(' ')));
  const report = length ? findReport(rest.slice(0, length).join(' ')) : undefined;
  if (!report || !length) {
    await ctx.say({
      text: ctx.html('report-unknown', { typed: shorten(typed, 50) }),
      buttons: reportButtons(ctx),
    });
    return;
  }
  const { from, to } = ctx.house.plan.period;
  if (year !== undefined && (year < from || year > to)) {
    await ctx.say({
      text: ctx.html('report-year-outside', { year, from, to }),
      buttons: yearButtons(ctx, report.code),
    });
    return;
  }
  const unitWords = rest.slice(length).join(' ');
  const units = await seenUnits(ctx);
  const read = unitWords ? readUnit(ctx, units, unitWords) : undefined;
  if (read && !read.ok) return ctx.say({ text: read.say });
  await make(ctx, report, year ?? years(ctx)[0] ?? from, read?.unit);
}

/** Makes the file and sends it with its main figures; says so when that takes long. */
async function make(ctx: BotContext, report: Report, year: number, unit: Unit | undefined): Promise<void> {
  const { db, plan, clock, tempDir } = ctx.house;
  // Buttons outlive roles: the right is asked for where the figures are read.
  if (!holds(ctx.person, ...mayReport)) throw new DomainError('not-allowed');
  const visible = visibleUnits(ctx.person);
  const own = visible === 'all' ? undefined : (await seenUnits(ctx)).filter((u) => visible.includes(u.id));
  const about = unit ? [unit] : own;
  const scope = about?.map((u) => u.name).join(', ');
  const slow = setTimeout(
    () => void ctx.say({ text: ctx.html('report-being-made') }).catch(() => {}),
    patienceMs,
  );
  try {
    await ctx.replyWithChatAction('upload_document');
    const made = await report.make(
      { db, plan, tempDir },
      {
        year,
        unitIds: about?.map((u) => u.id),
        unitLabel: about?.length === 1 ? scope : undefined,
        locale: ctx.locale,
        by: ctx.person?.name ?? '',
        now: clock.now(),
      },
    );
    try {
      const title = ctx.html('report-caption', {
        report: ctx.t(report.name),
        year,
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
