import { buffer } from 'node:stream/consumers';
import { DomainError } from '../errors.ts';
import { FileMissing, type FileStore } from '../store/files.ts';
import { heicToJpeg } from './heic-to-jpeg.ts';

/** A stored file in the form that people can look at. */
export interface ShownContent {
  bytes: Uint8Array;
  /** The file ending of the content. */
  extension: string;
}

/**
 * Reads a stored file for display. Office computers cannot open HEIC, so such a photo is returned
 * as a JPEG, made at the first request and stored next to it; the photo itself stays unchanged. A
 * damaged one is returned unchanged. Throws `FileMissing`.
 */
export async function shownContent(files: FileStore, storageKey: string): Promise<ShownContent> {
  const extension = storageKey.split('.').at(-1) ?? '';
  if (extension !== 'heic') return { bytes: await buffer(await files.get(storageKey)), extension };
  const jpegKey = jpegKeyOf(storageKey);
  const kept = await readIfThere(files, jpegKey);
  if (kept) return { bytes: kept, extension: 'jpg' };
  const bytes = await buffer(await files.get(storageKey));
  const jpeg = await heicToJpeg(bytes);
  if (!jpeg) return { bytes, extension };
  await files.put(jpegKey, jpeg).catch((error: unknown) => {
    // A full disk does not prevent a look: the JPEG is made again next time.
    if (!(error instanceof DomainError)) throw error;
  });
  return { bytes: jpeg, extension: 'jpg' };
}

/** Returns the key of a HEIC photo's JPEG, which must be removed together with the photo. */
export function jpegKeyOf(storageKey: string): string {
  return `${storageKey}.jpg`;
}

async function readIfThere(files: FileStore, key: string): Promise<Uint8Array | undefined> {
  try {
    return await buffer(await files.get(key));
  } catch (error) {
    if (error instanceof FileMissing) return undefined;
    throw error;
  }
}

/** Returns the key of the HEIC file whose JPEG has this key; the key itself of any other file. */
export function originalKeyOf(key: string): string {
  return key.endsWith('.heic.jpg') ? key.slice(0, -'.jpg'.length) : key;
}
