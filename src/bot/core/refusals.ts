import type { MiddlewareFn } from 'grammy';
import { isNoRoomLeft } from '../../channels/bot-api/api-error.ts';
import { DomainError } from '../../errors.ts';
import { isDiskFull } from '../../store/disk-room.ts';
import type { BotContext } from './context.ts';
import { sayRefusal } from './refusal.ts';

/**
 * Tells the person about a refusal, in a sentence with advice. Other errors are bugs and are thrown
 * further.
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
 * Returns the refusal that an error means for the person; undefined when it is a bug. A file that
 * meets a full disk is not tried again.
 */
export function refusalIn(error: unknown): DomainError | undefined {
  if (error instanceof DomainError) return error;
  return isDiskFull(error) || isNoRoomLeft(error) ? new DomainError('no-room-for-file') : undefined;
}
