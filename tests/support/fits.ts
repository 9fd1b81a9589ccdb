/** Whether a text, as people compare texts (NFC), holds `what`, matches it, or with `whole` is it. */
export function fits(text: string, what: string | RegExp, whole = false): boolean {
  const normal = text.normalize('NFC');
  if (what instanceof RegExp) return new RegExp(what, what.flags.replace(/[gy]/g, '')).test(normal);
  return whole ? normal === what.normalize('NFC') : normal.includes(what.normalize('NFC'));
}
