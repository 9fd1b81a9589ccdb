import { buffer } from 'node:stream/consumers';
import { DomainError } from '../errors.ts';
import { FileMissing, type FileStore } from '../store/files.ts';
import { heicToJpeg } from './heic-to-jpeg.ts';

/** A stored file as people get to see it. */
export interface ShownContent {
  bytes: Uint8Array;
  /** The ending that the content has. */
  extension: string;
}

/**
 * Reads a stored file for people to look at. Office computers open no HEIC, so such a photo comes
 * as a JPEG, made when it is first asked for and kept beside it; the photo itself stays as it was
 * sent. A damaged one comes as it is. Throws `FileMissing`.
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
    // A full disk keeps nobody from looking: the JPEG is made again next time.
    if (!(error instanceof DomainError)) throw error;
  });
  return { bytes: jpeg, extension: 'jpg' };
}

/** Where the JPEG of a HEIC photo is kept; whoever removes the photo removes it too. */
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

/** Gives the key of the HEIC file whose JPEG has this key; the key itself of any other file. */
export function originalKeyOf(key: string): string {
  return key.endsWith('.heic.jpg') ? key.slice(0, -'.jpg'.length) : key;
}
