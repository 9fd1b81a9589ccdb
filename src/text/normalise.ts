// Phones and copying from Word bring zero-width marks, direction marks and soft hyphens along;
// nobody sees them.
const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const controls = /[^\P{Cc}\n]/gu;

/**
 * A typed text as the house keeps it: NFC, full-width letters and digits as ordinary ones, without
 * control and zero-width characters, lines without spaces at their ends, at most one empty line in
 * a row, nothing around it.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[^\S\n]/g, ' ')
    .replace(controls, '')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** As `normalise`, on one line with single spaces. */
export function oneLine(text: string): string {
  return normalise(text).replace(/\s+/g, ' ');
}

const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

/** Length as a person counts it: characters with their accents, an emoji as one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of graphemes.segment(text)) length++;
  return length;
}

/**
 * Letters of the highlands carry up to three marks; what needs more room than that is no text that
 * anybody reads.
 */
const mostUnitsPerCharacter = 3;

/**
 * Whether a text has `min` to `max` characters as a person counts them, and no more room than such
 * characters need.
 */
export function fitsLength(text: string, { min, max }: { min: number; max: number }): boolean {
  const length = lengthOf(text);
  return length >= min && length <= max && text.length <= mostUnitsPerCharacter * max;
}
