/**
 * Splits a message into answers: its lines, or the parts between semicolons of a single line.
 * Numbers and dashes that list them are removed. A message that is one answer is one part.
 */
export function splitAnswers(text: string): string[] {
  const lines = partsOf(text, /\r?\n/);
  const parts = lines.length > 1 ? lines : partsOf(text, /;/);
  const bare = parts.map((part) => part.replace(listMark, ''));
  return parts.every((part) => listMark.test(part)) && bare.every((part) => part !== '') ? bare : parts;
}

/** Splits a message at its commas. */
export function splitAtCommas(text: string): string[] {
  return partsOf(text, /,/);
}

const listMark = /^(?:[-–—•*+]|\d{1,2}[.)])\s+/;

function partsOf(text: string, separator: RegExp): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
