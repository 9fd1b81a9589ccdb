import { listOwedDuties } from '../../../duties/owed.ts';
import { nameDuty } from '../../../duties/say.ts';
import { formatDate, localDate } from '../../../plan/calendar.ts';
import { oneOff } from '../../../plan/occurrence.ts';
import { commandButtons } from '../../core/command-buttons.ts';
import type { BotContext } from '../../core/context.ts';
import { mayUse } from '../../core/rights.ts';
import { markPlan } from '../say-in-plan.ts';

/**
 * Says the dues of every open plan. Duties that are due once stay in the list when they are over;
 * of those that come again it has the times that are not.
 */
export async function sayDues(ctx: BotContext): Promise<void> {
  const { plans, clock } = ctx.house;
  const now = clock.now();
  const lines = plans.open().flatMap((plan) => {
    const today = localDate(now, plan.zone);
    return listOwedDuties(plan, now)
      .filter(({ occurrence, due }) => occurrence === oneOff || !due || due.lastDay >= today)
      .map((owed) => {
        const duty = nameDuty(plan, ctx.locale, owed) + markPlan(ctx, { planId: plan.id });
        const { due } = owed;
        if (!due) return ctx.html('dues-unset', { duty });
        const day = formatDate(due.lastDay);
        return ctx.html(due.lastDay < today ? 'dues-over' : 'dues-until', { duty, day });
      });
  });
  const usable = ctx.commands.filter(
    (one) => ['tiendo', 'suahan'].includes(one.name) && mayUse(ctx.person, one),
  );
  await ctx.say({
    text: [ctx.html('dues-title'), ...lines].join('\n'),
    buttons: commandButtons(
      ctx,
      usable.map(({ name }) => name),
    ),
  });
}
