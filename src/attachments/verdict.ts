/**
 * Kinds of files that may be attached, by their endings: photos, PDF, Word and Excel, old and new.
 */
export type AcceptedExtension =
  | 'jpg'
  | 'png'
  | 'heic'
  | 'webp'
  | 'pdf'
  | 'rtf'
  | 'doc'
  | 'xls'
  | 'docx'
  | 'xlsx';

/**
 * Why a file cannot be attached. `broken`: it cannot be opened, or unpacks to more than any
 * document holds.
 */
export type FileFault = 'type' | 'password' | 'macros' | 'broken';

/**
 * The verdict on a file's content: its kind, or why it is refused. `instead`: the kind to save it
 * as.
 */
export type FileVerdict =
  | { ok: true; extension: AcceptedExtension }
  | { ok: false; why: FileFault; instead?: 'docx' | 'xlsx' };

/** Builds the verdict for a file of an accepted kind. */
export function buildAcceptance(extension: AcceptedExtension): FileVerdict {
  return { ok: true, extension };
}

/** Builds the verdict for a refused file, with the kind to save it as. */
export function buildRefusal(why: FileFault, instead?: 'docx' | 'xlsx'): FileVerdict {
  return { ok: false, why, ...(instead && { instead }) };
}
