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

/** "Một trăm hai" is 120 to some and 102 to others: it stays, as "hai trăm nghìn" does. */
const hundreds = new RegExp(
  `(?<![\\p{L}\\d]|\\d )(${unit}) trăm(?: (?:(?:linh|lẻ) (${unit})|(rưỡi)|(?:(${unit}) )?(mười|mươi)(?: (${unit}))?))?` +
    `(?![\\p{L}\\d]| ?\\d| (?:${unit}|linh|lẻ|rưỡi|mười|mươi|mấy|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\\p{L}))`,
  'giu',
);

/**
 * Rewrites spoken numbers (from dictation) below a thousand in digits: "một và ba" is "1 và 3".
 * Below ten only with their accents: "nam" and "ba" without them are other words too.
 */
export function replaceNumberWords(text: string): string {
  const withHundreds = text
    .normalize('NFC')
    .replace(hundreds, (said, first, ones, half, tens, ten, after) => {
      const of = (word: string | undefined) => digits[word?.toLowerCase() ?? ''] ?? 0;
      if (ten?.toLowerCase() === 'mươi' && tens === undefined) return said;
      const rest = half ? 50 : ten ? (tens === undefined ? 1 : of(tens)) * 10 + of(after) : of(ones);
      return String(of(first) * 100 + rest);
    });
  const withTens = withHundreds.replace(plainTens, (_said, tens?: string, ones?: string) => {
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
