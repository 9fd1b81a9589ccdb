/**
 * Abbreviates a body's name to the capitals of its words, as the signs of documents do: `Phòng Nội
 * vụ` → `PNV`. *Ủy ban nhân dân* is `UBND`.
 */
export function abbreviateBody(name: string): string {
  const words = name.normalize('NFC').split(/[^\p{L}]+/u);
  return words
    .map((word) => word.charAt(0).toLocaleUpperCase('vi').replace('Ủ', 'U').replace('Ý', 'Y'))
    .join('');
}
