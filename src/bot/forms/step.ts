import { type Answers, changeDraft } from '../../drafts/draft.ts';
import type { Args } from '../../i18n.ts';
import { formData, ops } from './buttons.ts';
import type { Outcome, Question, Scene, Step } from './form.ts';
import { chosenLinesKey, patchRead, readStoredList } from './position.ts';

/** Says in a sentence what is wrong; the question comes again with its buttons, below it. */
export async function refuse(step: Step, key: string, args: Args = {}): Promise<Outcome> {
  return refuseSaying(step, step.scene.html(key, args));
}

/** Refuses with these words (HTML); the question comes again with its buttons, below them. */
export async function refuseSaying({ ctx }: Step, text: string): Promise<Outcome> {
  ctx.refused = true;
  await ctx.say({ text });
  return 'again';
}

/** Refuses a text that matches no choice. */
export function refuseChoice(step: Step): Promise<Outcome> {
  return refuse(step, step.ctx.can.buttons ? 'form-choose-button' : 'form-choose-line');
}

/**
 * Refuses a button that this question never showed: the person is told, and shown the current
 * question.
 */
export async function stepOver({ ctx, scene }: Step): Promise<Outcome> {
  ctx.pressed = 'stale';
  await ctx.say({ text: scene.html('form-step-over') });
  return 'moved';
}

/** Returns the key that stores an unfinished answer until [Xong]: text or ticks so far. */
export function begunKey({ key }: Question): string {
  return `~${key}`;
}

/** Stores the answer to the question, and the form continues. */
export async function answer(step: Step, value: unknown): Promise<Outcome> {
  const { question, scene } = step;
  const more = value === undefined ? {} : await question.saved?.(value, scene);
  return save(step, {
    [begunKey(question)]: undefined,
    ...more,
    [question.key]: value,
    ...withoutLine(scene, question),
  });
}

/** The lines still to be changed after this one. */
function withoutLine({ answers }: Scene, { key }: Question): Answers {
  const left = readStoredList(answers[chosenLinesKey]).filter((one) => one !== key);
  return { [chosenLinesKey]: left.length > 0 ? left : undefined };
}

/** Changes answers and continues at `cursor`, or at the first question without an answer. */
export async function save(
  step: Step,
  patch: Answers,
  cursor: string | null = null,
): Promise<'moved' | 'stay'> {
  write(step, patch, cursor);
  return 'moved';
}

/**
 * Changes answers. The end of the turn writes them; if the draft has changed elsewhere by then, the
 * update is handled again.
 */
export function write(step: Step, patch: Answers, cursor: string | null): Scene {
  const { ctx, scene } = step;
  const answers = patchRead(scene.answers, patch);
  const draft = changeDraft(scene.draft, { answers, cursor, by: scene.turn, at: scene.now });
  ctx.turn.draft = draft;
  return { ...scene, draft, answers };
}

/** Builds [Xong] for the question of this step. */
export function doneButton({ scene, question }: Step) {
  return {
    text: scene.t('form-done'),
    callback_data: formData(scene.draft.id, question.key, ops.done),
  };
}

/** Builds [Lưu nháp] for the question of this step. */
export function saveButton({ scene, question }: Step) {
  return {
    text: scene.t('form-save'),
    callback_data: formData(scene.draft.id, question.key, ops.save),
  };
}
