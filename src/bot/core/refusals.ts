import type { MiddlewareFn } from 'grammy';
import { DomainError } from '../../errors.ts';
import type { BotContext } from './context.ts';
import { sayRefusal } from './refusal.ts';

/** What the house refuses, the person is told in a sentence that says what to do; anything else is a bug and goes on up. */
export const refusals: MiddlewareFn<BotContext> = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await ctx.say({ text: sayRefusal(ctx, error) });
  }
};
