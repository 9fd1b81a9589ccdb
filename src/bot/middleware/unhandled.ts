import { Composer } from 'grammy';
import { readCode } from '../../people/code.ts';
import type { BotContext } from '../context.ts';
import { continueDraft, offerDraft } from '../features/drafts.ts';
import { presentCode } from '../features/joining.ts';
import { readFormData } from '../forms/buttons.ts';

/** What no command, button or form took. Nobody is left without an answer that says what to do next. */
export const unhandled = new Composer<BotContext>();

unhandled.on('callback_query:data', async (ctx) => {
  const press = readFormData(ctx.callbackQuery.data);
  if (press) return continueDraft(ctx, press.draftId, 'form-step-over');
  await ctx.say({ text: ctx.html('button-over') });
});

unhandled.on('message', async (ctx) => {
  const code = readCode(ctx.message.text ?? '');
  if (code && /\d/.test(code)) return presentCode(ctx, code);
  if (!ctx.person) return ctx.say({ text: ctx.html('stranger') });
  if (await offerDraft(ctx)) return;
  await ctx.say({ text: ctx.html('unhandled') });
});
