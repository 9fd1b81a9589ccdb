import { extname } from 'node:path';
import type { KeptBytes, KeptFile } from '../../store/keep-bytes.ts';
import { buildBadRequest } from './api-error.ts';
import type { Call } from './call.ts';

/** Maximum size of a bot's download, in bytes. */
const downloadLimit = 20_000_000;

/** Describes a file as `getFile` does. 400 when it is missing or too big for a bot. */
export function describeFile(file: KeptFile | undefined) {
  if (!file) throw buildBadRequest('invalid file_id');
  if (file.size > downloadLimit) throw buildBadRequest('file is too big');
  return {
    file_id: file.id,
    file_unique_id: file.storageKey,
    file_size: file.size,
    file_path: `documents/${file.id}${extname(file.name)}`,
  };
}

/** Describes a file as a document of the Bot API. */
export function describeDocument(file: KeptFile) {
  return {
    file_id: file.id,
    file_unique_id: file.storageKey,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.size,
  };
}

/** Describes a picture as a photo of the Bot API. Its width and height are not known: 0. */
export function describePhoto(file: KeptFile) {
  return [{ file_id: file.id, file_unique_id: file.storageKey, width: 0, height: 0, file_size: file.size }];
}

/**
 * Reads which file a call sends. It is an upload in the call (`attach://part`), or the id of a file
 * that the bot has seen before. 400 when an upload is missing or empty.
 */
export function readUploadOrId(call: Call, given: string): { bytes: KeptBytes } | { id: string } {
  const part = /^attach:\/\/(.+)$/.exec(given)?.[1];
  if (part === undefined) return { id: given };
  const bytes = call.uploads.get(part);
  if (!bytes) throw buildNoSuchFile();
  if (bytes.size === 0) throw buildBadRequest('file must be non-empty');
  // From here on they belong to the file made of them, also when sending it fails.
  call.uploads.delete(part);
  return { bytes };
}

/** Builds error 400 for a missing file. */
export function buildNoSuchFile() {
  return buildBadRequest('wrong file identifier/HTTP URL specified');
}
