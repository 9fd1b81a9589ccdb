/** Words for the present, which every report of this year speaks of. */
const now =
  /(?<![\p{L}\p{N}])(?:(?:tính|tinh) )?(?:(?:cho )?(?:đến|den|tới|toi) )?(?:(?:thời điểm|thoi diem|ngày|ngay) )?(?:hôm nay|hom nay|(?:hiện|hien) (?:nay|tại|tai)|(?:lúc|luc) này|bây giờ|bay gio|mới nhất|moi nhat|(?<=(?:đến|den|tới|toi) )nay)(?![\p{L}\p{N}])/giu;

const which = '(?:này|nay|trước|truoc|vừa rồi|vua roi|vừa qua|vua qua|qua)';
const part = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:trong|của|đến|den|tới|tính đến|tinh den|hết|het) )*(?:${[
    `(?:quý|quy) (?:${which}|[1-4]|i{1,3}|iv|một|hai|ba|tư|bốn)`,
    `(?:tháng|thang) (?:${which}|\\d{1,2})`,
    `(?:tuần|tuan) ${which}`,
    '(?:[369]|ba|sáu|sau|chín|chin) (?:tháng|thang)(?: (?:đầu|dau|cuối|cuoi)(?= (?:năm|nam)))?',
    '(?:ngày |ngay )?\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?',
    'this (?:quarter|month|week)|last (?:quarter|month|week)|q[1-4]',
  ].join('|')})(?![\\p{L}\\p{N}])`,
  'iu',
);

/**
 * Takes a part of a year out of a request: "quý này", "6 tháng đầu", "tháng 8", "đến 31/8". Words
 * for the present are left out of `rest` too: a report of this year is of now.
 */
export function takePeriod(typed: string): { period: string | undefined; rest: string } {
  const line = typed.replace(now, ' ');
  const found = part.exec(line);
  if (!found) return { period: undefined, rest: line };
  return { period: found[0].trim(), rest: line.replace(found[0], ' ') };
}
