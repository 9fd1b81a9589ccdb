import { uploadedNames } from '../../links/uploaded-names.ts';
import { wantedFiles } from './ask.ts';
import { rowsOf } from './buttons.ts';
import { countFiles } from './count-files.ts';
import { doneButton, type Outcome, type Step, saveButton } from './step.ts';

/** Says again that files are wanted, or that there are enough; where they cannot be sent in the chat, with the link to the page that takes them. */
export async function askForFiles(step: Step, max: number): Promise<Outcome> {
  const { ctx, scene, question } = step;
  const buttons = rowsOf([doneButton(step), saveButton(step)]);
  const full = (await countFiles(scene)) >= max;
  await ctx.say(
    full
      ? { text: scene.html('form-files-full', { max }), buttons }
      : { text: scene.html('form-send-file'), buttons, wantsFiles: wantedFiles(scene, question, max) },
  );
  return 'stay';
}

/** Files that the upload page has stored with the draft: says in the chat which. Said again for the same upload, nothing changes. */
export async function sayArrived(step: Step, uploadKey: string): Promise<Outcome> {
  const { ctx, scene, question } = step;
  const names = await uploadedNames(scene.house.db.pool, scene.draft.id, uploadKey);
  if (names.length === 0 || question.answer.kind !== 'files') return 'stay';
  const { max } = question.answer;
  const n = await countFiles(scene);
  await ctx.say({
    text: scene.html('form-file-arrived', { name: names.join('”, “'), n, max, left: max - n }),
    buttons: rowsOf([doneButton(step), saveButton(step)]),
  });
  return 'stay';
}
