import { GrammyError, InputFile } from 'grammy';
import type { BotContext } from './context.ts';
import type { Reply } from './reply.ts';
import { markupOf } from './send.ts';

/**
 * Sends a picture with its words and buttons. Where the channel does not take the picture, the
 * words come alone.
 */
export async function sendPicture(
  ctx: BotContext,
  { png, filename }: { png: Uint8Array; filename: string },
  words: Reply,
): Promise<void> {
  try {
    await ctx.replyWithPhoto(new InputFile(png, filename), {
      caption: words.text,
      parse_mode: 'HTML',
      reply_markup: markupOf(words),
    });
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    await ctx.say(words);
  }
}
