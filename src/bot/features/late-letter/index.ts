import { loadDraft } from '../../../drafts/draft.ts';
import { isDate, localDate, yearOf } from '../../../plan/calendar.ts';
import { lateLetter } from '../../../reports/late-letter/late-letter.ts';
import { readLetterWords } from '../../../reports/late-letter/letter-words.ts';
import type { Report } from '../../../reports/report.ts';
import { readTime } from '../../../reports/time-in-words/read-time.ts';
import { takePeriod } from '../../../reports/time-in-words/take-period.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, listPlansAtHand, narrowToYear } from '../../core/meant-plan.ts';
import { codeInPlan, lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import { requireAccess } from '../../core/rights.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { noPeriod } from '../reporting/presses.ts';
import { listSeenUnits } from '../reporting/seen-units.ts';
import { sayNoPeriod, troubleWith } from '../reporting/years.ts';
import { letterForm, readLetterAnswers } from './form.ts';
import { chooseLetter, chooseLetterOfDay, makeLetter } from './presses.ts';
import { sendLetter } from './send-letter.ts';

/** The feature of the letter to late units about chosen duties and units (Plan 101, V.3). */
export const lateLetterFeature: Feature = {
  commands: [],
  forms: [letterForm],
  presses(table) {
    onPress(table, chooseLetter, lateLetter.right, async (ctx, planId) => {
      lookAtPlan(ctx, planId);
      await beginForm(ctx, letterForm, { subject: { planId } });
    });
    onPress(table, chooseLetterOfDay, lateLetter.right, async (ctx, planId, asOf) => {
      lookAtPlan(ctx, planId);
      await beginForm(ctx, letterForm, { subject: { planId, ...(isDate(asOf) && { asOf }) } });
    });
    onPress(table, makeLetter, lateLetter.right, async (ctx, draftId) => {
      const draft = await loadDraft(ctx.house.db.pool, draftId);
      const theirs = draft?.form === letterForm.key && draft.personId === ctx.person?.id;
      if (!draft || !theirs || draft.state !== 'done') return showStep(ctx);
      const { planId, asOf } = letterForm.subject.parse(draft.subject);
      lookAtPlan(ctx, planId);
      const { duties, unitIds } = readLetterAnswers(ctx.house.plan, draft.answers);
      await sendLetter(ctx, { duties, unitIds, kinds: [], asOf });
    });
  },
};

/** Builds the button that asks for the duties and units of a letter; no other report has one. */
export function letterButton(ctx: BotContext, report: Report) {
  if (report.code !== lateLetter.code) return [];
  return [[{ text: ctx.t('letter-choose'), callback_data: chooseLetter.data(ctx.house.plan.id) }]];
}

/**
 * Sends the letter that one line asks for: "congvan kế hoạch triển khai", "congvan các xã",
 * "congvan glar, hà đông", each also "tính đến ngày …". Returns whether the line was such a
 * request.
 */
export async function saidLetter(ctx: BotContext, typed: string): Promise<boolean> {
  const units = await listSeenUnits(ctx, 'askReports');
  const { plan, clock } = ctx.house;
  const today = localDate(clock.now(), plan.zone);
  const read = readLetterWords(plan, units, takePeriod(typed, today).rest);
  // One unit is asked for as of every report.
  if (!read || (read.unitIds.length === 1 && read.duties.length + read.kinds.length === 0)) return false;
  const { asOf, ...other } = readTime(typed, today, plan, (words) => words);
  if (other.half || other.whole || other.period || other.unclear) return false;
  requireAccess(ctx.person, lateLetter.right);
  const at = { meant: await listPlansAtHand(ctx), named: false };
  const plans = narrowToYear(ctx, at, asOf === undefined ? undefined : yearOf(asOf));
  const data = ({ id }: { id: number }) => (asOf ? chooseLetterOfDay.data(id, asOf) : chooseLetter.data(id));
  await inMeantPlan(ctx, plans, { ask: 'report-which-plan', data }, async () => {
    const period = { ...noPeriod, asOf };
    const trouble = troubleWith(ctx, lateLetter, period);
    await (trouble
      ? sayNoPeriod(ctx, codeInPlan(ctx, lateLetter.code), period, trouble)
      : sendLetter(ctx, { ...read, asOf }));
  });
  return true;
}
