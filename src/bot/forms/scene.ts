import { type Draft, isDraftOf, loadDraft } from '../../drafts/draft.ts';
import type { BotContext } from '../core/context.ts';
import { inPlan } from '../core/house.ts';
import { saidAt } from '../core/said-at.ts';
import { createWords } from '../core/words.ts';
import type { Form, Scene } from './form.ts';
import { readAnswers } from './position.ts';

/**
 * Loads a draft with everything its questions look at. Undefined when the draft is gone, ended, not
 * this person's, or cannot be read.
 */
export async function sceneOf(
  ctx: BotContext,
  draftId: number,
  /** A draft that was read with the update. */
  claimed?: Draft,
): Promise<{ form: Form; scene: Scene } | undefined> {
  const known = [ctx.turn.draftChange?.draft, ctx.turn.draft, claimed].find((one) => one?.id === draftId);
  ctx.turn.draft = undefined;
  const draft = known ?? (await loadDraft(ctx.house.db.pool, draftId));
  if (!draft || !isDraftOf(draft, ctx.person?.id, ctx.turn.chatKey)) return undefined;
  // Ended by this update, in an attempt that died before it could say so: the last message is sent
  // again.
  const endedJustNow = draft.state === 'done' && draft.lastUpdate === ctx.turn.updateKey;
  if (draft.state !== 'open' && !endedJustNow) return undefined;
  const read = readSubject(ctx, draft);
  if (!read) return undefined;
  const { form, subject } = read;
  const house = inPlan(ctx.house, { planId: form.planOf?.(subject) });
  const words = house === ctx.house ? ctx : createWords(house.plan, ctx.locale);
  const stored: Scene = {
    house,
    draft,
    subject,
    answers: draft.answers,
    turn: ctx.turn,
    person: ctx.person,
    locale: ctx.locale,
    now: ctx.house.clock.now(),
    saidAt: saidAt(ctx.house.clock, ctx.channel, ctx.message?.date),
    t: words.t,
    html: words.html,
  };
  const scene = { ...stored, answers: readAnswers(form, stored) };
  return form.allowed(scene) ? { form, scene } : undefined;
}

/**
 * Explains why `sceneOf` opens no scene. The draft is over or another person's, another release
 * wrote it, or the person's role has ended.
 */
export async function whyNotOpened(
  ctx: BotContext,
  draftId: number,
): Promise<'gone' | 'unreadable' | 'not-allowed'> {
  const draft = await loadDraft(ctx.house.db.pool, draftId);
  if (draft?.state !== 'open' || !isDraftOf(draft, ctx.person?.id, ctx.turn.chatKey)) return 'gone';
  return isUnreadable(ctx, draft) ? 'unreadable' : 'not-allowed';
}

/** Says that a draft cannot be opened (HTML): over, or written by another release. */
export async function sayNotOpened(ctx: BotContext, draftId: number): Promise<string> {
  const unreadable = (await whyNotOpened(ctx, draftId)) === 'unreadable';
  return ctx.html(unreadable ? 'error-draft-unreadable' : 'error-draft-gone');
}

/** Tells whether another release wrote a draft that this one cannot read. It stays unchanged. */
export function isUnreadable(ctx: Pick<BotContext, 'forms'>, draft: Draft): boolean {
  return readSubject(ctx, draft) === undefined;
}

function readSubject({ forms }: Pick<BotContext, 'forms'>, draft: Draft) {
  const form = forms.get(draft.form);
  const read = form?.subject.safeParse(draft.subject);
  return form && read?.success ? { form, subject: read.data } : undefined;
}
