/** Full-width letters, letters of ready-made fonts, ligatures. */
const dressed = /[\uff01-\uff5e\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu;

/**
 * Removes the accents of a text and keeps the case: "Đăng ký" becomes "Dang ky". Letters that look
 * like Đ on other keyboards (Ð, Ɖ) count as Đ; full-width letters, letters of ready-made fonts (𝐁)
 * and ligatures count as plain ones.
 */
export function withoutAccents(text: string): string {
  return text
    .replace(dressed, (letter) => letter.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/[ĐÐƉ]/g, 'D');
}
