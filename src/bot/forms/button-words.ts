import { isWrittenAsName } from '../../drafts/parse/not-a-name.ts';
import { readingsOf } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { type Op, ops } from './buttons.ts';

const folded = (phrases: string) => new Set(phrases.split('|').map(fold));

/** Other words that people type for the buttons under every question. */
const words: [op: Op, said: ReadonlySet<string>][] = [
  [
    ops.back,
    folded(
      'quay lại câu trước|quay lại câu trên|quay lại bước trước|quay về câu trước|câu trước|trở lại|trở lại câu trước|trở về|lùi lại|lùi lại một câu|quay lui|sửa câu trước|sửa lại câu trước|sửa câu trên|sửa lại câu trên|câu trước sai rồi|câu trên sai rồi|nhầm câu trước|nhầm câu trên|back',
    ),
  ],
  [
    ops.save,
    folded(
      'để sau|để sau làm|để sau làm tiếp|làm sau|để làm sau|để mai|để mai làm|mai làm|mai làm tiếp|mai tiếp|tối làm tiếp|lát nữa làm tiếp|lát làm tiếp|lúc khác|để lúc khác|khi khác làm|khi khác làm tiếp|tạm dừng|tạm nghỉ|dừng ở đây|lưu lại|lưu tạm|tạm lưu|save',
    ),
  ],
];

/** Words that mean done, where any other text would be a part of the answer. */
const doneWords = folded(
  'xong|xong rồi|xong hết|xong hết rồi|đã xong|thế là xong|vậy là xong|viết xong|viết xong rồi|hết|hết rồi|hết ý|hết ý rồi|đủ|đủ rồi|đủ hết rồi|vậy thôi|thế thôi|chỉ vậy|chỉ vậy thôi|chỉ có vậy|chỉ có vậy thôi|có vậy thôi|có thế thôi|tạm thế|tạm vậy|tạm vậy đã|gửi rồi|đã gửi|đã gửi xong|gửi xong|gửi xong rồi|gửi hết rồi|hoàn thành|hoàn tất|không còn|không còn gì|không còn gì nữa|không thêm|không thêm gì|không thêm nữa|không viết thêm|câu tiếp|câu tiếp theo|sang câu khác|qua câu khác|qua câu sau|ok|oke|oki|okie|ok xong|done|finished',
);

/**
 * Reads other words for a button under every question: "câu trước" is [Quay lại], "mai làm tiếp" is
 * [Lưu nháp]. Words written as a name are none.
 */
export function readButtonWords(text: string): Op | undefined {
  if (isWrittenAsName(text)) return undefined;
  const said = readingsOf(text).map(fold);
  return words.find(([, known]) => said.some((one) => known.has(one)))?.[0];
}

/** Tells whether a text means done: "xong rồi", "dạ hết rồi ạ", "ok". */
export function saysDone(text: string): boolean {
  return readingsOf(text).some((reading) => doneWords.has(fold(reading)));
}

const editing =
  /^(?:sua lai|sua|doi lai|doi|thay|chinh lai|chinh sua|chinh|cap nhat|xem lai|sai|nham|ghi sai|ghi nham|viet sai|viet nham|nhap sai|go sai|go nham) (?:cau |dong |muc |phan |cai )?/;
/** Words behind the line: "sai năm sinh rồi". */
const behindLine = new Set(['roi', 'sai', 'bi', 'nham', 'lai']);
const editingWords = new Set(
  'sửa|sua|đổi|doi|thay|chỉnh|chinh|cập|cap|xem|sai|nhầm|nham|ghi|viết|viet|nhập|nhap|gõ|go'.split('|'),
);
/** More words than any line's name has. */
const mostWords = 8;

/**
 * Reads which line a person wants to change: "sửa tên", "sai năm sinh rồi", "đổi lại số người".
 * Undefined: they do not say so.
 */
export function readLineToEdit(text: string): string | undefined {
  for (const said of readingsOf(text).toReversed()) {
    const reading = fold(said);
    // "Đội cồng chiêng" folds like "đổi".
    if (!editingWords.has(said.toLowerCase().split(/\s/)[0] ?? '')) continue;
    if (!editing.test(reading) || reading.split(' ').length > mostWords) continue;
    const words = reading.replace(editing, '').split(' ');
    while (behindLine.has(words.at(-1) ?? '')) words.pop();
    if (words.length > 0) return words.join(' ');
  }
  return undefined;
}
