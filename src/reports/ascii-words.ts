import { withoutAccents } from '../text/without-accents.ts';

/**
 * Plain ASCII letters and digits of a Vietnamese text, words parted by `-`: `Xã H'Neng` →
 * `Xa-H-Neng`.
 */
export function asciiWords(text: string): string {
  return withoutAccents(text)
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
