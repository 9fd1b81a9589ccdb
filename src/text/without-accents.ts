/**
 * Removes the accents of a text and keeps the case: "Đăng ký" becomes "Dang ky". Letters that look
 * like Đ on other keyboards (Ð, Ɖ) count as Đ. `form`: NFKD also splits ligatures and full-width
 * letters.
 */
export function withoutAccents(text: string, form: 'NFD' | 'NFKD' = 'NFD'): string {
  return text.normalize(form).replace(/\p{M}/gu, '').replace(/[đðɖ]/g, 'd').replace(/[ĐÐƉ]/g, 'D');
}
