import type { InlineKeyboardButton } from 'grammy/types';
import { type Draft, findNewestDraft, listOpenDrafts } from '../../drafts/draft.ts';
import type { BotContext } from '../core/context.ts';
import { askDrop, dropDraft, goOn, keepDraft } from './draft-presses.ts';
import type { Form, Reply, Scene } from './form.ts';
import { whereNow } from './place.ts';
import { currentQuestion, openQuestions } from './position.ts';
import { sceneOf } from './scene.ts';
import { begunKey } from './step.ts';

/**
 * Offers the draft "You were registering …, question 6/12" after a message that no handler took.
 * False when there is nothing to offer; a form without answers is not mentioned.
 */
export async function offerDraft(ctx: BotContext): Promise<boolean> {
  const begun = await sayDraftBegun(ctx);
  if (!begun) return false;
  await ctx.say({ ...begun, text: `${ctx.html('draft-not-kept')}\n${begun.text}` });
  return true;
}

/** Describes the newest draft, with its buttons; undefined when there is none. */
export async function sayDraftBegun(ctx: BotContext): Promise<Reply | undefined> {
  const found = await findBegunDraft(ctx);
  if (!found) return undefined;
  const { form, scene } = found;
  ctx.turn.formDraftId = scene.draft.id;
  return {
    text: ctx.html('draft-resume', { title: form.title(scene), ...whereNow(form, scene) }),
    buttons: [
      [{ text: ctx.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }],
      [
        { text: ctx.t('draft-later'), callback_data: keepDraft.data(scene.draft.id) },
        buildDropButton(ctx, scene.draft.id),
      ],
    ],
  };
}

/** Says how to continue a form, after the reply to a command in the middle of it. */
export async function offerToResume(ctx: BotContext): Promise<void> {
  const found = await findCurrentScene(ctx);
  if (!found || !isBegun(ctx, found)) return;
  const { form, scene } = found;
  await ctx.say({
    text: ctx.html('draft-paused', { title: form.title(scene), ...whereNow(form, scene) }),
    buttons: [[{ text: ctx.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }]],
    keepsMenu: true,
  });
}

/** Returns [Tiếp tục] and its form, when the person is in the middle of one. */
export async function findWayBack(ctx: BotContext): Promise<WayBack | undefined> {
  const found = await findCurrentScene(ctx);
  return (
    found && {
      form: found.form.key,
      scene: found.scene,
      question: currentQuestion(found.form, found.scene)?.key,
      button: { text: ctx.t('draft-continue'), callback_data: goOn.data(found.scene.draft.id) },
    }
  );
}

/** [Tiếp tục], and the form and question that it leads back to. */
export interface WayBack {
  form: string;
  scene: Scene;
  question: string | undefined;
  button: InlineKeyboardButton;
}

/**
 * Builds [Bỏ bản nháp]. A number is typed by mistake more easily than a button is pressed: there it
 * asks first.
 */
export function buildDropButton(ctx: BotContext, id: number): InlineKeyboardButton {
  return { text: ctx.t('draft-discard'), callback_data: (ctx.can.buttons ? dropDraft : askDrop).data(id) };
}

/** Opens the current draft; undefined when there is none. */
export async function findCurrentScene(ctx: BotContext): Promise<{ form: Form; scene: Scene } | undefined> {
  const newest = await findCurrentDraft(ctx);
  return newest && sceneOf(ctx, newest.id);
}

/**
 * Tells whether the person has answered one of its questions, or begun to. An answer that the form
 * was opened with and never asks does not count. Before joining there is only one draft.
 */
function isBegun({ person }: BotContext, { form, scene }: { form: Form; scene: Scene }): boolean {
  const { answers } = scene;
  return (
    !person ||
    openQuestions(form, scene).some((question) => question.key in answers || begunKey(question) in answers)
  );
}

/** Maximum number of drafts read to find one with an answer. */
const draftsLookedAt = 10;

/** Finds the newest draft with an answer. */
async function findBegunDraft(ctx: BotContext): Promise<{ form: Form; scene: Scene } | undefined> {
  if (!ctx.person) return findCurrentScene(ctx);
  const drafts = await listOpenDrafts(ctx.house.db.pool, ctx.person.id);
  for (const { id } of drafts.slice(0, draftsLookedAt)) {
    const found = await sceneOf(ctx, id);
    if (found && isBegun(ctx, found)) return found;
  }
  return undefined;
}

/** Finds the draft that was changed last: of the person, and before joining of the chat. */
export async function findCurrentDraft(ctx: BotContext): Promise<Draft | undefined> {
  const pool = ctx.house.db.pool;
  if (ctx.person) return (await listOpenDrafts(pool, ctx.person.id))[0];
  return findNewestDraft(pool, ctx.turn.chatKey);
}
