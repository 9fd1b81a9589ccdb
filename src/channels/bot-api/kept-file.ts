import { extname } from 'node:path';
import type { KeptBytes, KeptFile } from '../../store/keep-bytes.ts';
import { badRequest } from './api-error.ts';
import type { Call } from './call.ts';

/** Size that a bot may download at most, in bytes. */
const downloadLimit = 20_000_000;

/** Says a file as `getFile` does. 400 when there is none, or when it is too big for a bot. */
export function fileInfo(file: KeptFile | undefined) {
  if (!file) throw badRequest('invalid file_id');
  if (file.size > downloadLimit) throw badRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: file.storageKey,
    file_size: file.size,
    file_path: `documents/${file.id}${extname(file.name)}`,
  };
}

/** Says a file in the Bot API's words, as a document. */
export function documentOf(file: KeptFile) {
  return {
    file_id: file.id,
    file_unique_id: file.storageKey,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.size,
  };
}

/** Says a picture in the Bot API's words. Its measures are not known: 0. */
export function photoOf(file: KeptFile) {
  return [{ file_id: file.id, file_unique_id: file.storageKey, width: 0, height: 0, file_size: file.size }];
}

/**
 * Reads which file a call sends: an upload that came with it (`attach://part`), or the id of a file
 * that the bot has seen before. 400 when an upload is missing or empty.
 */
export function uploadOrId(call: Call, given: string): { bytes: KeptBytes } | { id: string } {
  const part = /^attach:\/\/(.+)$/.exec(given)?.[1];
  if (part === undefined) return { id: given };
  const bytes = call.uploads.get(part);
  if (!bytes) throw noSuchFile();
  if (bytes.size === 0) throw badRequest('file must be non-empty');
  // From here on they belong to the file that is made of them, also when sending it fails.
  call.uploads.delete(part);
  return { bytes };
}

/** 400 for a file that is not there. */
export function noSuchFile() {
  return badRequest('wrong file identifier/HTTP URL specified');
}
