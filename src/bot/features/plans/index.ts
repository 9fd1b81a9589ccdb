import type { BotContext } from '../../core/context.ts';
import { onPress } from '../../core/press.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import type { Feature } from '../feature.ts';
import { closePlanForm } from './close-form.ts';
import { loadPlanForm } from './load-form.ts';
import { beginPlanClose, beginPlanLoad, showPlans, showPlanVersions } from './presses.ts';
import { plansReply, versionsReply } from './screens.ts';

/** The feature of /kehoach: plans, their versions, loading a file, closing one. */
export const plansFeature: Feature = {
  commands: [
    {
      name: 'kehoach',
      right: 'managePlans',
      words: { vi: ['kế hoạch', 'các kế hoạch'], en: ['plans'] },
      run: async (ctx) => ctx.say(await plansReply(ctx)),
    },
  ],
  forms: [loadPlanForm, closePlanForm],
  presses(table) {
    onPress(table, showPlans, 'managePlans', async (ctx) => ctx.say(await plansReply(ctx)));
    onPress(table, showPlanVersions, 'managePlans', showVersions);
    onPress(table, beginPlanLoad, 'managePlans', (ctx) => beginForm(ctx, loadPlanForm, { subject: {} }));
    onPress(table, beginPlanClose, { right: 'managePlans', decides: true }, async (ctx, planId) => {
      const plan = ctx.house.plans.find(planId);
      if (!plan || plan.closed) return showStep(ctx);
      await beginForm(ctx, closePlanForm, { subject: { planId } });
    });
  },
};

async function showVersions(ctx: BotContext, planId: number, page: number): Promise<unknown> {
  const reply = await versionsReply(ctx, planId, page);
  if (!reply) return showStep(ctx);
  return page > 0 ? ctx.sayInPlace(reply) : ctx.say(reply);
}
