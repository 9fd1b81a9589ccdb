import { randomInt } from 'node:crypto';
import { oneLine } from '../text/normalise.ts';

/**
 * No 0/O, 1/I/L: codes are read aloud over the phone. 30 characters, 8 places: 6.5 × 10¹¹ codes.
 */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.slice(0, 30);

/**
 * Creates an invitation code in its stored form: eight characters, both letters and digits, unlike
 * any word or number.
 */
export function createCode(): string {
  for (;;) {
    const code = Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
    if (looksLikeCode(code)) return code;
  }
}

/** Tells whether eight characters can be a code rather than a word or a number. */
export function looksLikeCode(code: string): boolean {
  return /\d/.test(code) && /[A-Z]/.test(code);
}

/** Tells whether a text has the form of a code, `XXXX-XXXX`, with any letters. */
export function isWrittenAsCode(text: string): boolean {
  return (
    readCode(text) !== undefined &&
    /(?<![A-Za-z0-9])[A-Za-z0-9]{4} ?[-‐‑‒–—−] ?[A-Za-z0-9]{4}(?![A-Za-z0-9])/.test(oneLine(text))
  );
}

/** Formats a code as people see it: `K7Q2-9M4D`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * Reads a typed or copied code: "k7q2 9m4d", "K7Q2 – 9M4D.", "Mã mời: K7Q29M4D", "/start
 * K7Q2-9M4D". Undefined when the text is not one code.
 */
export function readCode(text: string): string | undefined {
  const typed = oneLine(text)
    .replace(/^\/start\s+/i, '')
    .replace(/^(?:mã|ma|code)(?:\s+(?:mời|moi))?(?:\s+(?:là|la))?[\s:]+/i, '')
    .replace(/^["'“”‘’«»(\s]+|["'“”‘’«»).,;\s]+$/g, '');
  const letters = typed.replace(/[\s‐‑‒–—−_.-]+/g, '');
  // At most one gap inside a group can come from a code read aloud; words are further apart.
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
 * Finds the code in a message: alone as `readCode` reads it, or inside a sentence or a forwarded
 * invitation. Of several it returns the first. Among words only letters that codes have make a
 * code.
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
