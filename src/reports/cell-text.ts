// Of the code points below a space XML 1.0 allows only tab, line feed and carriage return.
const unprintable = /[[[\p{Cc}&&\p{ASCII}]\uFFFE\uFFFF]--[\t\n\r]]/gv;
/** Maximum length of a cell's text. */
const longestCell = 32_767;

/**
 * Makes a text valid for a cell: NFC, no characters that XML forbids, no half surrogates, line ends
 * as `\n`. `_x0041_`, which Excel would read as an escaped letter, is kept literally.
 */
export function cleanCellText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(unprintable, '')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/^[ \t\n]+|[ \t\n]+$/g, '')
    .slice(0, longestCell)
    .toWellFormed();
}

/**
 * Tells whether Excel would read the text as a formula after an edit of the cell. Such cells are
 * marked as text.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
