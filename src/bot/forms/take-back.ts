import { filesOfDraft, leaveOutKeyed } from '../../exemplars/attachments.ts';
import { shorten } from '../../forms/shorten.ts';
import { askReply } from './ask.ts';
import { formData, ops } from './buttons.ts';
import { linesOf } from './own-lines.ts';
import { type Outcome, refuse, type Step, write } from './step.ts';

/**
 * Something that was sent or typed by mistake is taken back: one of the files (`value` its id; without one the files are
 * listed to choose from), or the newest of the unit's own criteria. What an exemplar had before stays with it until the draft is sent.
 */
export async function takeBack(step: Step, value: string): Promise<Outcome> {
  const { question, scene } = step;
  const { answer } = question;
  if (answer.kind === 'ticks' && answer.own) return takeOwnBack(step, answer.own, value);
  if (answer.kind !== 'files') return 'moved';
  const files = await filesOfDraft(scene.house.db.pool, scene.draft);
  if (files.length === 0) return 'moved';
  if (value === '') return askWhich(step, files);
  const file = files.find(({ id }) => id === Number(value));
  if (!file) {
    await refuse(step, 'form-file-gone');
    return 'moved';
  }
  const saved = await write(
    step,
    // How many there are is to be answered anew.
    { ...leaveOutKeyed(scene.answers, file.id), [question.key]: undefined },
    question.key,
  );
  if (!saved) return 'moved';
  const asked = await askReply(step.form, saved, question);
  await step.ctx.say({
    ...asked,
    text: `${saved.html('form-file-removed', { name: file.name })}\n\n${asked.text}`,
  });
  return 'stay';
}

/**
 * The newest of the unit's own criteria. The button says how many there are, so that a double tap takes one back and not two;
 * who types its words means the one that stands.
 */
async function takeOwnBack(step: Step, own: string, value: string): Promise<Outcome> {
  const { ctx, scene, question } = step;
  const lines = linesOf(scene.answers[own]);
  const last = lines.at(-1);
  if (last === undefined || (value !== '' && Number(value) !== lines.length)) return 'moved';
  const rest = lines.slice(0, -1).join('\n');
  const saved = await write(step, { [own]: rest || undefined }, question.key);
  if (saved) await ctx.say({ text: saved.html('form-own-removed', { own: shorten(last, 200) }) });
  return 'moved';
}

async function askWhich(
  { ctx, scene, question }: Step,
  files: { id: number; name: string }[],
): Promise<Outcome> {
  const { draft } = scene;
  await ctx.say({
    text: scene.html('form-file-which'),
    buttons: [
      ...files.map(({ id, name }) => [
        { text: shorten(name, 60), callback_data: formData(draft.id, question.key, ops.remove, String(id)) },
      ]),
      [{ text: scene.t('form-back'), callback_data: formData(draft.id, question.key, ops.again) }],
    ],
  });
  return 'stay';
}
