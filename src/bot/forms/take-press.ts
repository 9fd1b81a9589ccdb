import { filesOfDraft } from '../../exemplars/attachments.ts';
import { closeDraft } from '../../forms/draft.ts';
import { editButtons } from '../send.ts';
import { askReply, canKeep, questionButtons } from './ask.ts';
import { formData, type Op, ops, rowsOf } from './buttons.ts';
import { askDiscard } from './discard.ts';
import { goOn } from './draft-presses.ts';
import { sayArrived } from './files-arrived.ts';
import type { Effect, Reply, Scene } from './form.ts';
import { previousAnswer, questionBefore, ticksOf } from './position.ts';
import { reviewLines } from './review-screen.ts';
import { answer, type Outcome, refuse, refuseChoice, type Step, save, write } from './step.ts';
import { takeBack } from './take-back.ts';
import { takeDone } from './take-done.ts';

/** A button of the form was pressed, or its label typed. */
export async function takePress(step: Step, op: Op, value: string): Promise<Outcome> {
  const { ctx, form, scene, question } = step;
  switch (op) {
    case ops.choose:
      return choose(step, value);
    case ops.tick:
      return tick(step, value);
    case ops.page:
      return showButtons(step, scene, Number.parseInt(value, 10) || 0);
    case ops.done:
      return takeDone(step);
    case ops.skip:
      if (!question.optional) return refuse(step, 'form-not-optional');
      return (await filesHave(step)) ? takeDone(step) : answer(step, null);
    case ops.keep:
      if (await filesHave(step)) return takeDone(step);
      return canKeep(question, scene, step.options)
        ? answer(step, previousAnswer(scene, question))
        : refuseChoice(step);
    case ops.back:
      return save(step, {}, questionBefore(form, scene, question)?.key ?? null);
    case ops.save:
      await ctx.say({
        text: scene.html('form-saved', { title: form.title(scene) }),
        buttons: [[{ text: scene.t('draft-continue'), callback_data: goOn.data(scene.draft.id) }]],
      });
      return 'over';
    case ops.cancel:
      await ctx.say(askDiscard(scene, form));
      return 'stay';
    case ops.edit:
      await ctx.say(editList(step));
      return 'stay';
    case ops.goto:
      return save(step, {}, value);
    case ops.again:
      return 'moved';
    case ops.remove:
      return takeBack(step, value);
    case ops.arrived:
      return sayArrived(step, value);
  }
}

/** Files that have arrived are part of the answer, whatever is pressed after them. */
async function filesHave({ question, scene }: Step): Promise<boolean> {
  return (
    question.answer.kind === 'files' && (await filesOfDraft(scene.house.db.pool, scene.draft)).length > 0
  );
}

async function choose(step: Step, value: string): Promise<Outcome> {
  const { question, options, scene } = step;
  if (question.answer.kind === 'confirm') return save(step, { [question.key]: value });
  const option = options.find((o) => o.value === value);
  if (!option) return refuseChoice(step);
  return option.act ? effect(step, await option.act(scene)) : answer(step, value);
}

async function effect(step: Step, { discard, say, set }: Effect): Promise<Outcome> {
  const { ctx, scene } = step;
  if (discard) {
    await closeDraft(scene.house.db.pool, scene.draft.id, 'discarded', scene.now);
    await ctx.say(say ?? { text: scene.html('form-discarded') });
    return 'over';
  }
  if (say) await ctx.say(set ? say : withWayBack(step, say));
  return set ? save(step, set) : 'stay';
}

/** Where only the newest menu can be chosen from, what is shown in between takes the question's away: it leads back itself. */
function withWayBack({ ctx, scene }: Step, say: Reply): Reply {
  if (ctx.can.buttons || !say.buttons?.length) return say;
  const back = { text: scene.t('draft-continue'), callback_data: goOn.data(scene.draft.id) };
  return { ...say, buttons: [...say.buttons, [back]] };
}

/** `page.state.code`: the button says what it sets, so that a double tap sets it twice instead of taking it back. */
async function tick(step: Step, value: string): Promise<Outcome> {
  const { question, scene, options } = step;
  const [, page = '0', state = '', code = ''] = /^(\d+)\.([01])\.(.+)$/.exec(value) ?? [];
  if (!options.some((o) => o.value === code)) return refuseChoice(step);
  const others = ticksOf(scene, question).filter((one) => one !== code);
  const ticks = state === '1' ? [...others, code] : others;
  const saved = await write(step, { [`~${question.key}`]: ticks }, question.key);
  return saved ? showButtons(step, saved, Number(page)) : 'moved';
}

/** The same question with other buttons: in place, or anew where the old message cannot be changed. */
async function showButtons(step: Step, scene: Scene, page: number): Promise<Outcome> {
  const { ctx, form, question } = step;
  const changed = await editButtons(ctx, await questionButtons(form, scene, question, page));
  if (!changed) await ctx.say(await askReply(form, scene, question, page));
  return 'stay';
}

/** Which line to mend: every line of the review screen. */
function editList({ scene, question, form }: Step): Reply {
  return {
    text: scene.html('form-edit-which'),
    buttons: [
      ...rowsOf(
        reviewLines(form, scene).map((line) => ({
          text: line.question.label(scene),
          callback_data: formData(scene.draft.id, question.key, ops.goto, line.question.key),
        })),
      ),
      [{ text: scene.t('form-back'), callback_data: formData(scene.draft.id, question.key, ops.again) }],
    ],
  };
}
