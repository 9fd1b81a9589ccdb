import { loadDraft } from '../../../drafts/draft.ts';
import { lateLetter } from '../../../reports/late-letter/late-letter.ts';
import { readLetterWords } from '../../../reports/late-letter/letter-words.ts';
import type { Report } from '../../../reports/report.ts';
import type { BotContext } from '../../core/context.ts';
import { inMeantPlan, listPlansAtHand } from '../../core/meant-plan.ts';
import { lookAtPlan } from '../../core/named-plan.ts';
import { onPress } from '../../core/press.ts';
import { requireAccess } from '../../core/rights.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { listSeenUnits } from '../reporting/seen-units.ts';
import { letterForm, readLetterAnswers } from './form.ts';
import { chooseLetter, makeLetter } from './presses.ts';
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
    onPress(table, makeLetter, lateLetter.right, async (ctx, draftId) => {
      const draft = await loadDraft(ctx.house.db.pool, draftId);
      const theirs = draft?.form === letterForm.key && draft.personId === ctx.person?.id;
      if (!draft || !theirs || draft.state !== 'done') return showStep(ctx);
      lookAtPlan(ctx, letterForm.subject.parse(draft.subject).planId);
      const { duties, unitIds } = readLetterAnswers(ctx.house.plan, draft.answers);
      await sendLetter(ctx, { duties, unitIds, kinds: [] });
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
 * "congvan glar, hà đông". Returns whether the line was such a request.
 */
export async function saidLetter(ctx: BotContext, typed: string): Promise<boolean> {
  const units = await listSeenUnits(ctx, 'askReports');
  const read = readLetterWords(ctx.house.plan, units, typed);
  // One unit is asked for as of every report.
  if (!read || (read.unitIds.length === 1 && read.duties.length + read.kinds.length === 0)) return false;
  requireAccess(ctx.person, lateLetter.right);
  const choice = { ask: 'report-which-plan', data: ({ id }: { id: number }) => chooseLetter.data(id) };
  await inMeantPlan(ctx, await listPlansAtHand(ctx), choice, () => sendLetter(ctx, read));
  return true;
}
