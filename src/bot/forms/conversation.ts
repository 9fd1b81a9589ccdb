import type { Conversation } from '@grammyjs/conversations';
import type { Context } from 'grammy';
import { closeDraft, loadDraft, saveDraft, writeDraftChange } from '../../drafts/draft.ts';
import { isWrittenAsName } from '../../drafts/parse/not-a-name.ts';
import { parseYesNo } from '../../drafts/parse/parse-yes-no.ts';
import { DomainError } from '../../errors.ts';
import { escapeHtml } from '../../i18n.ts';
import { unitForms } from '../../people/left-drafts.ts';
import { findLabelStart } from '../../text/find-label-start.ts';
import { findLabels } from '../../text/find-labels.ts';
import type { BotContext } from '../core/context.ts';
import { holdsCode } from '../core/holds-code.ts';
import { refreshPerson } from '../core/identity.ts';
import { showMenu } from '../core/menu.ts';
import { readWords } from '../core/read-command.ts';
import { sayRefusal } from '../core/refusal.ts';
import { chatOfUpdate, sendMadeFile } from '../core/send-made-file.ts';
import { namesShownButton } from '../core/typed-press.ts';
import { handleAnswer, typedPage } from './answer.ts';
import { askReply } from './ask.ts';
import { closedPlanReply } from './closed-plan.ts';
import type { Form, Outcome, Question, Scene } from './form.ts';
import { belongsToForm, readInput, typedButton } from './input.ts';
import { applyPatch, buildAsked, currentQuestion } from './position.ts';
import { sayNotOpened, sceneOf, whyNotOpened } from './scene.ts';

/** Name under which grammY knows the only conversation of the bot. */
export const formConversation = 'form';

/**
 * Creates the conversation behind every form, one question long. It asks the draft's next question,
 * waits once, saves, and starts again. So the replay log never grows, and a crash or a deploy costs
 * nothing: the position is in the draft.
 */
export function fillForm() {
  return async (
    conversation: Conversation<BotContext, Context>,
    _ctx: Context,
    draftId: number,
    /** Update after which nothing is asked: the question is in the chat already. */
    askedBefore?: string,
  ): Promise<void> => {
    const start = conversation.checkpoint();
    const asked = await conversation.external(async (ctx) => {
      const key = await askNext(ctx, draftId, askedBefore);
      ctx.turn.formDraftId = key === null ? undefined : draftId;
      return key;
    });
    if (asked === null) return;
    const waiting = conversation.checkpoint();
    await conversation.waitUntil((ctx) => belongsToForm(ctx.update), { collationKey: asked, next: true });
    const outcome = await conversation.external((ctx) => answerTo(ctx, draftId, asked));
    if (outcome === 'over') return;
    // The form keeps waiting: the command pauses it, as it does when typed with its slash.
    if (outcome === 'command') await conversation.skip({ next: true });
    // Sent or discarded in the meantime, perhaps on another channel: the message is meant for
    // another handler.
    if (outcome === 'gone') await conversation.halt({ next: true });
    await conversation.rewind(outcome === 'stay' ? waiting : start);
  };
}

/** Asks the next question and returns its key; null when the form has ended. */
async function askNext(ctx: BotContext, draftId: number, askedBefore?: string): Promise<string | null> {
  for (;;) {
    const found = await sceneOf(ctx, draftId);
    if (!found) {
      await ctx.say({ text: await sayOver(ctx, draftId) });
      return null;
    }
    const closed = closedPlanReply(found);
    if (closed) {
      await ctx.say(closed);
      return null;
    }
    const { form, scene } = found;
    const question = scene.draft.state === 'open' ? currentQuestion(form, scene) : undefined;
    if (question) {
      if (askedBefore !== ctx.turn.updateKey)
        await ctx.say(await askReply(await buildAsked(form, scene, question)));
      return question.key;
    }
    // Code that ends a form reads the draft in the database.
    if (!(await writeDraftChange(ctx.house.db.pool, ctx.turn))) {
      await ctx.say({ text: ctx.html('form-moved-elsewhere') });
      continue;
    }
    const finished = await finishOrRefuse(form, scene);
    if ('end' in finished) {
      // Joining gives the chat a person, with a language and a menu of their own.
      if (ctx.turn.person !== ctx.person) {
        refreshPerson(ctx);
        await showMenu(ctx);
      }
      await ctx.say(finished.end);
      return null;
    }
    if (finished.file) {
      const { bytes, name, caption } = finished.file;
      const about = { caption: escapeHtml(caption) };
      await sendMadeFile(chatOfUpdate(ctx), ctx, { bytes, filename: name }, about);
    }
    if (finished.say) await ctx.say(finished.say);
    await saveDraft(ctx.house.db.pool, scene.draft, {
      answers: applyPatch(scene.answers, finished.set),
      cursor: finished.cursor ?? null,
      by: ctx.turn,
      at: scene.now,
      ...(finished.subject && { subject: finished.subject }),
    });
  }
}

/**
 * Says that the form cannot be filled in any more. Where a role has ended, the answers belong to
 * the unit, and stay.
 */
async function sayOver(ctx: BotContext, draftId: number): Promise<string> {
  if ((await whyNotOpened(ctx, draftId)) !== 'not-allowed') return sayNotOpened(ctx, draftId);
  const refusal = ctx.html('error-not-allowed');
  const draft = await loadDraft(ctx.house.db.pool, draftId);
  return draft && unitForms.includes(draft.form) ? `${refusal}\n${ctx.html('draft-left-for-unit')}` : refusal;
}

/**
 * A refusal at the end ends the draft: another person was first, and sending it again would change
 * nothing. Refusals must not leave the conversation, which copies errors without their classes.
 */
async function finishOrRefuse(form: Form, scene: Scene): ReturnType<Form['finish']> {
  try {
    return await form.finish(scene);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await closeDraft(scene.house.db.pool, scene.draft.id, 'discarded', scene.now);
    return { end: { text: sayRefusal(scene, error) } };
  }
}

/**
 * Handles an answer like `handleAnswer`; a refusal is told to the person, and the question stays.
 */
async function takeOrRefuse(ctx: BotContext, form: Form, scene: Scene, question: Question): Promise<Outcome> {
  try {
    return await handleAnswer(ctx, form, scene, question);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    await ctx.say({ text: sayRefusal(scene, error) });
    return 'again';
  }
}

/**
 * Passes an update to the question that was asked, after checking that it is still the current one.
 */
async function answerTo(
  ctx: BotContext,
  draftId: number,
  asked: string,
): Promise<Outcome | 'gone' | 'command'> {
  const found = await sceneOf(ctx, draftId, ctx.turn.claimedDraft);
  ctx.turn.claimedDraft = undefined;
  if (!found) {
    const draft = await loadDraft(ctx.house.db.pool, draftId);
    if (draft?.state === 'open') return 'moved';
    ctx.draftGone = true;
    return 'gone';
  }
  const { form, scene } = found;
  if (scene.draft.lastUpdate === ctx.turn.updateKey) return 'moved';
  const question = currentQuestion(form, scene);
  if (!question) return 'moved';

  const input = readInput(ctx.update);
  if (input.kind === 'press' && (input.press.draftId !== draftId || input.press.question !== question.key)) {
    ctx.pressed = 'stale';
    await ctx.say({ text: ctx.html('form-step-over') });
    return 'moved';
  }
  if (question.key !== asked) {
    await ctx.say({ text: ctx.html('form-moved-elsewhere') });
    return 'moved';
  }
  if (await isCommand(ctx, form, scene, question)) {
    ctx.commandMeant = true;
    return 'command';
  }
  return takeOrRefuse(ctx, form, scene, question);
}

/**
 * Tells whether a text names a command or a button shown since, or holds a code, and nothing that
 * this question takes.
 * Where words are the answer, nothing is taken out of them.
 */
async function isCommand(ctx: BotContext, form: Form, scene: Scene, question: Question): Promise<boolean> {
  const input = readInput(ctx.update);
  if ((input.kind !== 'text' && input.kind !== 'edited') || question.answer.waitsFor === 'words')
    return false;
  if (input.text === undefined) return false;
  const meant = readWords(input.text, ctx.commands, ctx.person);
  const named =
    meant !== undefined &&
    !(await beginsOption(input.text, form, scene, question)) &&
    (meant.args === '' || (await isNoOption(input.text, form, scene, question)));
  // A code that an option of the question has chooses that option.
  const coded = holdsCode(input.text) && (await isNoOption(input.text, form, scene, question));
  if (!named && !coded && !namesShownButton(ctx, input.text)) return false;
  // A page of the question is turned by the question.
  const asked = await buildAsked(form, scene, question);
  return !typedButton(input.text, asked) && !typedPage(input.text, { ...asked, ctx });
}

/**
 * Tells whether exactly one option begins with these words: where it is asked which duty, "tổng
 * kết" is [Tổng kết giai đoạn (chưa ấn định)], and not the command.
 */
async function beginsOption(text: string, form: Form, scene: Scene, question: Question): Promise<boolean> {
  if (/^\s*\//.test(text)) return false;
  const { options } = await buildAsked(form, scene, question);
  const labels = options.map(({ label }) => label);
  return findLabelStart(text, labels) !== undefined;
}

/**
 * Tells whether a text names none of a question's options, neither by part of a label nor as yes or
 * no. There "duyệt xã Glar" is a command.
 */
async function isNoOption(text: string, form: Form, scene: Scene, question: Question): Promise<boolean> {
  const { options } = await buildAsked(form, scene, question);
  if (options.length === 0 || isWrittenAsName(text) || parseYesNo(text).ok) return false;
  const labels = options.map(({ label, words }) => words ?? label);
  return findLabels(text, labels, { numbered: true }) === undefined;
}
