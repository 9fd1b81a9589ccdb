/**
 * A text as it is compared when accents and case do not matter: lower case, no accents (đ → d), single spaces, no
 * punctuation at the ends. "Đăng ký." and "dang ky" fold to the same.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^[\s.,;:!?…"'«»]+|[\s.,;:!?…"'«»]+$/g, '');
}
