import { isPlainLatin } from './plain-latin.ts';

/**
 * Signs that keyboards, Word and Excel write in many ways. An *apostrophe* stands within names of
 * the highlands (H’Neng), a *dash* within dates, phones and codes.
 */

/** Lists signs of an apostrophe: ASCII, curly, of letters (U+02BC), prime, accent alone. */
export const apostrophes = "'‘’‛ʹʻʼʽˈˊˋ′‵`´＇ꞌ";

/** Lists quotation marks, straight or curly, and accents typed alone in their place. */
export const quotes = '"\'“”„‟«»‹›‘’‚‛`´';

/** Finds every dash: hyphens (U+2010, U+2011), en dash, em dash, minus, those of East Asia. */
export const dashes = /[\p{Pd}\u2212\u2043]/gu;

/**
 * Finds invisible characters: marks of direction and width, joiners, soft hyphens, fillers
 * (U+3164), variation selectors. Phones and copying from Word add them.
 */
export const unseen = /[\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

const pictograph = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|[\\ufe0e\\ufe0f])?';
/**
 * An emoji as one picture: several that a joiner makes one (a family), with a tone of skin or a
 * variation selector; a digit in a box; the flag of a region.
 */
const picture = `\\u{1f3f4}[\\u{e0020}-\\u{e007e}]+\\u{e007f}|[0-9#*]\\ufe0f\\u20e3|${pictograph}(?:\\u200d${pictograph})*`;

/** Finds emoji, each with its invisible parts; also a part that stands alone. */
export const emojis = new RegExp(
  `${picture}|[\\p{Regional_Indicator}\\p{Emoji_Modifier}\\u20e3\\ufe0f]`,
  'gu',
);

const pictureOrUnseen = new RegExp(`(${picture})|${unseen.source}`, 'gu');

/**
 * Removes the invisible characters of a text but those that hold an emoji together. 👨‍👩‍👧 stays
 * one picture; a joiner in a word or at its end goes.
 */
export function removeUnseen(text: string): string {
  return isPlainLatin(text) ? text : text.replace(pictureOrUnseen, (_, kept?: string) => kept ?? '');
}
