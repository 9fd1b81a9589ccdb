import { Composer } from 'grammy';
import type { Message } from 'grammy/types';
import { DomainError } from '../errors.ts';
import { findCode, looksLikeCode, writtenAsCode } from '../people/code.ts';
import type { BotContext } from './core/context.ts';
import { offerDraft, pressPaused, showStep } from './features/drafts.ts';
import { presentCode } from './features/joining.ts';
import { readFormData } from './forms/buttons.ts';

/**
 * What no command, button or form took. Nobody is left without an answer that says what to do next.
 */
export const unhandled = new Composer<BotContext>();

unhandled.on('callback_query:data', async (ctx) => {
  const press = readFormData(ctx.callbackQuery.data);
  if (press) return pressPaused(ctx, press);
  ctx.pressed = 'stale';
  await showStep(ctx);
});

unhandled.on('message', async (ctx) => {
  // A document, a sticker, a voice: some channels tell no more of them than that something came.
  if (!ctx.can.documentsIn && isEmpty(ctx.message)) return ctx.say({ text: ctx.html('plain-only-text') });
  const text = ctx.message.text ?? '';
  const code = findCode(text);
  // A stranger's XXXX-XXXX was meant as a code, whatever its letters.
  const meant = code && (looksLikeCode(code) || (!ctx.person && writtenAsCode(text)));
  if (meant && (await takenAsCode(ctx, code))) return;
  if (ctx.draftGone) return ctx.say({ text: ctx.html('error-draft-gone') });
  if (await offerDraft(ctx)) return;
  if (!ctx.person) return ctx.say({ text: ctx.html('error-not-joined') });
  await ctx.say({ text: ctx.html('unhandled') });
});

/** Of somebody who has joined, "glar 2021" is not a wrong code; of a stranger it is. */
async function takenAsCode(ctx: BotContext, code: string): Promise<boolean> {
  try {
    await presentCode(ctx, code);
    return true;
  } catch (error) {
    if (ctx.person && error instanceof DomainError && error.code === 'invitation-unknown') return false;
    throw error;
  }
}

function isEmpty({ text, photo, document, contact }: Message): boolean {
  return [text, photo, document, contact].every((content) => content === undefined);
}
