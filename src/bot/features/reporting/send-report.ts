import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { DomainError } from '../../../errors.ts';
import { actsForOffice, hasAccess, listUnitsWithin } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { makeAsOf } from '../../../reports/make-as-of.ts';
import type { Report, ReportRequest } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import { shorten } from '../../../text/shorten.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { listSeenUnits } from './seen-units.ts';
import { sayCaptionPeriod, sayNoPeriod, troubleWith } from './years.ts';

/** In milliseconds. When the file takes longer, the person is told that it is being made. */
const patienceMs = 2000;

/** Makes the file and sends it with its main figures; says so when that takes long. */
export async function sendReport(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): Promise<void> {
  const { db, plan, calendar, clock, tempDir } = ctx.house;
  if (!report.scopes.includes(unit ? 'unit' : 'all')) throw new DomainError('not-allowed');
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, codeInPlan(ctx, report.code), period, trouble);
  const now = clock.now();
  const today = localDate(now, plan.zone);
  const visible = listUnitsWithin(ctx.person, report.right);
  const own =
    visible === 'all'
      ? undefined
      : (await listSeenUnits(ctx, report.right)).filter((u) => visible.includes(u.id));
  const about = unit ? [unit] : own;
  // Every unit of the office is no choice of units.
  const chosen = unit ? [unit] : actsForOffice(ctx.person, report.right) ? undefined : own;
  const scope = chosen?.map((u) => u.name).join(', ');
  const slow = setTimeout(
    () => void ctx.sayNow({ text: ctx.html('report-being-made') }).catch(() => {}),
    patienceMs,
  );
  try {
    await ctx.replyWithChatAction('upload_document');
    const request: ReportRequest = {
      ...(report.ofNow ? { year: yearOf(today) } : period),
      unitIds: about?.map((u) => u.id),
      unitLabel: chosen?.length === 1 ? scope : undefined,
      ...{ locale: ctx.locale, by: ctx.person?.name ?? '', now },
      phones: hasAccess(ctx.person, 'reportPhones'),
    };
    const made = await makeAsOf(report, { db, plan, calendar, tempDir }, request);
    try {
      const title =
        ctx.html('report-caption', {
          report: ctx.t(report.name),
          year: report.ofNow ? formatDate(today) : sayCaptionPeriod(ctx, period),
          scope: scope ? shorten(scope, 300) : ctx.t('report-all-units'),
        }) + markMeantPlan(ctx);
      const figures = made.figures.map((f) => ctx.html('report-figure', { label: f.label, value: f.value }));
      clearTimeout(slow);
      await ctx.replyWithDocument(new InputFile(createReadStream(made.path), made.filename), {
        caption: [title, ...figures].join('\n'),
        parse_mode: 'HTML',
      });
      for (const { path, filename } of made.also ?? [])
        await ctx.replyWithDocument(new InputFile(createReadStream(path), filename));
    } finally {
      await Promise.all([made, ...(made.also ?? [])].map(({ path }) => rm(path, { force: true })));
    }
  } finally {
    clearTimeout(slow);
  }
}
