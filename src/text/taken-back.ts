import { fold } from './fold.ts';

/** What people say before the words that replace the ones before them. */
const insteadWords =
  'à không phải|à mà thôi|à thôi|à không|ah không|ấy không|ý không|à nhầm|ấy nhầm|ý nhầm|ơ nhầm|nói nhầm|gõ nhầm|viết nhầm|em nhầm|anh nhầm|chị nhầm|nhầm|nhầm rồi|xin lỗi|à quên|ý em là|ý anh là|ý chị là|ý tôi là|ý là|lộn rồi|nhầm rồi|lộn|à lộn|i mean|no wait|sorry';
const phrases = insteadWords
  .split('|')
  .map((phrase) => phrase.split(' ').map(fold))
  .sort((a, b) => b.length - a.length);

/** Parts that a later part of the same kind replaces; each is matched with folded words. */
const aspects: Record<string, RegExp> = {
  day: /(?:(?:tinh |den |toi |het |ngay )*\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?)/,
  until:
    /(?:(?:(?:tinh|den|toi|het|cuoi) )+(?:hom nay|hom qua|nay|(?:quy|thang|tuan|nam) (?:[1-4]|i{1,3}|iv|nay|ngoai|truoc|\d{1,4})(?: nam \d{4})?))(?!\S)/,
  time: /(?:(?<!\d)\d{1,2} ?(?:thang|t) (?:dau|cuoi) nam(?: (?:nay|ngoai|truoc|\d{4}))?|nam (?:nay|ngoai|truoc|\d{4})|quy (?:[1-4]|i{1,3}|iv|nay|truoc)(?: nam \d{4})?|thang (?:\d{1,2}|nay|truoc)(?: nam \d{4})?|(?<!\S)(?:19|20)\d{2}(?!\S)|(?:this|last) year)/,
  place:
    /(?:(?:cua |o |cho )?(?:xa|thi tran|phuong|phong|hoi|ban|trung tam|truong|cong an)(?: (?!nam |thang |quy |ngay |tinh |den |toi |den |\d)\S+){1,3})/,
  report:
    /(?:bang )?(?:tong hop(?: theo don vi)?|danh sach(?: chi tiet)?|tien do(?: nop)?|ket qua(?: nam)?|(?:theo )?linh vuc|don doc|tuyen truyen|khen thuong|hoi nghi|bieu do|cong van)/,
};

/**
 * Takes back what a person corrects in the same sentence. "Tổng hợp năm ngoái à không năm nay cơ"
 * is "tổng hợp năm nay cơ", "không phải tổng hợp, danh sách cơ" is "danh sách cơ".
 */
export function withoutTakenBack(text: string): string {
  const words = text.trim().split(/\s+/);
  const folded = words.map(fold);
  return (
    notThat(words, folded) ??
    ratherThan(words, folded) ??
    withoutSpared(words, folded) ??
    corrected(words, folded) ??
    text
  );
}

/** "Không phải tổng hợp, danh sách cơ": what comes after the comma, or after "mà". */
function notThat(words: string[], folded: string[]): string | undefined {
  const at = folded.findIndex((word) => !lead.has(word));
  const length =
    folded[at] === 'not' ? 1 : negations.has(folded[at] ?? '') && folded[at + 1] === 'phai' ? 2 : 0;
  if (length === 0) return undefined;
  for (let end = at + length; end < Math.min(words.length - 1, at + length + longestPart); end++) {
    const joins = /^(?:ma|but)$/.test(folded[end + 1] ?? '') && end + 2 < words.length;
    if (!joins && !endsPart(words[end])) continue;
    const rest = words.slice(joins ? end + 2 : end + 1);
    return (fold(rest[0] ?? '') === 'la' && rest.length > 1 ? rest.slice(1) : rest).join(' ');
  }
  return undefined;
}

/** "Tiến độ xã Glar chứ không phải Hà Bầu": what stands before. */
function ratherThan(words: string[], folded: string[]): string | undefined {
  const at = folded.findIndex(
    (word, i) => i > 0 && word === 'chu' && negations.has(folded[i + 1] ?? '') && folded[i + 2] === 'phai',
  );
  return at > 0 && at + 3 < words.length ? words.slice(0, at).join(' ').replace(/[,;]$/, '') : undefined;
}

/** "Danh sách tập thể thôi, cá nhân không cần": the last part is left out. */
function withoutSpared(words: string[], folded: string[]): string | undefined {
  let end = words.length;
  while (end > 0 && /^(?:dau|nhe|a|em|nha)$/.test(folded[end - 1] ?? '')) end--;
  if (!/^(?:can|lay)$/.test(folded[end - 1] ?? '') || !/^(?:khong|ko|khoi)$/.test(folded[end - 2] ?? ''))
    return undefined;
  const last = folded[end - 3] === 'thi' ? end - 3 : end - 2;
  const from = words.slice(0, last - 1).findLastIndex(endsPart) + 1;
  if (from === 0 || last - from > longestSpared || last === from) return undefined;
  return [...words.slice(0, from), 'không lấy', ...words.slice(from, last)].join(' ');
}

const lead = new Set(['da', 'a', 'o', 'em', 'oi', 'y']);
const negations = new Set(['khong', 'ko', 'k']);
/** In words. */
const longestPart = 10;
const longestSpared = 4;

function endsPart(word: string | undefined): boolean {
  return /[,;.]$/.test(word ?? '');
}

/** "Năm ngoái à không năm nay": the later words replace those of their kind. */
function corrected(words: string[], folded: string[]): string | undefined {
  for (let at = words.length - 2; at >= 0; at--) {
    const phrase = phrases.find((one) => one.every((word, i) => folded[at + i] === word));
    if (!phrase) continue;
    const before = words.slice(0, /^(?:a|ah|o|oi|y|no)$/.test(folded[at - 1] ?? '') ? at - 1 : at);
    const after = words.slice(at + phrase.length).filter((word) => fold(word) !== '');
    // "Xin lỗi" at the beginning is courtesy.
    if (after.length === 0 || (at === 0 && /^(?:xin loi|sorry)$/.test(phrase.join(' ')))) continue;
    return [...without(before, after), ...after].join(' ');
  }
  return undefined;
}

/** The words before, without the parts that the words after replace. */
function without(before: string[], after: string[]): string[] {
  const later = after.map(fold).join(' ');
  let kept = before.map((word) => word.replace(/(?<![,;.])[,;.]+$/, '')).filter((word) => word !== '');
  for (const pattern of Object.values(aspects)) {
    if (!pattern.test(later)) continue;
    const line = kept.map(fold).join(' ');
    const found = pattern.exec(line);
    if (!found) continue;
    const from = line.slice(0, found.index).split(' ').filter(Boolean).length;
    const length = found[0].trim().split(' ').length;
    kept = kept.toSpliced(from, length);
  }
  return kept;
}
