import { findDutyKind } from '../../duties/kinds/index.ts';
import { isOwed } from '../../duties/owed.ts';
import { holds, listUnitsAs } from '../../people/roles.ts';
import type { BotContext } from '../core/context.ts';
import { onPress } from '../core/press.ts';
import { beginForm, showStep } from './drafts.ts';
import type { Feature } from './feature.ts';
import { filingForm } from './filing-form.ts';
import { fileDuty } from './unit-presses.ts';

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
        vi: ['nộp văn bản', 'nộp kế hoạch', 'nộp báo cáo', 'nộp báo cáo năm', 'báo cáo năm'],
        en: ['hand in'],
      },
      run: file,
    },
  ],
  forms: [filingForm],
  presses(table) {
    onPress(table, fileDuty, { right: 'handIn', about: 'unit' }, async (ctx, unitId, duty, year) => {
      const { plan, clock } = ctx.house;
      if (!findDutyKind(plan, duty)?.byDocument || !isOwed(plan, clock.now(), { duty, year }))
        return showStep(ctx);
      // A nudge about several units: the bot asks for the unit, the document is known.
      if (unitId === null) return beginForm(ctx, filingForm, { subject: { duty: `${duty}.${year}` } });
      await beginForm(ctx, filingForm, {
        subject: { unitId, duty: `${duty}.${year}` },
        answers: { unit: String(unitId), duty: `${duty}.${year}` },
      });
    });
  },
};

async function file(ctx: BotContext): Promise<void> {
  const [unit, ...more] = listUnitsAs(ctx.person, 'liaison');
  if (unit && more.length === 0 && !holds(ctx.person, 'officer')) {
    await beginForm(ctx, filingForm, { subject: { unitId: unit.id }, answers: { unit: String(unit.id) } });
  } else {
    await beginForm(ctx, filingForm, { subject: {} });
  }
}
