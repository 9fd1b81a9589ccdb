import type { MiddlewareFn } from 'grammy';
import { findEarlierSaid } from '../jobs/earlier-said.ts';
import { fingerprintOf } from '../jobs/fingerprint.ts';
import type { BotContext } from './core/context.ts';

/**
 * Lets only real edits of a message's words pass. A moving live location and an added link preview
 * are edits for Telegram too, and are ignored.
 */
export const onlyRealEdits: MiddlewareFn<BotContext> = async (ctx, next) => {
  const { editedMessage } = ctx;
  if (!editedMessage) return next();
  if (editedMessage.text === undefined && editedMessage.caption === undefined) return;
  if (await isUnchanged(ctx)) return;
  await next();
};

async function isUnchanged(ctx: BotContext): Promise<boolean> {
  const now = fingerprintOf(ctx.update);
  if (!now) return false;
  const { chatKey, inboxId: before } = ctx.turn;
  const earlier = await findEarlierSaid(ctx.house.db.pool, {
    chatKey,
    messageId: now.messageId,
    before,
  });
  return earlier === now.said;
}
