import { randomInt } from 'node:crypto';
import { readingsOf } from '../text/courtesy.ts';
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

/** Tells whether eight characters are such as every code has: no 0, 1, I, L, O, and a digit. */
export function hasCodeLetters(code: string): boolean {
  return looksLikeCode(code) && [...code].every((letter) => alphabet.includes(letter));
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
    .replace(/^["'“”‘’«»(\s]+/, '')
    .replace(/(?<!["'“”‘’«»).,;\s])["'“”‘’«»).,;\s]+$/, '');
  const letters = typed.replace(/[\s‐‑‒–—−_.-]+/g, '');
  // At most one gap inside a group can come from a code read aloud; words are further apart.
  return /^[A-Za-z0-9]{8}$/.test(letters) && typed.length <= 16 ? letters.toUpperCase() : undefined;
}

const group = '[2-9A-HJKMNP-Y]{4}';
const sign = ' ?[-‐‑‒–—−_.] ?';
const outside = { before: '(?<![\\p{L}\\p{N}-])', after: '(?![\\p{L}\\p{N}]|-[\\p{L}\\p{N}])' };

/**
 * A code among other words. With a space in the middle only in capitals, or behind the word for it:
 * "nhap 2345" is no code, "mã của tôi là k7q2 9m4d" has one.
 */
const amongWords = [
  new RegExp(
    `(?<!\\p{L})(?:mã|ma|code)(?!\\p{L})(?:[\\s:]+[\\p{L}]+){0,5}?[\\s:“"'(]+(${group}(?:${sign}| )?${group})${outside.after}`,
    'giu',
  ),
  new RegExp(`${outside.before}(${group}(?:${sign})?${group})${outside.after}`, 'giu'),
  new RegExp(`${outside.before}(${group} ${group})${outside.after}`, 'gu'),
];

/**
 * Finds the code in a message, alone or inside a sentence, a link or a forwarded invitation. Of
 * several it returns the first. Among words only letters that codes have
 * make a code.
 */
export function findCode(text: string): string | undefined {
  const alone = readingsOf(text).flatMap((reading) => readCode(reading) ?? []);
  if (alone[0]) return alone[0];
  const line = oneLine(text).replaceAll(/%2d/gi, '-');
  return amongWords
    .flatMap((pattern) => [...line.matchAll(pattern)].flatMap(([, code]) => code ?? []))
    .map((found) => found.replace(/[^A-Za-z0-9]/g, '').toUpperCase())
    .find(looksLikeCode);
}
