import { randomInt } from 'node:crypto';

/** No 0/O, 1/I/L: codes are read aloud over the phone. 30 characters, 8 places: 6.5 × 10¹¹ codes. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ'.slice(0, 30);

/** A fresh invitation code as it is stored: eight characters. */
export function newCode(): string {
  return Array.from({ length: 8 }, () => alphabet[randomInt(alphabet.length)]).join('');
}

/** A code as people see it: `K7Q2-9M4D`. */
export function showCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** The code in what somebody typed ("k7q2 9m4d", "K7Q2-9M4D."); undefined when the text is not one code. */
export function readCode(text: string): string | undefined {
  const match = text.trim().match(/^([A-Za-z0-9]{4})[\s–—-]?([A-Za-z0-9]{4})[.,]?$/);
  return match ? `${match[1]}${match[2]}`.toUpperCase() : undefined;
}
