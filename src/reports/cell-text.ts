import { cleanPrintedText } from './document/printed-text.ts';

/** Maximum length of a cell's text. */
const longestCell = 32_767;

/** Letters, digits and signs of most texts, which need no cleaning. No blank at either end. */
const plain = /^(?! )[ -~\u00A1-\u00AC\u00AE-\u0233\u1EA0-\u1EF9\u2013\u2014\u2018-\u201D\u2026]*(?<! )$/;

/**
 * Makes a text valid and readable in a cell, as `cleanPrintedText` does, without blanks and empty
 * lines at its ends.
 */
export function cleanCellText(text: string): string {
  return plain.test(text) ? text : cleanPrintedText(text).replace(/^[ \t\n]+|(?<![ \t\n])[ \t\n]+$/g, '');
}

/**
 * Writes a text as a cell stores it. `_x0041_`, which Excel would read as an escaped letter, keeps
 * its letters; what is longer than a cell is cut, between letters.
 */
export function writeCellText(text: string): string {
  let clean = cleanCellText(text);
  if (clean.length > longestCell) clean = clean.slice(0, longestCell).replace(/[\uD800-\uDBFF]$/, '');
  return clean.includes('_x') ? clean.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : clean;
}

/**
 * Tells whether Excel would read the text as a formula after an edit of the cell. Such cells are
 * marked as text.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
