import { Readable } from 'node:stream';
import { readForm, withQuotedNames } from '../../http/multipart.ts';
import type { FileStore } from '../../store/files.ts';
import { type KeptBytes, keepBytes } from '../../store/keep-bytes.ts';
import { buildBadRequest } from './api-error.ts';

/** One call of a Bot API method: its parameters, and its files by their part names. */
export interface Call {
  method: string;
  parameters: Record<string, unknown>;
  /** Uploads that no file was made of yet. */
  uploads: Map<string, KeptBytes>;
}

/** Maximum size of an upload in the Bot API, in bytes. */
const uploadLimit = 50_000_000;

/**
 * Reads a request that grammY passes to `fetch`. It is JSON text, or a multipart stream whose files
 * are written into the store under `folder`.
 */
export async function readCall(
  method: string,
  init: RequestInit | undefined,
  files: FileStore,
  folder: string,
): Promise<Call> {
  const contentType = new Headers(init?.headers).get('content-type') ?? '';
  const uploads = new Map<string, KeptBytes>();
  if (!contentType.startsWith('multipart/form-data')) {
    return { method, parameters: fromJson(init?.body), uploads };
  }
  const body: unknown = init?.body;
  if (!(body instanceof Readable)) throw new Error('Bot API: an upload must be a Node stream');
  const chunks = body.pipe(withQuotedNames());
  body.on('error', (error) => chunks.destroy(error));
  const { fields, tooBig } = await readForm(chunks, contentType, { bytes: uploadLimit }, async (part) => {
    uploads.set(part.field, await keepBytes(files, folder, part.name, part.content));
  });
  if (tooBig) throw buildBadRequest('file is too big');
  return { method, parameters: fields, uploads };
}

function fromJson(body: unknown): Record<string, unknown> {
  if (body === undefined || body === null) return {};
  if (typeof body !== 'string') throw new Error('Bot API: a call must be JSON text or a multipart stream');
  const read: unknown = JSON.parse(body);
  if (typeof read !== 'object' || read === null) throw buildBadRequest('object expected as parameters');
  return { ...read };
}
