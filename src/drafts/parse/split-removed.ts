import { oneLine } from '../../text/normalise.ts';

/** Without accents "bo" may be a cow: then only numbers follow it. */
const removing =
  /^(?<ticked>.*?)(?:^|[\s,;]+)(?:(?:bỏ (?:chọn|tích|đánh dấu|dòng|mục)|bỏ|ngoại trừ|trừ|không chọn|untick|remove|except(?: for)?)\s+(?<words>.+)|(?:bo chon|bo|ngoai tru|tru|khong chon)\s+(?<numbers>[\d\s,;-]+))$/iu;

/**
 * Splits a text that takes lines back into ticked and removed ones. Such texts are "bỏ 3", "1-5 trừ
 * 2", "tất cả trừ cồng chiêng". Undefined: it takes none back.
 */
export function splitRemoved(text: string): { ticked: string; removed: string } | undefined {
  const { ticked = '', words, numbers } = removing.exec(oneLine(text.normalize('NFC')))?.groups ?? {};
  const removed = words ?? numbers;
  return removed === undefined ? undefined : { ticked: ticked.trim(), removed: removed.trim() };
}
