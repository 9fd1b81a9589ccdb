import { rm } from 'node:fs/promises';
import type { MadeFor } from '../../../chat-files/made-for.ts';
import { nameDuty } from '../../../duties/say.ts';
import { actsForOffice, listUnitsWithin } from '../../../people/rights.ts';
import { formatDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { asOccurrence, oneOff } from '../../../plan/occurrence.ts';
import type { LocalDate } from '../../../plan/plan.ts';
import { noFilter } from '../../../reports/filter/report-filter.ts';
import { sayReportFilter } from '../../../reports/filter/say-filter.ts';
import { lateLetter } from '../../../reports/late-letter/late-letter.ts';
import type { LetterChoice } from '../../../reports/late-letter/letter-words.ts';
import { makeAsOf } from '../../../reports/make-as-of.ts';
import { writeReportPeriod } from '../../../reports/report-period.ts';
import { shorten } from '../../../text/shorten.ts';
import { listUnitsById } from '../../../units/units.ts';
import type { BotContext } from '../../core/context.ts';
import { markMeantPlan } from '../../core/meant-plan.ts';
import { chatOfUpdate, sendMadeFile } from '../../core/send-made-file.ts';
import { noPeriod } from '../reporting/presses.ts';

/** The duties and units of a letter, and the day of which it speaks; without one it is of now. */
export type LetterOfDay = LetterChoice & { asOf?: LocalDate | undefined };

/**
 * Makes the letter to late units for what was chosen, and sends it. Only units that the person may
 * see are in it. Throws `no-chosen-late` or `no-unit-late-then`.
 */
export async function sendLetter(
  ctx: BotContext,
  { duties, kinds, unitIds, asOf }: LetterOfDay,
): Promise<void> {
  const { db, plan, calendar, clock, tempDir } = ctx.house;
  const now = clock.now();
  const day = asOf ?? localDate(now, plan.zone);
  const { right } = lateLetter;
  const visible = listUnitsWithin(ctx.person, right);
  // Of an earlier day they may have ended.
  const chosen = await listUnitsById(db.prisma, visible === 'all' ? unitIds : meet(visible, unitIds));
  const [only, ...more] = chosen;
  const filter = { ...noFilter, kinds };
  const every = visible === 'all' && unitIds.length === 0;
  const within = every ? undefined : chosen.map(({ id }) => id);
  await ctx.replyWithChatAction('upload_document');
  const made = await makeAsOf(
    lateLetter,
    { db, plan, calendar, tempDir },
    {
      ...{ year: yearOf(day), asOf, locale: ctx.locale, by: ctx.person?.name ?? '', now, filter, duties },
      ...(within && { unitIds: within, unitLabel: more.length === 0 ? only?.name : undefined }),
      forOffice: actsForOffice(ctx.person, right),
    },
  );
  const scope = [
    ...(unitIds.length > 0 ? [shorten(chosen.map(({ name }) => name).join(', '), 300)] : []),
    ...(kinds.length > 0 ? [sayReportFilter(ctx.locale, plan, filter)] : []),
  ].join('; ');
  const about = duties.map(({ duty, occurrence = oneOff }) =>
    nameDuty(plan, ctx.locale, { duty, occurrence: asOccurrence(occurrence) }),
  );
  const caption = [
    ctx.html('letter-caption', {
      report: ctx.t(lateLetter.name),
      day: asOf ? ctx.t('report-of-day', { day: formatDate(asOf) }) : formatDate(day),
      scope: scope || ctx.t('report-all-units'),
    }) + markMeantPlan(ctx),
    ...(about.length > 0 ? [ctx.html('letter-about', { duties: about.join(', ') })] : []),
    ...made.figures.map(({ label, value }) => ctx.html('report-figure', { label, value })),
  ].join('\n');
  const question = {
    report: lateLetter.code,
    period: writeReportPeriod({ ...noPeriod, asOf }),
    about: about.join(),
  };
  const madeFor: MadeFor | undefined = ctx.person
    ? { personId: ctx.person.id, right, unitIds: within ?? null, planId: plan.id, question }
    : undefined;
  try {
    await sendMadeFile(chatOfUpdate(ctx), ctx, made, { caption, madeFor });
  } finally {
    await rm(made.path, { force: true });
  }
}

/** The units that a person may see, of those that were chosen; none chosen: all of them. */
function meet(visible: number[], chosen: number[]): number[] {
  return chosen.length === 0 ? visible : visible.filter((id) => chosen.includes(id));
}
