import { filesOfDraft, leaveOutKeyed } from '../../exemplars/attachments.ts';
import { shorten } from '../../forms/shorten.ts';
import { askReply } from './ask.ts';
import { formData, ops } from './buttons.ts';
import { type Outcome, refuse, type Step, save, write } from './step.ts';

/**
 * Something that was sent or typed by mistake is taken back: one of the files (`value` its id; without one the files are
 * listed to choose from), or the unit's own criteria. What an exemplar had before stays with it until the draft is sent.
 */
export async function takeBack(step: Step, value: string): Promise<Outcome> {
  const { question, scene } = step;
  const { answer } = question;
  if (answer.kind === 'ticks' && answer.own) return save(step, { [answer.own]: undefined }, question.key);
  if (answer.kind !== 'files') return 'moved';
  const files = await filesOfDraft(scene.house.db.pool, scene.draft);
  if (files.length === 0) return 'moved';
  if (value === '') return askWhich(step, files);
  const file = files.find(({ id }) => id === Number(value));
  if (!file) return refuse(step, 'form-file-gone');
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
