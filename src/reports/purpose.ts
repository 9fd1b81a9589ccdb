import { fold } from '../text/fold.ts';

const listPhrases = (...lines: string[]) =>
  lines.flatMap((line) => line.split('|')).map((phrase) => phrase.split(' '));

const begins = listPhrases('de|phuc vu|chuan bi|cho|gui|trinh|kip|gap|ngay|som|luon|khan cap|nhanh|day du');
const goesOn = [
  ...begins,
  ...listPhrases(
    'anh|chi|em|toi|chu|co|bac|minh|lanh dao|pho chu tich|chu tich|thuong truc|truong phong|cap tren|hop|giao ban',
    'di|du|bi|vu|trinh|ky|duyet|in|bao cao|nop|xem|phuc vu|chuan bi|doc|nghien cuu',
    'ubnd|ubnd huyen|ubnd tinh|uy ban|uy ban huyen|huyen uy|tinh uy|so noi vu|huyen|tinh',
    'sang|chieu|toi|trua|mai|nay|tuan toi|dau gio|cuoi ngay|gap|ngay|som|kip|luon|khan cap|khan truong|va',
  ),
];

/**
 * Takes off what a report is for: "để chiều anh đi họp", "trình chủ tịch", "gấp". Each word is
 * looked at once, from the end: a pattern would try every way to split a long line.
 */
export function withoutPurpose(words: string[]): string[] {
  const folded = words.map(fold);
  /** Whether the words from there to the end are nothing but phrases. */
  const said = new Array<boolean>(words.length).fill(false);
  said.push(true);
  const leads = (phrases: string[][], at: number) =>
    phrases.some(
      (phrase) => phrase.every((word, i) => folded[at + i] === word) && said[at + phrase.length] === true,
    );
  let from = words.length;
  for (let at = words.length - 1; at >= 0; at--) {
    said[at] = leads(goesOn, at);
    if (leads(begins, at)) from = at;
  }
  return words.slice(0, from);
}
