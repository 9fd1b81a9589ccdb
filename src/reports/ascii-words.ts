/** Plain ASCII letters and digits of a Vietnamese text, words parted by `-`: `Xã H'Neng` → `Xa-H-Neng`. */
export function asciiWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/đ/g, 'd')
    .replace(/Đ/g, 'D')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
