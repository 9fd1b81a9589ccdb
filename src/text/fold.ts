import { withoutAccents } from './without-accents.ts';

/**
 * Folds a text for comparison without accents and case. Lower case, no accents (đ → d), single
 * spaces, no punctuation at the ends: "Đăng ký." and "dang ky" fold to the same.
 */
export function fold(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?…"'«»]+|[\s.,;:!?…"'«»]+$/g, '');
}
