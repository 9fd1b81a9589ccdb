import { firstPlan } from '../../duties/duty-code.ts';
import type { BotContext } from './context.ts';
import { type House, inPlan } from './house.ts';
import { createWords } from './words.ts';

// A report or a category is of one plan. Where that is not the first its buttons name it:
// `tonghop@2`.

/** Writes a code for a button, with the plan looked at where that is not the first. */
export function codeInPlan({ house: { plan } }: { house: Pick<House, 'plan'> }, code: string): string {
  return codeOfPlan(plan.id, code);
}

/** Writes a code for a button, with its plan where that is not the first. */
export function codeOfPlan(planId: number, code: string): string {
  return planId === firstPlan ? code : `${code}@${planId}`;
}

/** Reads the code of a button without its plan. */
export function codeAlone(code: string): string {
  return code.split('@')[0] ?? '';
}

/** Looks at a plan from here on: years, figures and words are its own. */
export function lookAtPlan(ctx: BotContext, planId: number): void {
  ctx.house = inPlan(ctx.house, { planId });
  const words = createWords(ctx.house.plan, ctx.locale);
  ctx.t = words.t;
  ctx.html = words.html;
}

/** Handles a button that begins with a code: looks at its plan first. */
export function inItsPlan<A extends unknown[]>(
  handle: (ctx: BotContext, code: string, ...args: A) => Promise<unknown>,
) {
  return (ctx: BotContext, code: string, ...args: A) => {
    const planId = Number(code.split('@')[1] ?? firstPlan);
    if (ctx.house.plans.find(planId)) lookAtPlan(ctx, planId);
    return handle(ctx, code, ...args);
  };
}
