import { oneLine } from '../../text/normalise.ts';

/** Without accents "bo" may be a cow: then only numbers follow it. */
const removing =
  /(?:^|(?<![\s,;])[\s,;]+)(?:(?:bỏ (?:chọn|tích|đánh dấu|dòng|mục)|bỏ|ngoại trừ|trừ|không chọn|untick|remove|except(?: for)?)\s+(?<words>\S.*)|(?:bo chon|bo|ngoai tru|tru|khong chon)\s+(?<numbers>[\d,;-][\d\s,;-]*))$/iu;

/**
 * Splits a text that takes lines back into ticked and removed ones. Such texts are "bỏ 3", "1-5 trừ
 * 2", "tất cả trừ cồng chiêng". Undefined: it takes none back.
 */
export function splitRemoved(text: string): { ticked: string; removed: string } | undefined {
  const line = oneLine(text.normalize('NFC'));
  const found = removing.exec(line);
  const removed = found?.groups?.words ?? found?.groups?.numbers;
  if (!found || removed === undefined) return undefined;
  return { ticked: line.slice(0, found.index).trim(), removed: removed.trim() };
}
