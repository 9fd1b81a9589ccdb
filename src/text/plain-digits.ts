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
