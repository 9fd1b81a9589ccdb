import { removeUnseen } from '../../text/signs.ts';

// XML 1.0 allows of the control characters only tab, line feed and carriage return.
const unprintable = /[^\P{Cc}\t\n]|[\uFFFE\uFFFF]/gu;
/**
 * Makes any text valid and readable in a document. NFC, line ends as `\n`, no control characters,
 * no marks of direction, no half surrogates.
 */
export function cleanPrintedText(text: string): string {
  return removeUnseen(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(unprintable, '')
    .toWellFormed()
    .normalize('NFC');
}

/** Splits a text into its lines, cleaned; empty lines are left out. At least one line remains. */
export function splitPrintedLines(text: string): string[] {
  const lines = cleanPrintedText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.length > 0 ? lines : [''];
}

/** Writes a text in Vietnamese capitals. */
export function capitaliseAll(text: string): string {
  return cleanPrintedText(text).toLocaleUpperCase('vi');
}
