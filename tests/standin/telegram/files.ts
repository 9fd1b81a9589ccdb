import { createHash } from 'node:crypto';
import type { Upload } from './read-params.ts';
import { badRequest, violation } from './refusal.ts';

/** A file on the stand-in, sent by the bot or by a person. */
export interface StoredFile {
  fileId: string;
  uniqueId: string;
  kind: 'document' | 'photo';
  name: string;
  mimeType: string;
  bytes: Uint8Array;
  /** Where it is under `/file/bot<token>/`. */
  path: string;
}

/** Bots download files of up to 20 MB. */
const downloadLimit = 20 * 1024 * 1024;

const mimeTypes: Record<string, string> = {
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  csv: 'text/csv',
  txt: 'text/plain',
};

export type FileStore = ReturnType<typeof createFileStore>;

/** The files of one stand-in; the same `file_id` always leads to the same bytes. */
export function createFileStore() {
  const files = new Map<string, StoredFile>();

  return {
    /** Stores a file. Throws a 400 for an empty one, and for a photo over 10 MB. */
    add(kind: StoredFile['kind'], { name, bytes }: Upload): StoredFile {
      if (bytes.length === 0) throw violation('file must be non-empty');
      if (kind === 'photo' && bytes.length > 10 * 1024 * 1024) {
        throw violation('file is too big for a photo; the maximum is 10 MB');
      }
      const serial = files.size + 1;
      const extension = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? 'bin';
      const photo = kind === 'photo';
      const file: StoredFile = {
        fileId: `${photo ? 'AgACAgUAAxk' : 'BQACAgUAAxk'}-${serial}_${'x'.repeat(40)}`,
        uniqueId: createHash('sha256').update(bytes).digest('base64url').slice(0, 15),
        kind,
        // Telegram gives photos names of its own.
        name: photo ? `file_${serial}.jpg` : name,
        mimeType: photo ? 'image/jpeg' : (mimeTypes[extension] ?? 'application/octet-stream'),
        bytes,
        path: photo ? `photos/file_${serial}.jpg` : `documents/file_${serial}.${extension}`,
      };
      files.set(file.fileId, file);
      return file;
    },

    /** The file of a `file_id`; throws a 400 for an unknown one. */
    get(fileId: string): StoredFile {
      const file = files.get(fileId);
      if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
      return file;
    },

    /** Like `get`, for a bot's download: throws a 400 above 20 MB. */
    downloadable(fileId: string): StoredFile {
      const file = this.get(fileId);
      if (file.bytes.length > downloadLimit) throw badRequest('file is too big');
      return file;
    },

    at(path: string): StoredFile | undefined {
      return [...files.values()].find((file) => file.path === path && file.bytes.length <= downloadLimit);
    },
  };
}
