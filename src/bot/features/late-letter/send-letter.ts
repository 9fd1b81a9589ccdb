import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { InputFile } from 'grammy';
import { nameDuty } from '../../../duties/say.ts';
import { actsForOffice } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { asOccurrence, oneOff } from '../../../plan/occurrence.ts';
import { noFilter } from '../../../reports/filter/report-filter.ts';
import { sayReportFilter } from '../../../reports/filter/say-filter.ts';
import { lateLetter } from '../../../reports/late-letter/late-letter.ts';
import type { LetterChoice } from '../../../reports/late-letter/letter-words.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { listSeenUnits } from '../reporting/seen-units.ts';

/**
 * Makes the letter to late units for what was chosen, and sends it. Only units that the person may
 * see are in it. Throws `no-chosen-late`.
 */
export async function sendLetter(ctx: BotContext, { duties, kinds, unitIds }: LetterChoice): Promise<void> {
  const { db, plan, calendar, clock, tempDir } = ctx.house;
  const now = clock.now();
  const today = localDate(now, plan.zone);
  const seen = await listSeenUnits(ctx, lateLetter.right);
  const chosen = seen.filter(({ id }) => unitIds.length === 0 || unitIds.includes(id));
  const [only, ...more] = chosen;
  const filter = { ...noFilter, kinds };
  await ctx.replyWithChatAction('upload_document');
  const made = await lateLetter.make(
    { db, plan, calendar, tempDir },
    {
      ...{ year: yearOf(today), locale: ctx.locale, by: ctx.person?.name ?? '', now, filter, duties },
      unitIds: chosen.map(({ id }) => id),
      unitLabel: more.length === 0 ? only?.name : undefined,
      forOffice: actsForOffice(ctx.person, lateLetter.right),
    },
  );
  const scope = [
    ...(unitIds.length > 0 ? [shorten(chosen.map(({ name }) => name).join(', '), 300)] : []),
    ...(kinds.length > 0 ? [sayReportFilter(ctx.locale, plan, filter)] : []),
  ].join('; ');
  const about = duties.map(({ duty, occurrence = oneOff }) =>
    nameDuty(plan, ctx.locale, { duty, occurrence: asOccurrence(occurrence) }),
  );
  try {
    await ctx.replyWithDocument(new InputFile(createReadStream(made.path), made.filename), {
      caption: [
        ctx.html('letter-caption', {
          report: ctx.t(lateLetter.name),
          day: formatDate(today),
          scope: scope || ctx.t('report-all-units'),
        }) + markMeantPlan(ctx),
        ...(about.length > 0 ? [ctx.html('letter-about', { duties: about.join(', ') })] : []),
        ...made.figures.map(({ label, value }) => ctx.html('report-figure', { label, value })),
      ].join('\n'),
      parse_mode: 'HTML',
    });
  } finally {
    await rm(made.path, { force: true });
  }
}
