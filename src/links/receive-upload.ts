import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readForm } from '../channels/bot-api/multipart.ts';
import { storable } from '../channels/bot-api/storable.ts';
import type { Clock } from '../clock.ts';
import { DomainError } from '../errors.ts';
import { attachToDraft, maxFileBytes } from '../exemplars/attachments.ts';
import { type Draft, loadDraft } from '../forms/draft.ts';
import { t } from '../i18n.ts';
import type { Database } from '../store/database.ts';
import type { FileStore } from '../store/files.ts';
import type { UploadToken } from './upload-token.ts';
import { uploadKeyPrefix } from './uploaded-files.ts';

export interface UploadDeps {
  db: Database;
  files: FileStore;
  clock: Clock;
}

/** What became of one file of an upload: `say` is the sentence of a refusal, or that it had arrived before. */
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

/** How many files the draft has, with those that the exemplar being mended already had. */
export async function filesSoFar(deps: UploadDeps, draft: Draft): Promise<number> {
  const { exemplarId } = draft.subject;
  const { rows } = await deps.db.pool.query<{ n: number }>(
    `SELECT count(*) AS n FROM attachment WHERE (draft_id = $1 OR exemplar_id = $2) AND removed_at IS NULL`,
    [draft.id, typeof exemplarId === 'number' ? exemplarId : null],
  );
  return rows[0]?.n ?? 0;
}

/**
 * Reads a form with files and stores each with the draft, one after the other, with the checks of every attachment. The
 * same `key` stores the same files once. Files that the browser sends empty because none was chosen are left out.
 */
export async function receiveUpload(
  deps: UploadDeps,
  token: UploadToken,
  draft: Draft,
  upload: { key: string; body: Readable; contentType: string },
): Promise<Received[]> {
  const received: Received[] = [];
  let before: Promise<unknown> = Promise.resolve();
  let n = 0;
  await readForm(upload.body, upload.contentType, maxFileBytes + 1, async ({ name, content }) => {
    const number = n++;
    const bytes = await buffer(content);
    const fileName = plainName(name);
    if (bytes.length === 0 && fileName === '') return;
    before = before.then(async () => {
      received.push(await receiveOne(deps, token, draft, upload.key, number, fileName, bytes));
    });
    await before;
  });
  return received;
}

async function receiveOne(
  deps: UploadDeps,
  token: UploadToken,
  draft: Draft,
  key: string,
  number: number,
  name: string,
  bytes: Uint8Array,
): Promise<Received> {
  const { locale } = token;
  try {
    const { again } = await attachToDraft(deps, {
      draftId: draft.id,
      personId: draft.personId,
      updateKey: `${uploadKeyPrefix(draft.id, key)}${number}`,
      name,
      bytes,
      max: token.max,
      before: await filesSoFar(deps, draft),
      at: deps.clock.now(),
    });
    return { name, ok: true, ...(again && { say: t(locale, 'links-upload-before') }) };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { name, ok: false, say: t(locale, `error-${error.code}`, error.args) };
  }
}

/** A name without folders and without signs that no name has. */
function plainName(name: string): string {
  const last = storable(name).split(/[\\/]/).at(-1) ?? '';
  return last.replaceAll(/\p{Cc}/gu, '').trim();
}
