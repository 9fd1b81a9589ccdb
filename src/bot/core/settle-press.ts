import { GrammyError, type MiddlewareFn } from 'grammy';
import type { BotContext } from './context.ts';
import { editButtons } from './send.ts';

/**
 * Settles a pressed button: stops its spinner. After an ended step it also removes the buttons and
 * writes the choice under the question. So the chat stays readable and an old button is not pressed
 * by mistake. Failures are ignored: a press too old to answer is no reason to do the work again.
 */
export const settlePress: MiddlewareFn<BotContext> = async (ctx, next) => {
  const query = ctx.callbackQuery;
  if (!query) return next();
  await next();
  await Promise.all([forgiving(ctx.answerCallbackQuery()), forgiving(settleButtons(ctx))]);
};

async function settleButtons(ctx: BotContext): Promise<unknown> {
  const message = ctx.callbackQuery?.message;
  if (!message || !('text' in message) || !message.reply_markup || !ctx.can.edit) return;
  if (ctx.pressed === 'chosen') return markChosen(ctx, ctx.callbackQuery?.data ?? '');
  if (ctx.pressed === 'stale') return editButtons(ctx, []);
}

async function markChosen(ctx: BotContext, data: string): Promise<unknown> {
  const message = ctx.callbackQuery?.message;
  if (!message || !('text' in message) || !message.text) return;
  const label = message.reply_markup?.inline_keyboard
    .flat()
    .find((button) => 'callback_data' in button && button.callback_data === data)?.text;
  if (!label) return;
  // Entities keep the question's own markup; the choice is added after it.
  return ctx.editMessageText(`${message.text}\n→ ${label}`, { entities: message.entities });
}

async function forgiving(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!(error instanceof GrammyError) || (error.error_code !== 400 && error.error_code !== 403))
      throw error;
  }
}
