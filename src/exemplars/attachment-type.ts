import { fileTypeFromBuffer } from 'file-type';

/** What may be attached: photos, PDF, Word and Excel, old and new. Extension by content → MIME type. */
const accepted: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  heic: 'image/heic',
  webp: 'image/webp',
  pdf: 'application/pdf',
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * The type of a file by its content; undefined when it is none of the accepted ones, whatever its name says.
 * Word and Excel of before 2007 share one container: there alone the name decides between the two.
 */
export async function attachmentType(
  bytes: Uint8Array,
  name: string,
): Promise<{ extension: string; mime: string } | undefined> {
  const found = await fileTypeFromBuffer(bytes);
  if (!found) return undefined;
  const extension =
    found.ext === 'cfb' ? (/\.xls$/i.test(name) ? 'xls' : /\.doc$/i.test(name) ? 'doc' : '') : found.ext;
  const mime = accepted[extension];
  return mime ? { extension, mime } : undefined;
}
