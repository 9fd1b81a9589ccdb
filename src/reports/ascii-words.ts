import { withoutAccents } from '../text/without-accents.ts';

/**
 * Returns the plain ASCII letters and digits of a Vietnamese text, words joined by `-`: `Xã H'Neng`
 * → `Xa-H-Neng`.
 */
export function toAsciiWords(text: string): string {
  return withoutAccents(text)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
