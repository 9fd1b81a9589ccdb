import { withoutAccents } from './without-accents.ts';

/** Forms of address and offices that stand before a person's name. */
const titles =
  'ông|bà|anh|chị|em|cô|chú|bác|cậu|dì|cụ|già|thầy|bạn|đồng chí|đ/c|ông bà|vợ chồng|gia đình|hộ|hộ gia đình|thầy giáo|cô giáo|nhà giáo|bác sĩ|y sĩ|y tá|dược sĩ|kỹ sư|nghệ nhân|linh mục|mục sư|đại đức|thượng tọa|hòa thượng|ni sư|sư cô|sư thầy|già làng|trưởng làng|phó làng|trưởng thôn|thôn trưởng|phó thôn|phó trưởng thôn|trưởng bản|trưởng buôn|tổ trưởng|tổ phó|nhóm trưởng|đội trưởng|bí thư|phó bí thư|bí thư chi bộ|chủ tịch|phó chủ tịch|chủ nhiệm|phó chủ nhiệm|trưởng ban|phó ban|trưởng phòng|phó phòng|hội trưởng|chi hội trưởng|giám đốc|phó giám đốc|hiệu trưởng|hiệu phó|trung úy|thượng úy|đại úy|thiếu tá|trung tá|thượng tá|đại tá|mr|mrs|ms|lương y|nghệ sĩ|nhà báo|luật sư|chiến sĩ|nông dân|anh hùng|mẹ|đồng bào|ts|ths|gs|pgs|bs|ks|cn';

/** Phrases of two and more words that say what a person is, also behind a name. */
const positions = titles.split('|').filter((title) => title.includes(' '));

/** Words of positions and bodies, which stand in small letters. */
const ordinary = new Set(
  'trưởng|phó|thôn|làng|bản|buôn|tổ|dân|phố|khu|xã|phường|huyện|thị|trấn|tỉnh|bí|thư|chi|bộ|đảng|ủy|viên|chủ|tịch|nhiệm|hội|nông|phụ|nữ|cựu|chiến|binh|thanh|niên|đoàn|ban|mặt|trận|công|tác|giám|đốc|hiệu|già|cán|đội|nhóm|hợp|câu|lạc|giáo|y|sĩ|bác|kế|toán|an|ninh|phòng|sở|của|và|là|nguyên|thường|trực|nhà|nước|người|cao|tuổi'.split(
    '|',
  ),
);

/** Short forms with a vowel, which stay in capitals; those without any vowel do too. */
const shortForms = new Set(['UBND', 'UBMTTQ', 'UBKT', 'CA', 'TAND', 'BCA', 'BHYT', 'XĐGN']);

/** Family names of the Kinh and of the Central Highlands, and what stands in their place. */
const surnames = new Set(
  'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đinh|trịnh|trương|lâm|đoàn|đào|hà|mai|cao|lưu|lương|châu|tạ|tăng|thái|tô|triệu|quách|la|kiều|đàm|phùng|vương|nông|chu|tống|mã|giang|hứa|âu|thạch|danh|lò|vàng|giàng|sùng|lầu|hầu|thào|vừ|siu|rơ|rah|rmah|rcom|rlan|romah|rochâm|ksor|kpă|kpa|kpuih|nay|puih|ayun|niê|mlô|byă|hiao|hiăo|adrơng|êban|kbuôr|rahlan|y|a|đinh|blong'.split(
    '|',
  ),
);

/** Tells whether a word is a family name; one without accents is compared without them. */
export function isSurname(word: string): boolean {
  const small = word.toLowerCase();
  const plain = withoutAccents(small) === small;
  return surnames.has(small) || (plain && plainSurnames.has(small));
}

/** Words that lead from one person to another. */
export const joiningWords: ReadonlySet<string> = new Set(['và', 'cùng', 'với', '&']);

const plainSurnames = new Set(
  [...surnames].map((name) => withoutAccents(name)).filter((name) => name.length > 2),
);

const byLength = (phrases: string[]) =>
  phrases.map((phrase) => phrase.split(' ')).toSorted((a, b) => b.length - a.length);
const titlePhrases = byLength(titles.split('|'));
const positionPhrases = byLength(positions);

/** Tells whether all of these words stand without accents: phrases are then found without them. */
export function areBare(words: string[]): boolean {
  return words.every((word) => withoutAccents(word) === word);
}

/** Counts the words of the title at `at` that a name follows; 0: there is none. */
export function titleAt(words: string[], at: number, bare: boolean): number {
  const n = phraseAt(titlePhrases, words, at, bare);
  return at + n < words.length ? n : 0;
}

/** Tells whether a position of several words stands at `at`: "trưởng thôn". */
export function isPositionAt(words: string[], at: number, bare: boolean): boolean {
  return phraseAt(positionPhrases, words, at, bare) > 0;
}

function phraseAt(phrases: string[][], words: string[], at: number, bare: boolean): number {
  const same = (typed: string, word: string) => {
    const plain = typed.toLowerCase().replace(/\.$/, '');
    return plain === word || (bare && plain === withoutAccents(word));
  };
  return phrases.find((phrase) => phrase.every((word, i) => same(words[at + i] ?? '', word)))?.length ?? 0;
}

/** Tells whether a word is several letters, all of them capitals. */
export function isInCapitals(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word) && !/\p{Ll}/u.test(word);
}

/** Writes a word of a position in small letters where it was typed in capitals: UBND stays. */
export function smallUnlessName(word: string): string {
  const letters = word.replace(/\P{L}/gu, '');
  if (!isInCapitals(word) || shortForms.has(letters) || !/[aeiouy]/i.test(withoutAccents(letters)))
    return word;
  const small = word.toLowerCase();
  return ordinary.has(letters.toLowerCase()) ? small : initialCapital(small);
}

/** Makes the first letter of a word a capital. */
export function initialCapital(word: string): string {
  return word.replace(/\p{L}/u, (letter) => letter.toUpperCase());
}
