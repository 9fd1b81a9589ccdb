import type { MiddlewareFn } from 'grammy';
import type { BotContext } from './core/context.ts';
import { offerToResume } from './forms/begun-draft.ts';
import { goOn } from './forms/draft-presses.ts';

/**
 * Keeps the way back to a paused form when a press changes the message that shows it. The list
 * above [Tiếp tục] changes its page, and [Tiếp tục] stays.
 */
export const keepWayBack: MiddlewareFn<BotContext> = async (ctx, next) => {
  await next();
  if (ctx.outbox.startsInPlace() && showsWayBack(ctx)) await offerToResume(ctx);
};

function showsWayBack({ callbackQuery }: BotContext): boolean {
  const pressed = callbackQuery?.data;
  const message = callbackQuery?.message;
  const buttons = message && 'reply_markup' in message ? message.reply_markup?.inline_keyboard.flat() : [];
  const data = (buttons ?? []).flatMap((button) => ('callback_data' in button ? [button.callback_data] : []));
  return data.some((one) => one !== pressed && goOn.read(one) !== undefined);
}
