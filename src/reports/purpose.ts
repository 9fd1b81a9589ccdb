import { fold } from '../text/fold.ts';

const who =
  'anh|chi|em|toi|chu|co|bac|minh|lanh dao|pho chu tich|chu tich|thuong truc|truong phong|cap tren|hop|giao ban';
const what = 'di|du|bi|vu|trinh|ky|duyet|in|bao cao|nop|xem|phuc vu|chuan bi|doc|nghien cuu';
const when =
  'sang|chieu|toi|trua|mai|nay|tuan toi|dau gio|cuoi ngay|gap|ngay|som|kip|luon|khan cap|khan truong|va';
const begins = 'de|phuc vu|chuan bi|cho|gui|trinh|kip|gap|ngay|som|luon|khan cap|nhanh|day du';
const purpose = new RegExp(`(?:^| )(?:${begins})(?: (?:${begins}|${who}|${what}|${when}))*$`);

/** Takes off what a report is for: "để chiều anh đi họp", "trình chủ tịch", "gấp". */
export function withoutPurpose(words: string[]): string[] {
  const folded = words.map(fold).join(' ');
  const found = purpose.exec(folded);
  if (!found) return words;
  const kept = folded.slice(0, found.index).trim();
  return kept === '' ? [] : words.slice(0, kept.split(' ').length);
}
