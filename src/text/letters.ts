/** Counts in letters, as the columns of a spreadsheet do: 1 → A, 26 → Z, 27 → AA. */
export function lettersOf(number: number): string {
  let left = number;
  let letters = '';
  while (left > 0) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
    left = Math.floor((left - 1) / 26);
  }
  return letters;
}

/** Makes the first letter of a Vietnamese text a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

/** Makes the first letter of a Vietnamese text a small one, for the middle of a sentence. */
export function decapitalise(text: string): string {
  return text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);
}
