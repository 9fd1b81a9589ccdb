import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { DomainError } from '../../../errors.ts';
import type { Report } from '../../../reports/report.ts';
import type { ReportPeriod } from '../../../reports/report-period.ts';
import type { Unit } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { codeInPlan } from '../../core/named-plan.ts';
import { makeForPerson } from './make-for-person.ts';
import { sayNoPeriod, troubleWith } from './years.ts';

/** In milliseconds. When the file takes longer, the person is told that it is being made. */
const patienceMs = 2000;

/** Makes the file and sends it with its main figures; says so when that takes long. */
export async function sendReport(
  ctx: BotContext,
  report: Report,
  period: ReportPeriod,
  unit: Unit | undefined,
): Promise<void> {
  if (!report.scopes.includes(unit ? 'unit' : 'all')) throw new DomainError('not-allowed');
  const trouble = troubleWith(ctx, report, period);
  if (trouble) return sayNoPeriod(ctx, codeInPlan(ctx, report.code), period, trouble);
  const slow = setTimeout(
    () => void ctx.sayNow({ text: ctx.html('report-being-made') }).catch(() => {}),
    patienceMs,
  );
  try {
    await ctx.replyWithChatAction('upload_document');
    const { made, title, figures } = await makeForPerson(ctx, report, period, unit);
    try {
      clearTimeout(slow);
      await ctx.replyWithDocument(new InputFile(createReadStream(made.path), made.filename), {
        caption: [title + markMeantPlan(ctx), ...figures].join('\n'),
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
