import { isDeepStrictEqual } from 'node:util';
import { type Answers, listOpenDrafts, openDraft, touchDraft } from '../../drafts/draft.ts';
import type { BotContext } from '../core/context.ts';
import { handleAnswer } from './answer.ts';
import { findCurrentDraft } from './begun-draft.ts';
import type { FormPress } from './buttons.ts';
import { formConversation } from './conversation.ts';
import type { Form } from './form.ts';
import { currentQuestion } from './position.ts';
import { sayNotOpened, sceneOf, whyNotOpened } from './scene.ts';

/**
 * Opens a draft of a form (the same update opens one) and asks its first question. An earlier draft
 * for the same subject without answers is used again, so that beginning twice leaves no empty
 * drafts.
 */
export async function beginForm<Subject extends object>(
  ctx: BotContext,
  form: Form<Subject>,
  given: { subject: NoInfer<Subject>; answers?: Answers; cursor?: string },
): Promise<void> {
  const untouched = await untouchedDraft(ctx, form.key, given);
  if (untouched !== undefined) return continueDraft(ctx, untouched);
  const opening = {
    form: form.key,
    personId: ctx.person?.id ?? null,
    chatKey: ctx.turn.chatKey,
    openedBy: ctx.turn.updateKey,
    at: ctx.house.clock.now(),
    ...given,
  };
  const draft = await openDraft(ctx.house.db.pool, opening, ctx.turn);
  ctx.turn.draft = draft;
  await enter(ctx, draft.id);
}

async function untouchedDraft(
  ctx: BotContext,
  form: string,
  { subject, answers = {} }: { subject: object; answers?: Answers },
): Promise<number | undefined> {
  const drafts = ctx.person ? await listOpenDrafts(ctx.house.db.pool, ctx.person.id, form) : [];
  return drafts.find(
    (draft) => isDeepStrictEqual(draft.subject, subject) && isDeepStrictEqual(draft.answers, answers),
  )?.id;
}

/** Continues a draft at its current question, on any channel. */
export async function continueDraft(ctx: BotContext, id: number, note?: string): Promise<void> {
  const found = await sceneOf(ctx, id);
  if (!found) {
    const over = note && (await whyNotOpened(ctx, id)) !== 'unreadable';
    await ctx.say({ text: over ? ctx.html('button-over') : await sayNotOpened(ctx, id) });
    return;
  }
  if (note) await ctx.say({ text: ctx.html(note) });
  // /huy and the hint after a command mean the current draft, not the one that was changed last.
  await touchDraft(ctx.house.db.pool, id, ctx.house.clock.now());
  await enter(ctx, id);
}

/**
 * Handles a button of a form that is not waiting here, because it was paused or the app was
 * restarted. The question in the chat still takes its answer; any other step is over, and the
 * current one is shown.
 */
export async function pressPaused(ctx: BotContext, press: FormPress): Promise<void> {
  const found = await sceneOf(ctx, press.draftId);
  const question = found && currentQuestion(found.form, found.scene);
  if (!found || question?.key !== press.question) {
    ctx.pressed = 'stale';
    return continueDraft(ctx, press.draftId, 'form-step-over');
  }
  const { form, scene } = found;
  const before = scene.draft.lastUpdate === ctx.turn.updateKey;
  const outcome = before ? 'moved' : await handleAnswer(ctx, form, scene, question);
  if (outcome === 'over') return;
  await enter(ctx, press.draftId, outcome === 'stay' ? ctx.turn.updateKey : undefined);
}

/** Says that a button's step is over and, in the middle of a form, shows the current one. */
export async function showStep(ctx: BotContext): Promise<void> {
  const draft = ctx.conversation.active(formConversation) > 0 ? await findCurrentDraft(ctx) : undefined;
  if (draft) await continueDraft(ctx, draft.id, 'form-step-over');
  else await ctx.say({ text: ctx.html('button-over') });
}

/**
 * Waits for the draft's next answer in this chat; asks for it, unless the question was asked before
 * `askedBefore`.
 */
async function enter(ctx: BotContext, draftId: number, askedBefore?: string): Promise<void> {
  await ctx.conversation.exitAll();
  await ctx.conversation.enter(formConversation, draftId, askedBefore);
}
