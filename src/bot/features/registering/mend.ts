import { type Answers, type Draft, listOpenDrafts, saveDraft } from '../../../drafts/draft.ts';
import { findMendedExemplar } from '../../../drafts/mended-exemplar.ts';
import { DomainError } from '../../../errors.ts';
import { refuseUneditable } from '../../../exemplars/editable.ts';
import { type Exemplar, exemplarById } from '../../../exemplars/exemplar.ts';
import {
  catchUp,
  lastChangeId,
  mendingSubjectOf,
  readRegistrationSubject,
} from '../../../exemplars/mending.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { beginForm, continueDraft } from '../../forms/begin-form.ts';
import { applyPatch } from '../../forms/position.ts';
import { sceneOf } from '../../forms/scene.ts';
import { registrationForm } from './form.ts';
import { sayMendIntro, sayOthersMending, takenIn } from './mending-replies.ts';

/**
 * Opens the registration form on an exemplar that is not decided yet. Of a returned one only the
 * ticked lines are asked again, with their old values, and only those are open. An earlier draft
 * for it is continued, with the changes of others merged. Other people who have it open are named.
 */
export async function mendExemplar(ctx: BotContext, exemplarId: number): Promise<void> {
  const { pool } = ctx.house.db;
  // Before the exemplar is read: a change in between is found when it is sent.
  const changeId = await lastChangeId(pool, exemplarId);
  const exemplar = await exemplarById(pool, exemplarId);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  await refuseUneditable(pool, exemplar);

  const others = await sayOthersMending(ctx, exemplar);
  const begun = (await listOpenDrafts(pool, actorOf(ctx).personId, registrationForm.key)).find(
    (draft) => findMendedExemplar(draft) === exemplarId,
  );
  if (begun) {
    const news = await takeIn(ctx, begun, exemplar);
    await sayAll(ctx, [...news, ...others]);
    return continueDraft(ctx, begun.id);
  }
  const subject = mendingSubjectOf(exemplar, changeId);
  const returned = exemplar.status === 'returned';
  await sayAll(ctx, [...(returned ? [sayMendIntro(ctx, exemplar)] : []), ...others]);
  await beginForm(ctx, registrationForm, {
    subject,
    answers: without(subject.previous, new Set(returned ? exemplar.returnedFields : [])),
  });
}

/** Merges the changes of others into an earlier draft; returns the words about them. */
async function takeIn(ctx: BotContext, draft: Draft, exemplar: Exemplar): Promise<string[]> {
  const found = await sceneOf(ctx, draft.id);
  const caught = found && (await catchUp(ctx.house.db.pool, draft, exemplar));
  if (!caught) return [];
  const scene = { ...found.scene, subject: readRegistrationSubject(draft) };
  const { set, subject, cursor = null, say } = await takenIn(scene, caught);
  await saveDraft(ctx.house.db.pool, draft, {
    answers: applyPatch(draft.answers, set),
    cursor,
    by: ctx.turn,
    at: ctx.house.clock.now(),
    ...(subject && { subject }),
  });
  return say ? [say.text] : [];
}

async function sayAll(ctx: BotContext, lines: string[]): Promise<void> {
  if (lines.length > 0) await ctx.say({ text: lines.join('\n') });
}

function without(answers: Answers, keys: Set<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)));
}
