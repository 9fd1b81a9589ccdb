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
 * Why a file cannot be attached. `broken`: nobody can open it, or it unpacks to more than any
 * document holds.
 */
export type FileFault = 'type' | 'password' | 'macros' | 'broken';

/**
 * What the content of a file says: its kind, or why it is refused. `instead`: the kind to save it
 * as.
 */
export type FileVerdict =
  | { ok: true; extension: AcceptedExtension }
  | { ok: false; why: FileFault; instead?: 'docx' | 'xlsx' };

/** Says that a file is of an accepted kind. */
export function accepted(extension: AcceptedExtension): FileVerdict {
  return { ok: true, extension };
}

/** Says that a file is refused, and as what it may come again. */
export function refused(why: FileFault, instead?: 'docx' | 'xlsx'): FileVerdict {
  return { ok: false, why, ...(instead && { instead }) };
}
