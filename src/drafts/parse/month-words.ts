const months: Record<string, number> = {
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  bốn: 4,
  năm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  'mười một': 11,
  'mười hai': 12,
  // Without accents. "Sau" is left out: "tháng sau" is the next month.
  mot: 1,
  tu: 4,
  bon: 4,
  nam: 5,
  bay: 7,
  tam: 8,
  chin: 9,
  muoi: 10,
  'muoi mot': 11,
  'muoi hai': 12,
};
const words = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|');
const monthInWords = new RegExp(`(?<!\\p{L})(th[aá]ng\\s+)(${words})(?!\\p{L})`, 'giu');

/**
 * Writes the months of a text in digits: "tháng mười một" is "tháng 11". "Tháng sau" is the next
 * month, never June, which is "tháng sáu".
 */
export function monthsInDigits(text: string): string {
  return text
    .normalize('NFC')
    .replace(monthInWords, (said, word: string, month: string) =>
      month.toLowerCase() in months ? `${word}${months[month.toLowerCase()]}` : said,
    );
}
