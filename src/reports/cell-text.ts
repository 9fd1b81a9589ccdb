// Of the code points below a space XML 1.0 knows only tab, line feed and carriage return.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/g;
/** Longest text that a cell may hold. */
const longestCell = 32_767;

/**
 * Text as a cell can hold it: NFC, no characters that XML forbids, no half surrogates, line ends as
 * `\n`. `_x0041_`, which Excel would read as an escaped letter, is kept literal.
 */
export function cellText(text: string): string {
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
 * Whether Excel would take the text for a formula if somebody edited the cell: such cells are
 * marked as text.
 */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
