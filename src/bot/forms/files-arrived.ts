import { uploadedNames } from '../../links/uploaded-names.ts';
import { countFiles } from './count-files.ts';
import { sayWithin } from './say-within.ts';
import type { Outcome, Step } from './step.ts';

/** Says again that files are wanted, or that there are enough; where they cannot be sent in the chat, with the link to the page that takes them. */
export async function askForFiles(step: Step, max: number): Promise<Outcome> {
  const { scene } = step;
  const full = (await countFiles(scene)) >= max;
  return full
    ? sayWithin(step, scene.html('form-files-full', { max }))
    : sayWithin(step, scene.html('form-send-file'), { link: true });
}

/** Files that the upload page has stored with the draft: says in the chat which. Said again for the same upload, nothing changes. */
export async function sayArrived(step: Step, uploadKey: string): Promise<Outcome> {
  const { scene, question } = step;
  const names = await uploadedNames(scene.house.db.pool, scene.draft.id, uploadKey);
  if (names.length === 0 || question.answer.kind !== 'files') return 'stay';
  const { max } = question.answer;
  const n = await countFiles(scene);
  return sayWithin(
    step,
    scene.html('form-file-arrived', { name: names.join('”, “'), n, max, left: max - n }),
  );
}
