import type { MiddlewareFn } from 'grammy';
import { findEarlierSaid } from '../jobs/earlier-said.ts';
import { fingerprintOf } from '../jobs/fingerprint.ts';
import type { BotContext } from './core/context.ts';

/**
 * Lets through the edits that a person made to the words of a message. A live location moves on, a
 * preview is added to a link: Telegram calls that an edit too, and nothing is said of it.
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
  const earlier = await findEarlierSaid(ctx.house.db.prisma, {
    chatKey,
    messageId: now.messageId,
    before,
  });
  return earlier === now.said;
}
