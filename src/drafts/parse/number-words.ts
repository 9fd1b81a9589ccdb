const digits: Record<string, number> = {
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
const unit = Object.keys(digits).join('|');
// Not within a word, and never next to digits: "năm 2021" is a year, "tháng tám" a month.
const number = new RegExp(
  `(?<![\\p{L}\\d]|\\d |tháng )(?:(?:(${unit}) )?(mười|mươi)(?: (${unit}))?|(${unit}))(?![\\p{L}\\d]| ?\\d)`,
  'giu',
);

const plain: Record<string, number> = {
  ...{ mot: 1, hai: 2, ba: 3, bon: 4, tu: 4, nam: 5, lam: 5, nham: 5, sau: 6, bay: 7, tam: 8, chin: 9 },
};
const plainUnit = Object.keys(plain).join('|');
const plainTens = new RegExp(
  `(?<![\\p{L}\\d]|\\d |thang )(?:(${plainUnit}) )?muoi(?: (${plainUnit}))?(?![\\p{L}\\d]| ?\\d)`,
  'giu',
);

/**
 * Rewrites spoken numbers from one to ninety-nine (from dictation) in digits: "một và ba" is "1 và
 * 3". Below ten only with their accents: "nam" and "ba" without them are other words too.
 */
export function replaceNumberWords(text: string): string {
  const withTens = text.normalize('NFC').replace(plainTens, (_said, tens?: string, ones?: string) => {
    const of = (word: string | undefined) => plain[word?.toLowerCase() ?? ''] ?? 0;
    return String((tens === undefined ? 1 : of(tens)) * 10 + of(ones));
  });
  return withTens.replace(number, (said, tens, ten, ones, alone) => {
    const of = (word: string | undefined) => digits[word?.toLowerCase() ?? ''] ?? 0;
    if (alone !== undefined) return String(of(alone));
    // "mươi" alone is not ten.
    if (ten.toLowerCase() === 'mươi' && tens === undefined) return said;
    return String((tens === undefined ? 1 : of(tens)) * 10 + of(ones));
  });
}
