import { z } from 'zod';
import type { Locale } from '../../../i18n.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import { type House, planOf } from '../../core/house.ts';
import { createWords } from '../../core/words.ts';
import type { Reply } from '../../forms/form.ts';

const planEnded = z.object({ planId: z.int(), toPlanId: z.int().nullable(), reason: z.string() });

/** Tells a person of a unit that a plan was closed, and which plan follows it. */
export async function planEndedNotice(house: House, payload: unknown, locale: Locale): Promise<Reply> {
  const { planId, toPlanId, reason } = planEnded.parse(payload);
  await house.plans.refresh();
  const plan = planOf(house, { planId });
  const next = toPlanId === null ? undefined : house.plans.find(toPlanId);
  const words = createWords(plan, locale);
  return {
    text: words.html('notice-plan-ended', { plan: plan.code, next: next?.code ?? 'none', reason }),
    buttons: commandButtons(words, ['hannop']),
  };
}
