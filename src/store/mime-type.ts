import { extname } from 'node:path';
import mime from 'mime';

const bytes = 'application/octet-stream';

/**
 * Endings whose files are handed out under their own type. Any other file is handed out as bytes,
 * so that no browser runs it: a page, a drawing with scripts.
 */
const endings = new Set(
  'pdf doc docx xls xlsx jpg jpeg png gif webp heic heif rtf csv txt zip'.split(' ').map((one) => `.${one}`),
);

/** Tells the MIME type of a file by the ending of its name. */
export function mimeTypeOf(name: string): string {
  const ending = extname(name).toLowerCase();
  return (endings.has(ending) && mime.getType(ending)) || bytes;
}
