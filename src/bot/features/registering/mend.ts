import { DomainError } from '../../../errors.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { answersOf } from '../../../exemplars/registration.ts';
import { type Answers, openDrafts, saveDraft } from '../../../forms/draft.ts';
import { holds, unitsAs } from '../../../people/roles.ts';
import type { BotContext } from '../../context.ts';
import { beginForm, continueDraft } from '../drafts.ts';

/**
 * Opens the registration form on an exemplar that is not decided yet. Lines that an officer sent back are asked again,
 * with what stood there; the rest is kept. A draft already begun for it is gone on with.
 */
export async function mendExemplar(ctx: BotContext, exemplarId: number): Promise<void> {
  const exemplar = await exemplarById(ctx.house.db.pool, exemplarId);
  const mine = exemplar && unitsAs(ctx.person, 'liaison').some((unit) => unit.id === exemplar.unitId);
  if (!exemplar || !(mine || holds(ctx.person, 'officer'))) throw new DomainError('exemplar-not-found');
  if (exemplar.status !== 'returned' && exemplar.status !== 'submitted') {
    throw new DomainError('exemplar-not-editable', { code: exemplar.code });
  }
  const begun = (await openDrafts(ctx.house.db.pool, ctx.person?.id ?? 0, ['register'])).find(
    (draft) => draft.subject.exemplarId === exemplarId,
  );
  const again = new Set(exemplar.status === 'returned' ? exemplar.returnedFields : []);
  // Begun before an officer sent it back: what is to be mended is asked for in it too.
  const sentBackSince = begun && exemplar.decidedAt && begun.updatedAt < exemplar.decidedAt;
  if (begun && !sentBackSince) return continueDraft(ctx, begun.id);

  if (exemplar.status === 'returned') {
    await ctx.say({
      text: ctx.html('mend-intro', {
        code: exemplar.code,
        name: exemplar.name,
        reason: exemplar.decisionReason ?? '',
      }),
    });
  }
  const previous = answersOf(exemplar);
  if (begun) {
    await saveDraft(ctx.house.db.pool, begun, {
      answers: without(begun.answers, again),
      cursor: null,
      updateKey: ctx.turn.updateKey,
      at: ctx.house.clock.now(),
    });
    return continueDraft(ctx, begun.id);
  }
  await beginForm(ctx, 'register', {
    subject: { exemplarId, unitId: exemplar.unitId, previous },
    answers: without(previous, again),
  });
}

function without(answers: Answers, keys: Set<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.has(key)));
}
