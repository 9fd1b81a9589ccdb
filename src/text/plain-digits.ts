/**
 * Writes digits of any script in ASCII, and spaced digits as one number. Any dash becomes a hyphen,
 * any dot between digits a full stop: "0 6 4 0 8 2 …" as it is dictated.
 */
export function plainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/(?![0-9])\p{Nd}/gu, (digit) => String(digitValue(digit)))
    .replaceAll(/[\p{Pd}\u2212]/gu, '-')
    .replaceAll(/(?<=\d)[,·‧∙](?=\d)/g, '.')
    .replaceAll(/(?<!\d)\d(?:([ .-])\d)(?:\1\d){7,10}(?!\1?\d)/g, (spaced) => spaced.replaceAll(/\D/g, ''));
}

/** Digits of a script stand in a row, from 0 to 9. */
function digitValue(digit: string): number {
  const at = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(at - value - 1))) value += 1;
  return value;
}

/**
 * Reads letters typed for digits next to digits: O for 0, and l or I for 1 before a digit.
 * "5/8/2O21" is 5/8/2021; "12 ông" and "5l" stay.
 */
export function digitsForLetters(text: string): string {
  return text
    .replaceAll(/(?<!\p{L})[oO]+(?=\d)|(?<=\d)[oO]+(?!\p{L})/gu, (letters) => '0'.repeat(letters.length))
    .replaceAll(/(?<!\p{L})[lI](?=\d)/gu, '1');
}
