import { isDeepStrictEqual } from 'node:util';
import type { InlineKeyboardButton } from 'grammy/types';
import {
  type Answers,
  closeDraft,
  type Draft,
  findNewestDraft,
  listOpenDrafts,
  openDraft,
  touchDraft,
} from '../../drafts/draft.ts';
import { shorten } from '../../text/shorten.ts';
import { commandButtons } from '../core/command-buttons.ts';
import type { BotContext } from '../core/context.ts';
import { buildPageRow, pageOf } from '../core/pages.ts';
import { onPress, press } from '../core/press.ts';
import { handleAnswer } from '../forms/answer.ts';
import type { FormPress } from '../forms/buttons.ts';
import { formConversation } from '../forms/conversation.ts';
import { askDiscard } from '../forms/discard.ts';
import { askDrop, dropDraft, goOn, keepDraft, takeLeft } from '../forms/draft-presses.ts';
import type { Form, Reply, Scene } from '../forms/form.ts';
import { whereNow } from '../forms/place.ts';
import { currentQuestion, openQuestions } from '../forms/position.ts';
import { isUnreadable, sayNotOpened, sceneOf, whyNotOpened } from '../forms/scene.ts';
import { begunKey } from '../forms/step.ts';
import type { Feature } from './feature.ts';
import { leftReply, takeOver } from './left-drafts.ts';
import { stopInWords } from './reporting/stop-reports.ts';

/** Turns the pages of the drafts. */
const turnDrafts = press('nhap', 'page');

/** A draft belongs to its person; before joining to its chat. */
const ofDraft = { right: 'all', about: 'draft' } as const;
const droppingDraft = { ...ofDraft, decides: true };

const draftsPerPage = 10;

/** The feature of /nhap and /huy: drafts that a person has begun and not ended. */
export const draftsFeature: Feature = {
  commands: [
    {
      name: 'nhap',
      right: 'handIn',
      words: { vi: ['bản nháp', 'nháp'], en: ['drafts'] },
      run: (ctx) => listDrafts(ctx, 0),
    },
    {
      name: 'huy',
      right: 'all',
      words: { vi: ['hủy', 'huỷ'], en: ['cancel'] },
      ownsPause: true,
      run: cancel,
    },
  ],
  presses(table) {
    onPress(table, takeLeft, { right: 'handIn', decides: true }, async (ctx, id) => {
      await takeOver(ctx, id);
      await continueDraft(ctx, id);
    });
    onPress(table, goOn, ofDraft, (ctx, id) => continueDraft(ctx, id));
    onPress(table, turnDrafts, 'handIn', listDrafts);
    onPress(table, keepDraft, ofDraft, leaveForLater);
    onPress(table, askDrop, droppingDraft, askWhetherToDrop);
    onPress(table, dropDraft, droppingDraft, async (ctx, id) => {
      // Words are typed more easily than a button is pressed: next to [Tiếp tục] it asks first.
      if (ctx.typedPress && standsWithGoOn(ctx, id)) return askWhetherToDrop(ctx, id);
      const found = await sceneOf(ctx, id);
      if (!found) return ctx.sayInPlace({ text: await sayNotOpened(ctx, id) });
      // Discarding an old draft does not end the one that is being filled in.
      if ((await newestDraft(ctx))?.id === id) await ctx.conversation.exitAll();
      await closeDraft(ctx.house.db.pool, id, 'discarded', ctx.house.clock.now());
      await ctx.sayInPlace({ text: ctx.html('draft-discarded', { title: found.form.title(found.scene) }) });
    });
  },
};

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
  const draft = ctx.conversation.active(formConversation) > 0 ? await newestDraft(ctx) : undefined;
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

async function leaveForLater(ctx: BotContext, id: number): Promise<void> {
  if ((await newestDraft(ctx))?.id === id) await ctx.conversation.exitAll();
  const found = await sceneOf(ctx, id);
  if (!found) return ctx.sayInPlace({ text: await sayNotOpened(ctx, id) });
  await ctx.sayInPlace({
    text: ctx.html('draft-kept', { title: found.form.title(found.scene) }),
    buttons: [[{ text: ctx.t('draft-continue'), callback_data: goOn.data(id) }]],
  });
}

async function askWhetherToDrop(ctx: BotContext, id: number): Promise<void> {
  const found = await sceneOf(ctx, id);
  await ctx.say(found ? askDiscard(found.scene, found.form) : { text: await sayNotOpened(ctx, id) });
}

/** Describes the newest draft, with its buttons; undefined when there is none. */
export async function sayDraftBegun(ctx: BotContext): Promise<Reply | undefined> {
  const found = await begunDraft(ctx);
  if (!found) return undefined;
  const { form, scene } = found;
  ctx.turn.formDraftId = scene.draft.id;
  return {
    text: ctx.html('draft-resume', { title: form.title(scene), ...whereNow(form, scene) }),
    buttons: [
      [{ text: ctx.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }],
      [
        { text: ctx.t('draft-later'), callback_data: keepDraft.data(scene.draft.id) },
        dropButton(ctx, scene.draft.id),
      ],
    ],
  };
}

/** Says how to continue a form, after the reply to a command in the middle of it. */
export async function resumeHint(ctx: BotContext): Promise<void> {
  const found = await latestDraft(ctx);
  if (!found || !isBegun(ctx, found)) return;
  const { form, scene } = found;
  await ctx.say({
    text: ctx.html('draft-paused', { title: form.title(scene), ...whereNow(form, scene) }),
    buttons: [[{ text: ctx.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }]],
    keepsMenu: true,
  });
}

/** Returns [Tiếp tục] and its form, when the person is in the middle of one. */
export async function wayBack(ctx: BotContext): Promise<WayBack | undefined> {
  const found = await latestDraft(ctx);
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
 * [Bỏ bản nháp]. A number is typed by mistake more easily than a button is pressed: there it asks
 * first.
 */
function dropButton(ctx: BotContext, id: number): InlineKeyboardButton {
  return { text: ctx.t('draft-discard'), callback_data: (ctx.can.buttons ? dropDraft : askDrop).data(id) };
}

function standsWithGoOn({ turn }: BotContext, id: number): boolean {
  return turn.shown?.buttons.some(({ data }) => goOn.read(data)?.[0] === id) ?? false;
}

async function latestDraft(ctx: BotContext): Promise<{ form: Form; scene: Scene } | undefined> {
  const newest = await newestDraft(ctx);
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
async function begunDraft(ctx: BotContext): Promise<{ form: Form; scene: Scene } | undefined> {
  if (!ctx.person) return latestDraft(ctx);
  const drafts = await listOpenDrafts(ctx.house.db.pool, ctx.person.id);
  for (const { id } of drafts.slice(0, draftsLookedAt)) {
    const found = await sceneOf(ctx, id);
    if (found && isBegun(ctx, found)) return found;
  }
  return undefined;
}

async function newestDraft(ctx: BotContext): Promise<Draft | undefined> {
  const pool = ctx.house.db.pool;
  if (ctx.person) return (await listOpenDrafts(pool, ctx.person.id))[0];
  return findNewestDraft(pool, ctx.turn.chatKey);
}

async function listDrafts(ctx: BotContext, wanted: number): Promise<void> {
  const drafts = ctx.person ? await listOpenDrafts(ctx.house.db.pool, ctx.person.id) : [];
  const lines: { text: string; id: number; title: string }[] = [];
  let unreadable = 0;
  const page = pageOf(drafts, wanted, draftsPerPage);
  for (const draft of page.items) {
    const found = await sceneOf(ctx, draft.id);
    if (!found && isUnreadable(ctx, draft)) unreadable += 1;
    if (!found) continue;
    const title = found.form.title(found.scene);
    lines.push({
      text: ctx.html('draft-line', { title, ...whereNow(found.form, found.scene) }),
      id: draft.id,
      title,
    });
  }
  const left = await leftReply(ctx);
  if (lines.length === 0 && unreadable === 0) {
    await ctx.say(left ?? { text: ctx.html('drafts-none'), buttons: commandButtons(ctx, ['dangky']) });
    return;
  }
  const reply = {
    text: [
      ctx.html('drafts-title', { n: drafts.length }),
      ...lines.map((l, i) => `${i + 1}. ${l.text}`),
      ...(unreadable > 0 ? [ctx.html('drafts-unreadable', { n: unreadable })] : []),
      ...(left ? [left.text] : []),
    ].join('\n'),
    buttons: [
      ...lines.map((line, i) => [
        { text: shorten(`${i + 1}. ${line.title}`, 60), callback_data: goOn.data(line.id) },
        dropButton(ctx, line.id),
      ]),
      ...buildPageRow(ctx, page, (to) => turnDrafts.data(to), 'form-page-after'),
      ...(left?.buttons ?? []),
    ],
  };
  const turning = turnDrafts.read(ctx.callbackQuery?.data ?? '') !== undefined;
  await (turning ? ctx.sayInPlace(reply) : ctx.say(reply));
}

async function cancel(ctx: BotContext): Promise<void> {
  // A report that is being made is what they wait for; a draft stays where it is.
  if (await stopInWords(ctx)) return resumeHint(ctx);
  const found = await latestDraft(ctx);
  if (found) await ctx.say(askDiscard(found.scene, found.form));
  else await ctx.say({ text: ctx.html('cancel-nothing') });
}
