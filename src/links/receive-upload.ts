import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { attachToDraft, maxFileBytes } from '../attachments/attach.ts';
import { maskedName } from '../attachments/identity-in-name.ts';
import type { Clock } from '../clock.ts';
import { type Draft, loadDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { readForm } from '../http/multipart.ts';
import { Refusal } from '../http/refusal.ts';
import { type Args, type Locale, t } from '../i18n.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { cleanFileName } from '../text/file-name.ts';
import type { UploadToken } from './upload-token.ts';
import { buildUploadKeyPrefix } from './uploaded-files.ts';

/** The dependencies of receiving uploads. */
export interface UploadDeps {
  db: Database;
  files: FileStore;
  clock: Clock;
  /** Writes a text that may name the plan's own bodies and the office's phone number. */
  say(locale: Locale, key: string, args?: Args): string;
}

/**
 * The result of one file of an upload. `say` is the sentence of a refusal, or that it had arrived
 * before.
 */
export interface ReceivedFile {
  name: string;
  ok: boolean;
  say?: string;
}

/** Finds the draft of an upload link, while its question is still open. */
export async function findUploadDraft(deps: UploadDeps, token: UploadToken): Promise<Draft | undefined> {
  const draft = await loadDraft(deps.db.pool, token.draftId);
  return draft?.state === 'open' && draft.rev === token.rev ? draft : undefined;
}

/**
 * The result of an upload; `failure`: the error that ended it early, thrown after the arrived files
 * are reported.
 */
export interface UploadResult {
  received: ReceivedFile[];
  failure?: unknown;
}

/** More than a question accepts: further ones are refused by name. */
const mostFilesInForm = 30;

/**
 * Reads a form with files and adds each to the draft in order, with the checks of every attachment.
 * The same `key` stores the same files once. Empty files, which browsers send when none was chosen,
 * are left out.
 */
export async function receiveUpload(
  deps: UploadDeps,
  token: UploadToken,
  upload: { key: string; body: Readable; contentType: string },
): Promise<UploadResult> {
  const received: ReceivedFile[] = [];
  const limits = { bytes: maxFileBytes + 1, files: mostFilesInForm };
  let stored: Promise<unknown> = Promise.resolve();
  let n = 0;
  try {
    await readForm(upload.body, upload.contentType, limits, async ({ name, content }) => {
      const number = n++;
      // The form is read further once the previous file is stored: only a few are in memory.
      await stored.catch(() => undefined);
      const bytes = await buffer(content);
      if (bytes.length === 0 && name.trim() === '') return;
      const fileName = cleanFileName(name);
      stored = stored.then(async () => {
        received.push(await receiveOne(deps, token, upload.key, number, fileName, bytes));
      });
      // The result is read after the form; until then an unhandled rejection would end the process.
      stored.catch(() => undefined);
    });
  } catch {
    // Files that arrived whole before the form broke off are stored.
    const failure = await stored.then(
      () => new Refusal('bad-request'),
      (error: unknown) => error,
    );
    return { received, failure };
  }
  return await stored.then(
    () => ({ received }),
    (failure: unknown) => ({ received, failure }),
  );
}

async function receiveOne(
  deps: UploadDeps,
  token: UploadToken,
  key: string,
  number: number,
  name: string,
  bytes: Uint8Array,
): Promise<ReceivedFile> {
  const { locale } = token;
  try {
    const { again, storedAs } = await attachToDraft(deps, {
      draftId: token.draftId,
      rev: token.rev,
      updateKey: `${buildUploadKeyPrefix(token.draftId, key)}${number}`,
      name,
      bytes,
      max: token.max,
      part: token.part,
      at: deps.clock.now(),
    });
    return again ? { name, ok: true, say: t(locale, 'links-upload-before') } : { name: storedAs, ok: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const shown = error.code === 'file-identity-number' ? maskedName(name) : name;
    return { name: shown, ok: false, say: deps.say(locale, `error-${error.code}`, error.args) };
  }
}
