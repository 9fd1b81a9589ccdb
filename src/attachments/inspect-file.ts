import { fileTypeFromBuffer } from 'file-type';
import { inspectCompound, isCompound } from './inspect-compound.ts';
import { inspectOoxml } from './inspect-ooxml.ts';
import { findPdf, inspectPdf } from './inspect-pdf.ts';
import { inspectRtf, isRtf } from './inspect-rtf.ts';
import { accepted, type FileVerdict, refused } from './verdict.ts';
import { isZip } from './zip-parts.ts';

const photos = ['jpg', 'png', 'heic', 'webp'] as const;

/**
 * Says what a file is by its content, whatever its name claims, and refuses what an official cannot
 * or must not open: a password, a macro, however hidden. `name` decides only where the content of
 * an old Office file says nothing.
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<FileVerdict> {
  if (isZip(bytes)) return inspectOoxml(bytes);
  if (isCompound(bytes)) return inspectCompound(bytes, name);
  if (isRtf(bytes)) return inspectRtf(bytes);
  const found = await fileTypeFromBuffer(bytes);
  const photo = photos.find((one) => one === found?.ext);
  if (photo) return accepted(photo);
  // Another kind of file may hold a PDF in its first kilobyte; what it is, is that other kind.
  if (found && found.ext !== 'pdf') return refused('type');
  const pdf = findPdf(bytes);
  return pdf ? inspectPdf(pdf) : refused('type');
}
