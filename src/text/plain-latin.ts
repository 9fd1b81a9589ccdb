/** Vietnamese and English as phones write them, with common signs: no combining marks or emoji. */
const plainLatin = /^[\n -~\u00a0-\u00ac\u00ae-\u024f\u1e00-\u1eff–—‘’“”…]*$/;

/**
 * Tells whether each UTF-16 unit of a text is a character by itself. Dividing a text into
 * characters costs a hundred times more than this look, and nearly no text needs it.
 */
export function isPlainLatin(text: string): boolean {
  return plainLatin.test(text);
}
