import { isDeepStrictEqual } from 'node:util';
import { closeDraft, listOpenDrafts } from '../../../drafts/draft.ts';
import { findMendedExemplar } from '../../../drafts/mended-exemplar.ts';
import { DomainError } from '../../../errors.ts';
import { copiedAnswersOf } from '../../../exemplars/copying.ts';
import { exemplarById } from '../../../exemplars/exemplar.ts';
import { actorOf } from '../../core/actor.ts';
import type { BotContext } from '../../core/context.ts';
import { planOf } from '../../core/house.ts';
import { beginForm } from '../../forms/begin-form.ts';
import { copyableReply } from './copy-list.ts';
import { registrationForm } from './form.ts';

/** Registers a new exemplar for the unit of an earlier one, with what may be copied of it. */
export async function copyExemplar(ctx: BotContext, exemplarId: number): Promise<void> {
  const { db } = ctx.house;
  const exemplar = await exemplarById(db.pool, exemplarId);
  if (!exemplar) throw new DomainError('exemplar-not-found');
  const { unitId, code, name } = exemplar;
  // Of a closed plan a new one is copied into the plan that is open.
  const [plan] = [planOf(ctx.house, exemplar), ctx.house.plan].filter(({ closed }) => !closed);
  if (!plan) throw new DomainError('plan-closed', { plan: ctx.house.plan.code });
  await dropUntouched(ctx, unitId);
  await beginForm(ctx, registrationForm, {
    subject: {
      planId: plan.id,
      unitId,
      copied: { exemplarId, code, name, answers: copiedAnswersOf(exemplar, plan) },
    },
    answers: { unit: String(unitId) },
  });
}

/** Shows the unit's exemplars that a new one may be copied from. */
export async function showCopyable(ctx: BotContext, unitId: number, page: number): Promise<void> {
  const reply = await copyableReply(ctx, unitId, page);
  await (page > 0 ? ctx.sayInPlace(reply) : ctx.say(reply));
}

/** Discards a registration that /dangky has just opened: the copy takes its place. */
async function dropUntouched(ctx: BotContext, unitId: number): Promise<void> {
  const { pool } = ctx.house.db;
  const drafts = await listOpenDrafts(pool, actorOf(ctx).personId, registrationForm.key);
  const untouched = drafts.filter(
    (draft) =>
      findMendedExemplar(draft) === undefined && isDeepStrictEqual(draft.answers, { unit: String(unitId) }),
  );
  for (const { id } of untouched) await closeDraft(pool, id, 'discarded', ctx.house.clock.now());
}
