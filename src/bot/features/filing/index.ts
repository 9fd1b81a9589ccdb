import { writeDutyTime } from '../../../duties/duty-code.ts';
import { findDutyKind } from '../../../duties/kinds/index.ts';
import { isOwed } from '../../../duties/owed.ts';
import { holds, listUnitsAs } from '../../../people/roles.ts';
import { withoutAnyCourtesy } from '../../../text/courtesy.ts';
import { oneLine } from '../../../text/normalise.ts';
import { shorten } from '../../../text/shorten.ts';
import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { saidNoPlanIsOpen } from '../no-open-plan.ts';
import { fileDuty } from '../unit-presses.ts';
import { dutyInWords } from './filing-words.ts';
import { filingForm } from './form.ts';

/**
 * The feature of /nopvanban: a unit, or an officer for it, hands in a document for a duty. Plan
 * 101, IV.3, V.1.
 */
export const filingFeature: Feature = {
  commands: [
    {
      name: 'nopvanban',
      right: 'handIn',
      words: {
        vi: ['nộp văn bản', 'nộp kế hoạch', 'nộp báo cáo', 'nộp báo cáo năm'],
        en: ['hand in'],
      },
      takesArgs: true,
      run: file,
    },
  ],
  forms: [filingForm],
  presses(table) {
    onPress(
      table,
      fileDuty,
      { right: 'handIn', about: 'unit', writesUnder: 1 },
      async (ctx, unitId, of, occurrence) => {
        const { clock, plans } = ctx.house;
        const plan = plans.find(of.planId);
        const { duty } = of;
        const known = plan && findDutyKind(plan, duty)?.byDocument;
        if (!known || !isOwed(plan, clock.now(), { duty, occurrence })) return showStep(ctx);
        // A nudge about several units: the bot asks for the unit, the document is known.
        const wanted = writeDutyTime({ ...of, occurrence });
        if (unitId === null) return beginForm(ctx, filingForm, { subject: { duty: wanted } });
        await beginForm(ctx, filingForm, {
          subject: { unitId, duty: wanted },
          answers: { unit: String(unitId), duty: wanted },
        });
      },
    );
  },
};

/** `/nopvanban`, "nộp kế hoạch triển khai", "báo cáo năm 2021". */
async function file(ctx: BotContext, args: string): Promise<void> {
  if (await saidNoPlanIsOpen(ctx)) return;
  const { plans, clock } = ctx.house;
  const found = plans.open().flatMap((plan) => {
    const one = dutyInWords(plan, clock.now(), args);
    return one ? [{ planId: plan.id, ...one }] : [];
  });
  // Words that fit duties of two plans are asked again.
  const meant = found.length === 1 ? found[0] : undefined;
  if (!meant && withoutAnyCourtesy(args) !== '')
    await ctx.say({ text: ctx.html('filing-no-such', { typed: shorten(oneLine(args), 50) }) });
  const duty = meant && writeDutyTime(meant);
  const [unit, ...more] = listUnitsAs(ctx.person, 'liaison');
  if (unit && more.length === 0 && !holds(ctx.person, 'officer'))
    return beginForm(ctx, filingForm, {
      subject: { unitId: unit.id, ...(duty && { duty }) },
      answers: { unit: String(unit.id), ...(duty && { duty }) },
    });
  await beginForm(ctx, filingForm, { subject: duty ? { duty } : {} });
}
