import { fold } from './fold.ts';

/**
 * Words of courtesy, with their accents. `!` before a word: only typed with its accents, since
 * without them it is another word ("co" is có, "nay" stands in hôm nay, "ba" is three).
 */

/** At the end of a sentence, or between its parts. */
const particles =
  'ạ|aj|ak|ah|á|ạk|nhé|nhe|nhes|nhas|nhá|nha|nhen|nghen|nghe|nhỉ|hen|hén|đi|thôi|rồi|với|vơi|ơi|!này|!nè|!đó|!đây|luôn|chứ|nữa|giùm|dùm|giúp|được không|đc không|được ko|đc ko|dc ko|dc không|được chưa';

/** Thanks. */
const gratitude =
  'cảm ơn|cám ơn|cảm ơn nhiều|cám ơn nhiều|xin cảm ơn|xin cám ơn|chân thành cảm ơn|xin chân thành cảm ơn|trân trọng|trân trọng cảm ơn|thanks|thank you|thank|tks|thks|many thanks';

/** How people call each other and themselves. */
const callings =
  'anh chị|các anh chị|anh/chị|anh/ chị|a/c|ac|quý anh chị|quý phòng|quý cơ quan|quý lãnh đạo|phòng nội vụ|các bác|các anh|các chị|đồng chí|đ/c|đc|anh|chị|em|bác|!chú|!cô|!bà|ông|cháu|con|mình|tôi|tui|sếp|ad|admin|bot|cả nhà|bạn|nhiều';

/** At the beginning of a sentence. */
const openings =
  'dạ|vâng|dạ vâng|dạ thưa|thưa|kính thưa|kính gửi|kính chào|xin chào|chào|chào buổi sáng|chào buổi chiều|chào buổi tối|alo|alô|hello|hi|xin|xin phép|cho phép|làm ơn|vui lòng|phiền|nhờ|ok|oke|okay|ừ|ừm|à|please|pls|hey|kính|cho|hộ em|hộ tôi|hộ mình|giùm|dùm|giúp|for me|me|sir|madam|!có gì|thì|là';

/** Before a command: what people want done with it. */
const requests =
  'cho xem|xem|coi|cái|!bản|muốn|cần gấp|gấp|cần|file|excel|định|gửi|gửi cho|gởi|gởi cho|gửi lại|lấy|xuất|kết xuất|trích|in|lập|làm|soạn|vẽ|so sánh|chuẩn bị|tải|mở|tra|tìm|hỏi|được|đc|để|hãy|bấm|nhấn|chọn|gõ|vào|đang|sẽ|về|want|want to|to|see|show|get|give|need|i|would like|like|can|could|you|the|a';

/** One phrase of courtesy: its words, and whether each must be typed with its accents. */
export interface CourtesyPhrase {
  words: { accented: string; folded: string }[];
  strict: boolean;
}

function phrases(...lists: string[]): CourtesyPhrase[] {
  return lists
    .flatMap((list) => list.split('|'))
    .map((phrase) => ({
      words: phrase
        .replace('!', '')
        .split(' ')
        .map((accented) => ({ accented, folded: fold(accented) })),
      strict: phrase.startsWith('!'),
    }))
    .sort((a, b) => b.words.length - a.words.length);
}

/**
 * Lists words that are courtesy only without their accents, with the words that make them others.
 * "Chi" is chị, but not in "chi tiết"; "ban" is bạn, but not in "ban tuyên giáo".
 */
export const otherWords: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['chi', new Set('tiet cuc doan hoi bo nhanh uy tieu phi'.split(' '))],
  ['ban', new Set('chi to tuyen dan chqs quan noi cong giam bao cho hanh tin van'.split(' '))],
  ['bac', new Set('si ninh giang kan lieu'.split(' '))],
]);

/**
 * Phrases by one of their words, in both its forms; the longest first. A text is compared with the
 * few that share a word with it.
 */
export type PhrasesByWord = ReadonlyMap<string, readonly CourtesyPhrase[]>;

function byWord(all: CourtesyPhrase[], which: 'first' | 'last'): PhrasesByWord {
  const found = new Map<string, CourtesyPhrase[]>();
  for (const phrase of all) {
    const word = phrase.words.at(which === 'first' ? 0 : -1);
    for (const form of new Set(word ? [word.folded, word.accented] : []))
      found.set(form, [...(found.get(form) ?? []), phrase]);
  }
  return found;
}

const closing = phrases(particles, gratitude, callings, openings);
/** Finds the phrases that may end a text by their first word. */
export const closingPhrases = byWord(closing, 'first');
/** Finds the phrases that may end a text by their last word. */
export const closingPhrasesByEnd = byWord(closing, 'last');
/** Finds the phrases that may begin a text by their first word. */
export const openingPhrases = byWord(phrases(openings, gratitude, callings, particles), 'first');
/** Finds the phrases that may begin one before a command by their first word. */
export const requestPhrases = byWord(phrases(requests, openings, gratitude, callings, particles), 'first');
/** Finds the phrases of thanks by their first word. */
export const thankPhrases = byWord(phrases(gratitude), 'first');
