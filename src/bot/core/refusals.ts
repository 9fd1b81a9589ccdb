import type { MiddlewareFn } from 'grammy';
import { isNoRoomLeft } from '../../channels/bot-api/api-error.ts';
import { DomainError } from '../../errors.ts';
import { isDiskFull } from '../../store/disk-room.ts';
import type { BotContext } from './context.ts';
import { sayRefusal } from './refusal.ts';

/**
 * What the house refuses, the person is told in a sentence that says what to do; anything else is a
 * bug and goes on up.
 */
export const refusals: MiddlewareFn<BotContext> = async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    const refusal = refusalIn(error);
    if (!refusal) throw error;
    if (refusal !== error) ctx.house.log.error({ err: error }, 'no room left for a file');
    await ctx.say({ text: sayRefusal(ctx, refusal) });
  }
};

/**
 * What an error means to the person; undefined when it is a bug. A file that meets a full disk is
 * worth no second attempt.
 */
export function refusalIn(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  return isDiskFull(error) || isNoRoomLeft(error) ? new DomainError('no-room-for-file') : undefined;
}
