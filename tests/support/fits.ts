/** Tells whether a text (NFC) contains `what`, matches it, or with `whole` equals it. */
export function fits(text: string, what: string | RegExp, whole = false): boolean {
  const normal = text.normalize('NFC');
  if (what instanceof RegExp) return new RegExp(what, what.flags.replace(/[gy]/g, '')).test(normal);
  return whole ? normal === what.normalize('NFC') : normal.includes(what.normalize('NFC'));
}

/**
 * Returns the end of the paragraph in which a text, from the offset `from` on, first contains
 * `what`; undefined when it does not. One message may say several things, a paragraph each, and a
 * script sees them one after the other.
 */
export function endOfFit(text: string, what: string | RegExp, from = 0): number | undefined {
  const rest = text.normalize('NFC').slice(from);
  const at =
    what instanceof RegExp
      ? rest.search(new RegExp(what, what.flags.replace(/[gy]/g, '')))
      : rest.indexOf(what.normalize('NFC'));
  if (at < 0) return undefined;
  const end = rest.indexOf('\n\n', at);
  return end < 0 ? Number.POSITIVE_INFINITY : from + end;
}
