import type { MiddlewareFn, Transformer } from 'grammy';
import { readExpecting } from '../drafts/expecting.ts';
import { removeShownButtons, showNewButtons } from '../jobs/shown-buttons.ts';
import type { Turn } from '../jobs/turn.ts';
import type { BotContext } from './core/context.ts';
import { listShownButtons } from './forms/shown.ts';

/**
 * Remembers the buttons of the messages that a turn shows, so that their labels can be typed on
 * every channel. The end of the turn stores them.
 */
export const rememberButtons: MiddlewareFn<BotContext> = async (ctx, next) => {
  ctx.api.config.use(remembering(ctx.turn));
  await next();
};

function remembering(turn: Turn): Transformer {
  return async (prev, method, payload, signal) => {
    const answer = await prev(method, payload, signal);
    const changes = /^editMessage/.test(method);
    if (!answer.ok || !(changes || /^send(?!ChatAction)/.test(method))) return answer;
    const markup = 'reply_markup' in payload ? payload.reply_markup : undefined;
    const shown = listShownButtons(markup);
    if (shown) {
      const message = { ...describeMessage(answer.result), buttons: shown };
      turn.shown = showNewButtons(turn.shown, message, readExpecting()?.keepsMenu);
    } else if (changes) turn.shown = removeShownButtons(turn.shown, turn.update.callback_query?.data);
    return answer;
  };
}

/** The number and time of a message in the answer to its sending. */
function describeMessage(result: unknown): { messageId: number; at: number } {
  const has = typeof result === 'object' && result !== null;
  const messageId = has && 'message_id' in result ? Number(result.message_id) : 0;
  const at = has && 'date' in result ? Number(result.date) : 0;
  return { messageId, at };
}
