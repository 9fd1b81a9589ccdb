import type { MiddlewareFn } from 'grammy';
import type { BotContext } from './context.ts';

/**
 * Sends what the update is answered with once all of it has been said, before the pressed button is
 * settled.
 */
export const sendReplies: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next();
  await ctx.outbox.flush();
};
