import { z } from 'zod';
import { leaveOutKeyed, listFilesOfDraft } from '../../../attachments/draft-files.ts';
import { holdsIdentityNumber } from '../../../attachments/identity-in-name.ts';
import type { Answers } from '../../../drafts/draft.ts';
import { looksLikeIdentityNumber } from '../../../drafts/parse/identity-number.ts';
import { DomainError } from '../../../errors.ts';
import { listUploadedFiles } from '../../../links/uploaded-files.ts';
import { saysWords } from '../../../text/courtesy.ts';
import { cleanFileName } from '../../../text/file-name.ts';
import { shorten } from '../../../text/shorten.ts';
import { isAlbumContinued } from '../../core/album.ts';
import { sayRefusal } from '../../core/refusal.ts';
import { askReply } from '../ask.ts';
import { saysDone } from '../button-words.ts';
import { formData, ops } from '../buttons.ts';
import type { AnswerKind, Asked, IncomingFile, Outcome, Scene, Step } from '../form.ts';
import { photoName } from '../photo-name.ts';
import { buildAsked } from '../position.ts';
import { receiveFile } from '../receive-file.ts';
import { sayWithin } from '../say-within.ts';
import { answer, refuse, refuseSaying, save, stepOver, write } from '../step.ts';
import { button, doneRow } from './option-rows.ts';

/** Creates an answer that is files, until [Xong]; the stored answer is their number. */
export function filesAnswer<Subject = unknown>(given: {
  min: number;
  max: number;
  /** Text that asks for a file again; left out: one that names pictures, PDF, Word and Excel. */
  request?: string;
  /**
   * Reads words that replace a file, as changes of the answers; without it only files are accepted.
   */
  typed?(text: string, scene: Scene<Subject>): Answers;
}): AnswerKind<number, Subject> {
  const { min, max, typed, request = 'form-send-file' } = given;
  return {
    value: z.number().int(),
    waitsFor: typed ? 'words' : 'choice',
    ...(typed && { takesLongNumbers: true }),
    noSkips: true,
    async buttons(asked) {
      const { scene } = asked;
      const there = (await filesOf(asked)).length > 0;
      return {
        rows: [doneRow(asked)],
        behind: there ? [button(asked, scene.t('form-remove-file'), ops.remove)] : [],
      };
    },
    below: (asked) => filesSoFar(asked, max),
    wantsFiles: ({ scene: { draft }, question }) => ({
      draftId: draft.id,
      rev: draft.rev,
      max,
      part: partOf(question),
      arrived: formData(draft.id, question.key, ops.arrived),
    }),
    hasPart: async (asked) => (await filesOf(asked)).length > 0,
    named: (text, { scene }) =>
      saysWords(text, scene.t('form-remove-file')) ? { op: ops.remove, value: '' } : undefined,
    async text(step, text) {
      if (!saysDone(text))
        return typed ? save(step, typed(text, step.scene)) : askForFiles(step, max, request);
      // "Đã gửi": without any file, the files have not arrived.
      if ((await filesOf(step)).length > 0) return done(step, { min, max, request });
      return askForFiles(step, max, step.ctx.can.documentsIn ? request : 'form-file-not-here');
    },
    file: (step, file, caption) => receive(step, file, caption ?? '', max),
    other: (step, lost) => askForFiles(step, max, lost ? 'form-file-not-here' : request),
    async press(step, op, value) {
      if (op === ops.done) return done(step, { min, max, request });
      if (op === ops.remove) return value === '' ? askWhich(step) : takeBack(step, Number(value));
      return op === ops.arrived ? sayArrived(step, value, max) : undefined;
    },
  };
}

/** The files by the scene that asked for them: a question looks at them three times. */
const filesIn = new WeakMap<Scene, ReturnType<typeof listFilesOfDraft>>();

function filesOf({ scene, question }: Asked): ReturnType<typeof listFilesOfDraft> {
  const known = filesIn.get(scene);
  if (known) return known;
  const files = listFilesOfDraft(scene.house.db.pool, scene.draft, partOf(question));
  filesIn.set(scene, files);
  return files;
}

/** A repeated question has files of its own: each member of its list is a part of the draft. */
function partOf({ about, key }: Asked['question']): string | undefined {
  return about && key;
}

/** Lists the files: so one sent by mistake is seen, and a missing one is noticed. */
async function filesSoFar(asked: Asked, max: number): Promise<string | undefined> {
  const files = await filesOf(asked);
  if (files.length === 0) return undefined;
  const names = files.map(({ name }) => shorten(name, 60)).join('”, “');
  return asked.scene.html('form-files-so-far', { n: files.length, max, names });
}

async function done(
  step: Step,
  { min, max, request }: { min: number; max: number; request: string },
): Promise<Outcome> {
  const { length: count } = await filesOf(step);
  // Two people who change one exemplar may have added more files than allowed.
  if (count > max) return refuse(step, 'form-files-too-many', { n: count, max });
  return count < min ? refuse(step, request) : answer(step, count);
}

/**
 * Asks again for files, or says that there are enough; where the chat accepts none, with the link
 * to the page.
 */
async function askForFiles(step: Step, max: number, why: string): Promise<Outcome> {
  const { length: n } = await filesOf(step);
  if (n >= max) return refuse(step, 'form-files-full', { max });
  const moreMayCome = n > 0 && why !== 'form-file-not-here';
  return moreMayCome ? refuse(step, 'form-files-more', { n, max }) : refuse(step, why);
}

async function receive(step: Step, file: IncomingFile, caption: string, max: number): Promise<Outcome> {
  const { ctx, scene } = step;
  try {
    const name = file.name ?? (await photoName(scene, caption));
    const received = await receiveFile(ctx, scene, { ...file, name }, { max, part: partOf(step.question) });
    filesIn.delete(scene);
    const { again, storedAs, count: n } = received;
    const shown = again && file.name !== undefined ? cleanFileName(name) : storedAs;
    const counts = { n, max, left: max - n };
    const text = scene.html(again ? 'form-file-again' : 'form-file-arrived', { name: shown, ...counts });
    // Photos are named by their caption, but never by such a number.
    const refused = looksLikeIdentityNumber(caption) || holdsIdentityNumber(caption);
    if (ctx.message?.media_group_id !== undefined && !refused) {
      return (await isAlbumContinued(ctx)) ? 'stay' : sayWithin(step, await sayAlbum(step, max));
    }
    return await sayWithin(step, refused ? `${text}\n${scene.html('form-caption-identity-number')}` : text);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    // The rest of the album is too many as well: one sentence is enough.
    const tooMany = error.code === 'too-many-files' && ctx.message?.media_group_id !== undefined;
    if (tooMany && (await isAlbumContinued(ctx))) return 'stay';
    const refusal = sayRefusal(scene, error);
    return refuseSaying(step, tooMany ? `${await sayAlbum(step, max)}\n${refusal}` : refusal);
  }
}

/** Lists once, for all messages of an album, the present files. */
async function sayAlbum(step: Step, max: number): Promise<string> {
  const files = await filesOf(step);
  return step.scene.html('form-album-arrived', {
    n: files.length,
    max,
    left: max - files.length,
    names: files.map(({ name }) => shorten(name, 60)).join('”, “'),
  });
}

/**
 * Lists in the chat the files that the upload page has stored with the draft. The same upload again
 * changes nothing.
 */
async function sayArrived(step: Step, uploadKey: string, max: number): Promise<Outcome> {
  const { scene } = step;
  const files = await listUploadedFiles(scene.house.db.pool, scene.draft.id, uploadKey);
  if (files.length === 0) return stepOver(step);
  // More may have come since: each upload says the places of its own files.
  const newest = files.at(-1)?.id ?? 0;
  const { length: n } = (await filesOf(step)).filter(({ id }) => id <= newest);
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

async function askWhich(step: Step): Promise<Outcome> {
  const { ctx, scene } = step;
  const files = await filesOf(step);
  if (files.length === 0) return 'moved';
  await ctx.say({
    text: scene.html('form-file-which'),
    buttons: [
      ...files.map(({ id, name }) => [button(step, shorten(name, 60), ops.remove, String(id))]),
      [button(step, scene.t('form-back'), ops.again)],
    ],
  });
  return 'stay';
}

/** Removes one file. Files that the exemplar already had stay with it until the draft is sent. */
async function takeBack(step: Step, fileId: number): Promise<Outcome> {
  const { ctx, form, scene, question } = step;
  const files = await filesOf(step);
  if (files.length === 0) return 'moved';
  const file = files.find(({ id }) => id === fileId);
  if (!file) return refuse(step, 'form-file-gone');
  const saved = write(
    step,
    // The number of files must be answered again.
    { ...leaveOutKeyed(scene.answers, file.id), [question.key]: undefined },
    question.key,
  );
  const asked = await askReply(await buildAsked(form, saved, question));
  await ctx.say({
    ...asked,
    text: `${saved.html('form-file-removed', { name: file.name })}\n\n${asked.text}`,
  });
  return 'stay';
}
