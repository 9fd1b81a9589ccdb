import { filesOfDraft } from '../../exemplars/attachments.ts';
import { uploadedFiles } from '../../links/uploaded-files.ts';
import { sayWithin } from './say-within.ts';
import type { Outcome, Step } from './step.ts';

/** Says again that files are wanted, or that there are enough; where they cannot be sent in the chat, with the link to the page that takes them. */
export async function askForFiles(step: Step, max: number, why = 'form-send-file'): Promise<Outcome> {
  const { scene } = step;
  const { length: n } = await filesOfDraft(scene.house.db.pool, scene.draft);
  if (n >= max) return sayWithin(step, scene.html('form-files-full', { max }));
  const text =
    n > 0 && why === 'form-send-file' ? scene.html('form-files-more', { n, max }) : scene.html(why);
  return sayWithin(step, text, { link: true });
}

/** Files that the upload page has stored with the draft: says in the chat which. Said again for the same upload, nothing changes. */
export async function sayArrived(step: Step, uploadKey: string): Promise<Outcome> {
  const { scene, question } = step;
  const files = await uploadedFiles(scene.house.db.pool, scene.draft.id, uploadKey);
  if (files.length === 0 || question.answer.kind !== 'files') return 'stay';
  const { max } = question.answer;
  // More may have come since: each upload says which place its own files have.
  const newest = files.at(-1)?.id ?? 0;
  const { length: n } = (await filesOfDraft(scene.house.db.pool, scene.draft)).filter(
    ({ id }) => id <= newest,
  );
  return sayWithin(
    step,
    scene.html('form-file-arrived', {
      name: files.map(({ name }) => name).join('”, “'),
      n,
      max,
      left: max - n,
    }),
  );
}
