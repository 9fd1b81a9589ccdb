import { DomainError } from '../../../errors.ts';
import type { Locale } from '../../../i18n.ts';
import { loadPerson } from '../../../people/accounts.ts';
import { hasAccess } from '../../../people/rights.ts';
import { localDate } from '../../../plan/calendar.ts';
import type { LoadedPlan } from '../../../plan/plan.ts';
import { narrowStates } from '../../../reports/filter/filter-in-words.ts';
import {
  findUnfit,
  hasEveryValue,
  isFiltering,
  readFilterItems,
} from '../../../reports/filter/report-filter.ts';
import { writeReportFilter } from '../../../reports/filter/write-filter.ts';
import { findReport } from '../../../reports/index.ts';
import { findStandingReport, type StandingReport } from '../../../reports/standing/change-standing.ts';
import { listLastDays, standingReportPayload } from '../../../reports/standing/plan-standing.ts';
import { findReportDay } from '../../../reports/standing/rhythm.ts';
import { listYearsBegun } from '../../../reports/years.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { type House, inPlan, planOf } from '../../core/house.ts';
import type { Reply } from '../../core/reply.ts';
import type { FileChat } from '../../core/send-made-file.ts';
import { createWords } from '../../core/words.ts';
import { makeForPerson } from '../reporting/make-for-person.ts';
import { sayReportRefused } from '../reporting/say-progress.ts';
import { deleteReportFiles } from '../reporting/send-files.ts';
import { sendWholeOrParts } from '../reporting/whole-or-parts.ts';
import { sayReport, sayRhythm } from './words.ts';

/**
 * Makes a standing report at the moment of sending, of the newest year that has begun. Undefined
 * when it has ended, its plan is closed or not begun, or the person may not ask for it any more;
 * and when it waited until the day of the next one, which would be the same file.
 */
export async function standingReportNotice(
  house: House,
  payload: unknown,
  locale: Locale,
  personId: number,
): Promise<Reply | undefined> {
  const { db, clock } = house;
  const { standingId, day } = standingReportPayload.parse(payload);
  const order = await findStandingReport(db.prisma, standingId);
  const report = order && findReport(order.report);
  if (!order || !report) return undefined;
  const plan = planOf(house, order);
  const today = localDate(clock.now(), plan.zone);
  const due = findReportDay(order, today, house.calendar, listLastDays(plan));
  if (due !== undefined && day < due) return undefined;
  const person = await loadPerson(db.prisma, personId);
  const [year] = listYearsBegun(plan, clock.now());
  if (plan.closed || year === undefined || !person || !hasAccess(person, report.right)) return undefined;

  const filter = readFilterItems(order.filter);
  const narrow = narrowStates(filter, report.filters?.states);
  if (!hasEveryValue(plan, filter) || findUnfit(narrow, report.filters).length > 0)
    return sayFilterGone({ locale, ...createWords(plan, locale) }, plan, order);
  const filtered = isFiltering(filter) ? writeReportFilter(plan, filter) : undefined;
  const words = createWords(plan, locale);
  const by = { house: inPlan(house, order), person, locale, ...words };
  const period = { year, filtered };
  const why = words.html('standing-why', { rhythm: sayRhythm(words, order) });
  const made = await makeForPerson(by, report, period).catch(onlyRefusals);
  // As a letter to late units on a day without any: silence would look like a failure.
  if (made instanceof DomainError) {
    return { text: `${sayReportRefused(by, { report: words.t(report.name) }, made)}\n${why}` };
  }
  const whole = { ...made, figures: [...made.figures, why] };
  return {
    text: [whole.title, ...whole.figures].join('\n'),
    files: {
      async send(chat) {
        const announce = (text: string) => say(chat, [text, why]);
        const arrived = await sendWholeOrParts(chat, by, { report, period, whole }, { announce });
        if (!arrived) await say(chat, [words.html('report-too-large', { report: words.t(report.name) })]);
      },
      discard: () => deleteReportFiles(made.made),
    },
  };
}

function onlyRefusals(error: unknown): DomainError {
  if (error instanceof DomainError) return error;
  throw error;
}

/** Says that the plan has changed since the order: the report would be of more than was ordered. */
function sayFilterGone(
  by: Pick<BotContext, 't' | 'html' | 'locale'>,
  plan: LoadedPlan,
  order: StandingReport,
): Reply {
  const args = { report: sayReport(by, plan, order), rhythm: sayRhythm(by, order) };
  return { text: by.html('standing-filter-gone', args), buttons: commandButtons(by, ['dinhky']) };
}

async function say({ api, chatId }: FileChat, lines: string[]): Promise<void> {
  await api.sendMessage(chatId, lines.join('\n'), { parse_mode: 'HTML' });
}
