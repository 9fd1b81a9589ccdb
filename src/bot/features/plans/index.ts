import type { LoadedPlan } from '../../../plan/plan.ts';
import { fingerprintWork, openWorkKinds, readOpenWork } from '../../../plan-endings/open-work.ts';
import type { BotContext } from '../../core/context.ts';
import { sayPage } from '../../core/pages.ts';
import { onPress } from '../../core/press.ts';
import { beginForm, showStep } from '../../forms/begin-form.ts';
import { findWayBack } from '../../forms/begun-draft.ts';
import type { Reply } from '../../forms/form.ts';
import type { Feature } from '../feature.ts';
import { closePlanForm } from './close-form.ts';
import { loadPlanForm } from './load-form.ts';
import { seenKey } from './open-work-choices.ts';
import { openWorkListReply, openWorkReply } from './open-work-screens.ts';
import {
  beginPlanClose,
  beginPlanLoad,
  listOpenWork,
  showOpenWork,
  showPlans,
  showPlanVersions,
} from './presses.ts';
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
    const closing = { right: 'managePlans', decides: true, writesUnder: 0 } as const;
    onPress(table, beginPlanClose, closing, async (ctx, planId) => {
      const plan = ctx.house.plans.find(planId);
      if (!plan) return showStep(ctx);
      await beginForm(ctx, closePlanForm, await openingOf(ctx, plan));
    });
    onPress(table, showOpenWork, 'managePlans', async (ctx, planId) => {
      const reply = await openWorkReply(ctx, planId);
      return reply ? ctx.say(await withWayBack(ctx, reply)) : showStep(ctx);
    });
    onPress(table, listOpenWork, 'managePlans', showOpenWorkOf);
  },
};

async function showVersions(ctx: BotContext, planId: number, page: number): Promise<unknown> {
  const reply = await versionsReply(ctx, planId, page);
  if (!reply) return showStep(ctx);
  return page > 0 ? ctx.sayInPlace(reply) : ctx.say(reply);
}

async function showOpenWorkOf(ctx: BotContext, planId: number, word: string, page: number): Promise<unknown> {
  const plan = ctx.house.plans.find(planId);
  const kind = openWorkKinds.find((one) => one === word);
  if (!plan || !kind) return showStep(ctx);
  return sayPage(ctx, page, await withWayBack(ctx, await openWorkListReply(ctx, plan, kind, page)));
}

/** Adds the way back to the form that closes the plan, where it is open. */
async function withWayBack(ctx: BotContext, reply: Reply): Promise<Reply> {
  const back = await findWayBack(ctx);
  if (back?.form !== closePlanForm.key) return reply;
  return { ...reply, buttons: [...(reply.buttons ?? []), [back.button]] };
}

/** The subject of the form that closes a plan, and what the officer sees first. */
async function openingOf({ house }: BotContext, plan: LoadedPlan) {
  const { prisma, pool: sql } = house.db;
  const work = await readOpenWork({ prisma, sql }, { plan, now: house.clock.now() });
  return { subject: { planId: plan.id }, answers: { [seenKey]: fingerprintWork(work) } };
}
