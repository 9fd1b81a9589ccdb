import type { MiddlewareFn } from 'grammy';
import type { BotContext } from './context.ts';

/** Sends the replies to an update when all are ready, before the pressed button is settled. */
export const sendReplies: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next();
  await ctx.outbox.flush();
};
