/** Letters of other keyboards and of ready-made fonts: full-width, bold, ligatures. */
const dressed = /[\uff01-\uff5e\ufb00-\ufb06\u{1d400}-\u{1d7ff}]/gu;

/**
 * Takes the accents off a text and keeps the case: "Đăng ký" becomes "Dang ky". The letters that
 * look like Đ on other keyboards (Ð, Ɖ) count as Đ; full-width letters, letters of fonts (𝐁) and
 * ligatures count as the plain ones.
 */
export function withoutAccents(text: string): string {
  return text
    .replace(dressed, (letter) => letter.normalize('NFKC'))
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đðɖ]/g, 'd')
    .replace(/[ĐÐƉ]/g, 'D');
}
