import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { attachToDraft, maxFileBytes } from '../attachments/attachments.ts';
import { maskedName } from '../attachments/identity-in-name.ts';
import type { Clock } from '../clock.ts';
import { type Draft, loadDraft } from '../drafts/draft.ts';
import { DomainError } from '../errors.ts';
import { readForm } from '../http/multipart.ts';
import { Refusal } from '../http/refusal.ts';
import { t } from '../i18n.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import { cleanFileName } from '../text/file-name.ts';
import type { UploadToken } from './upload-token.ts';
import { uploadKeyPrefix } from './uploaded-files.ts';

export interface UploadDeps {
  db: Database;
  files: FileStore;
  clock: Clock;
}

/**
 * What became of one file of an upload: `say` is the sentence of a refusal, or that it had arrived
 * before.
 */
export interface Received {
  name: string;
  ok: boolean;
  say?: string;
}

/** The draft, while the question that the link was made for still stands. */
export async function draftOf(deps: UploadDeps, token: UploadToken): Promise<Draft | undefined> {
  const draft = await loadDraft(deps.db.pool, token.draftId);
  return draft?.state === 'open' && draft.rev === token.rev ? draft : undefined;
}

/**
 * What an upload brought; `failure`: why it ended before its end, to be thrown once it is told what
 * had arrived by then.
 */
export interface Upload {
  received: Received[];
  failure?: unknown;
}

/** More than a question takes: those that are too many are refused by name. */
const mostFilesInForm = 30;

/**
 * Reads a form with files and stores each with the draft, one after the other, with the checks of
 * every attachment. The same `key` stores the same files once. Files that the browser sends empty
 * because none was chosen are left out.
 */
export async function receiveUpload(
  deps: UploadDeps,
  token: UploadToken,
  upload: { key: string; body: Readable; contentType: string },
): Promise<Upload> {
  const received: Received[] = [];
  const limits = { bytes: maxFileBytes + 1, files: mostFilesInForm };
  let stored: Promise<unknown> = Promise.resolve();
  let n = 0;
  try {
    await readForm(upload.body, upload.contentType, limits, async ({ name, content }) => {
      const number = n++;
      // The form is read on once the file before is stored: a few are in memory, not all of them.
      await stored.catch(() => undefined);
      const bytes = await buffer(content);
      if (bytes.length === 0 && name.trim() === '') return;
      const fileName = cleanFileName(name);
      stored = stored.then(async () => {
        received.push(await receiveOne(deps, token, upload.key, number, fileName, bytes));
      });
      // It is looked at once the form is read; until then nobody else would hear of it, and the
      // process would end.
      stored.catch(() => undefined);
    });
  } catch {
    // What came whole before the form broke off is stored all the same.
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
): Promise<Received> {
  const { locale } = token;
  try {
    const { again, storedAs } = await attachToDraft(deps, {
      draftId: token.draftId,
      rev: token.rev,
      updateKey: `${uploadKeyPrefix(token.draftId, key)}${number}`,
      name,
      bytes,
      max: token.max,
      at: deps.clock.now(),
    });
    return again ? { name, ok: true, say: t(locale, 'links-upload-before') } : { name: storedAs, ok: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const shown = error.code === 'file-identity-number' ? maskedName(name) : name;
    return { name: shown, ok: false, say: t(locale, `error-${error.code}`, error.args) };
  }
}
