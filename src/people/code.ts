import { randomInt } from 'node:crypto';
import { oneLine } from '../text/normalise.ts';

/**
 * No 0/O, 1/I/L: codes are read aloud over the phone. 30 characters, 8 places: 6.5 × 10¹¹ codes.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.slice(0, 30);

/**
 * A fresh invitation code as it is stored: eight characters, letters and digits, so that no word or
 * number is one.
 */
export function newCode(): string {
  for (;;) {
    const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
    if (looksLikeCode(code)) return code;
  }
}

/** Whether eight characters can be a code rather than a word or a number. */
export function looksLikeCode(code: string): boolean {
  return /\d/.test(code) && /[A-Z]/.test(code);
}

/**
 * Whether a text is written as codes are, `XXXX-XXXX`, be its letters such as codes have or not.
 */
export function writtenAsCode(text: string): boolean {
  return (
    readCode(text) !== undefined &&
    /(?<![A-Za-z0-9])[A-Za-z0-9]{4} ?[-‐‑‒–—−] ?[A-Za-z0-9]{4}(?![A-Za-z0-9])/.test(oneLine(text))
  );
}

/** A code as people see it: `K7Q2-9M4D`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * The code in what somebody typed or copied: "k7q2 9m4d", "K7Q2 – 9M4D.", "Mã mời: K7Q29M4D",
 * "/start K7Q2-9M4D"; undefined when the text is not one code.
 */
export function readCode(text: string): string | undefined {
  const typed = oneLine(text)
    .replace(/^\/start\s+/i, '')
    .replace(/^(?:mã|ma|code)(?:\s+(?:mời|moi))?(?:\s+(?:là|la))?[\s:]+/i, '')
    .replace(/^["'“”‘’«»(\s]+|["'“”‘’«»).,;\s]+$/g, '');
  const letters = typed.replace(/[\s‐‑‒–—−_.-]+/g, '');
  // At most one gap inside a group would still be a code that was read aloud; words are longer
  // apart.
  return /^[A-Za-z0-9]{8}$/.test(letters) && typed.length <= 16 ? letters.toUpperCase() : undefined;
}

const group = '[2-9A-HJKMNP-Y]{4}';
const dash = ' ?[-‐‑‒–—−] ?';

/**
 * A code among other words. With a space in the middle only in capitals: "nhap 2345" is no code.
 */
const amongWords = [
  new RegExp(`(?<![\\p{L}\\p{N}-])${group}(?:${dash})?${group}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}-])${group} ${group}(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])`, 'gu'),
];

/**
 * Finds the code in a message: alone as `readCode` reads it, or wherever it stands in a sentence or
 * a forwarded invitation, the first when there are several. Among words only letters that codes
 * have make a code.
 */
export function findCode(text: string): string | undefined {
  const alone = readCode(text);
  if (alone) return alone;
  const line = oneLine(text);
  return amongWords
    .flatMap((pattern) => line.match(pattern) ?? [])
    .map((found) => found.replace(/[^A-Za-z0-9]/g, '').toUpperCase())
    .find(looksLikeCode);
}
