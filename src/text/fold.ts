import { withoutAccents } from './without-accents.ts';

/**
 * A text as it is compared when accents and case do not matter: lower case, no accents (đ → d),
 * single spaces, no punctuation at the ends. "Đăng ký." and "dang ky" fold to the same.
 */
export function fold(text: string): string {
  return withoutAccents(text)
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?…"'«»]+|[\s.,;:!?…"'«»]+$/g, '');
}
