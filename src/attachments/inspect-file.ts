import { inspectCompound, isCompound } from './inspect-compound.ts';
import { inspectOoxml } from './inspect-ooxml.ts';
import { findPdf, inspectPdf } from './inspect-pdf.ts';
import { inspectRtf, isRtf } from './inspect-rtf.ts';
import { buildAcceptance, buildRefusal, type FileVerdict } from './verdict.ts';
import { isZip } from './zip-parts.ts';

const photos = ['jpg', 'png', 'heic', 'webp'] as const;

/**
 * Recognises a file by its content, not its name, and refuses files that an official cannot or must
 * not open. Those have a password or a macro, also a hidden one. `name` decides only where the
 * content of an old Office file is not enough.
 */
export async function inspectFile(bytes: Uint8Array, name: string): Promise<FileVerdict> {
  if (isZip(bytes)) return inspectOoxml(bytes);
  if (isCompound(bytes)) return inspectCompound(bytes, name);
  if (isRtf(bytes)) return inspectRtf(bytes);
  const { fileTypeFromBuffer } = await import('file-type');
  const found = await fileTypeFromBuffer(bytes);
  const photo = photos.find((one) => one === found?.ext);
  if (photo) return buildAcceptance(photo);
  // Another kind of file may hold a PDF in its first kilobyte; it counts as that other kind.
  if (found && found.ext !== 'pdf') return buildRefusal('type');
  const pdf = findPdf(bytes);
  return pdf ? inspectPdf(pdf) : buildRefusal('type');
}
