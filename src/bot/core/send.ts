import { GrammyError } from 'grammy';
import type { InlineKeyboardButton } from 'grammy/types';
import { sendExpecting } from '../../drafts/expecting.ts';
import type { BotContext } from './context.ts';
import type { Reply } from './reply.ts';

const plain = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends a reply to the chat that the update came from. */
export async function sendReply(ctx: BotContext, reply: Reply): Promise<void> {
  const { wantsNumber: number = false, wantsFiles: files, waitsFor, keepsMenu } = reply;
  await sendExpecting({ number, files, waitsFor, keepsMenu }, () =>
    ctx.reply(reply.text, { ...plain, reply_markup: markupOf(reply) }),
  );
}

/**
 * Puts a reply in place of the message whose button was pressed; as a new message where that is
 * impossible.
 */
export async function sendReplyInPlace(ctx: BotContext, reply: Reply): Promise<void> {
  if (!ctx.callbackQuery?.message || !ctx.can.edit) return sendReply(ctx, reply);
  try {
    await ctx.editMessageText(reply.text, {
      ...plain,
      reply_markup: { inline_keyboard: reply.buttons ?? [] },
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // The message shows this already, or is too old to change.
    if (!error.description.includes('not modified')) await sendReply(ctx, reply);
  }
}

/**
 * Puts other buttons under the message whose button was pressed. False where that is impossible
 * (the channel changes nothing, the message is gone): then the caller shows them again.
 */
export async function editButtons(ctx: BotContext, rows: InlineKeyboardButton[][]): Promise<boolean> {
  if (!ctx.callbackQuery?.message || !ctx.can.edit) return false;
  try {
    await ctx.editMessageReplyMarkup({ reply_markup: { inline_keyboard: rows } });
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // A double tap: it shows these already.
    return error.description.includes('not modified');
  }
}

/** Builds the markup of a reply; undefined when it has no buttons. */
export function markupOf(reply: Reply) {
  if (reply.keyboard) return reply.keyboard;
  if (reply.removeKeyboard) return { remove_keyboard: true } as const;
  return reply.buttons && reply.buttons.length > 0 ? { inline_keyboard: reply.buttons } : undefined;
}
