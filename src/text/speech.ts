import { fold } from './fold.ts';
import { writeOutOfficeForms } from './office-short-forms.ts';
import { hasAllAccentsOrNone } from './other-accents.ts';
import { withDigits } from './spoken-numbers.ts';
import { withoutTakenBack } from './taken-back.ts';

/** A sentence as it is read: short forms written out, no punctuation, nothing taken back. */
export interface Speech {
  /** With the accents that were typed. */
  words: string[];
  /** The same words, folded, with single spaces. */
  folded: string;
}

/** Short forms of a chat that have one meaning between other words. */
const shortForms: Record<string, string> = {
  ...{ dc: 'được', ko: 'không', k: 'không', kg: 'không', khg: 'không', hok: 'không', hong: 'không' },
  ...{ r: 'rồi', z: 'vậy', vs: 'với', j: 'gì', bn: 'bao nhiêu', bnh: 'bao nhiêu', trc: 'trước' },
  ...{ dsach: 'danh sách', ds: 'danh sách', bc: 'báo cáo', 'b/c': 'báo cáo', dv: 'đơn vị', cv: 'công văn' },
  ...{ dhtt: 'điển hình tiên tiến', sdt: 'số điện thoại', tk: 'tài khoản', qd: 'quyết định', hs: 'hồ sơ' },
  ...{ e: 'em', a: 'anh', c: 'chị', mn: 'mọi người', lm: 'làm', hnay: 'hôm nay', hqua: 'hôm qua' },
  ...{ bieudo: 'biểu đồ', tonghop: 'tổng hợp', danhsach: 'danh sách', khthuong: 'khen thưởng' },
};
/** "Hồng" and "Hong" are names: a short form has no accents, and no capital within a sentence. */
function shortFormOf(word: string, at: number): string | undefined {
  const isName = at > 0 && /^\p{Lu}\p{Ll}+$/u.test(word);
  return isName || !/^[a-zđ/]+$/iu.test(word) ? undefined : shortForms[fold(word)];
}

/** With the accents that were typed these are other words than without them. */
const byAccents: Record<string, string> = { mỗi: 'hằng', mọi: 'tất cả' };
const ends = /^[.,;:!?…~*"“”'()[\]]+|(?<![.,;:!?…~*"“”'()[\]])[.,;:!?…~*"“”'()[\]]+$/g;

/** Reads a sentence that was typed as people speak. */
export function readSpeech(text: string): Speech {
  const words = withoutTakenBack(withDigits(writeOutOfficeForms(text.normalize('NFC'))))
    .split(/[\s,;]+/)
    .map((word) => word.replace(ends, ''))
    .flatMap((word, at) => (byAccents[word.toLowerCase()] ?? shortFormOf(word, at) ?? word).split(' '))
    .filter((word) => fold(word) !== '');
  return { words, folded: words.map(fold).join(' ') };
}

/** Words that say nothing of what is wanted, wherever they stand in a request. */
const emptyPhrases = [
  ...'hết|giúp|mấy|những|của|cho|ở|tại|với|vào|thôi|riêng|ấy|cơ|mà|là|thì|đi|luôn|gấp|làm|cái|nào|sao|rồi|ạ|nhé|nha|nhỉ|vậy|thế|đó|kia|này|em|anh|chị|chú|bác|tôi|mình|tớ|ơi|hộ|giùm|dùm|muốn|cần|xin|xem|coi|gửi|lấy|biết|hỏi|đang|đã|sẽ|được|nữa|hơn|nhất|đâu|chưa|đến|tới|các|e|z|r|ad|bot'.split(
    '|',
  ),
  ...'bấm|để|nhanh|lại|cột|of|the|for|in|from|to|a|an|all|everything|new|that|are|is|me|please|my|our|give|get|show|send|exemplars|exemplar|commune|need|want|would|like|can|you|i'.split(
    '|',
  ),
  ...['hồ sơ', 'toàn bộ', 'tất cả', 'thế nào', 'ra sao', 'đến đâu', 'tới đâu', 'hiện nay', 'hiện tại'],
  ...['bây giờ', 'đến nay', 'tới giờ', 'đến giờ', 'lúc này', 'hôm nay', 'lúc nãy', 'bao nhiêu', 'thì sao'],
  ...[
    'tình hình',
    'kiểm tra',
    'điển hình tiên tiến',
    'điển hình',
    'mô hình',
    'còn lại',
    'bao nhiêu lượt',
    'bao nhiêu lần',
  ],
].map((phrase) => phrase.split(' '));

/** Words that are empty alone, with the words after them that make them others: "thị trấn". */
const begins: Record<string, string> = {
  thi: 'tran xa dua',
  minh: 'chung hoa bach',
  chi: 'tiet cuc doan hoi',
  con: 'thieu no',
  la: 'mau',
};

/** Takes the phrases out that say nothing of what is wanted; `more`: others. */
export function withoutEmptyWords(words: string[], more: string[] = []): string[] {
  const known = [...more.map((phrase) => phrase.split(' ')), ...emptyPhrases].sort(
    (a, b) => b.length - a.length,
  );
  const folded = words.map(fold);
  const isAt = (phrase: string[], at: number) =>
    phrase.every(
      (word, i) => folded[at + i] === fold(word) && hasAllAccentsOrNone(words[at + i] ?? '', word),
    ) && !(phrase.length === 1 && begins[folded[at] ?? '']?.split(' ').includes(folded[at + 1] ?? ''));
  const kept: string[] = [];
  for (let at = 0; at < words.length; ) {
    const found = known.find((phrase) => isAt(phrase, at));
    if (!found) kept.push(words[at] ?? '');
    at += found?.length ?? 1;
  }
  return kept;
}
