/** Converts a number to Roman numerals: 1 → I, 4 → IV. */
export function toRomanNumeral(number: number): string {
  const steps: [number, string][] = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = number;
  let numeral = '';
  for (const [value, letters] of steps) {
    while (left >= value) {
      numeral += letters;
      left -= value;
    }
  }
  return numeral;
}
