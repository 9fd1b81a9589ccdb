import { isDate } from '../plan/calendar.ts';
import type { LocalDate } from '../plan/plan.ts';

/** Words for the present, which every report of this year speaks of. */
const now =
  /(?<![\p{L}\p{N}])(?:(?:tính|tinh) )?(?:(?:cho )?(?:đến|den|tới|toi) )?(?:(?:thời điểm|thoi diem|ngày|ngay) )?(?:hôm nay|hom nay|(?:hiện|hien) (?:nay|tại|tai)|(?:lúc|luc) này|bây giờ|bay gio|mới nhất|moi nhat|(?<=(?:đến|den|tới|toi) )nay)(?![\p{L}\p{N}])/giu;

const which = '(?:này|nay|trước|truoc|vừa rồi|vua roi|vừa qua|vua qua|qua)';
const before =
  '(?<![\\p{L}\\p{N}])(?:(?:trong|của|cho|đến|den|tới|toi|tính|tinh|tính đến|tinh den|hết|het|as of|until) )*';
const after = '(?![\\p{L}\\p{N}])';
const part = new RegExp(
  `${before}(?:${[
    `(?:quý|quy) (?:${which}|[1-4]|i{1,3}|iv|một|hai|ba|tư|bốn)`,
    `(?:tháng|thang) (?:${which}|\\d{1,2})`,
    `(?:tuần|tuan) ${which}`,
    '(?:[39]|ba|chín|chin) (?:tháng|thang)(?: (?:đầu|dau|cuối|cuoi)(?= (?:năm|nam)))?',
    'this (?:quarter|month|week)|last (?:quarter|month|week)|q[1-4]',
  ].join('|')})${after}`,
  'iu',
);
const firstHalf = '(?:(?:6|sáu|sau) (?:tháng|thang)|(?:nửa|nua)) (?:đầu|dau)|h1|first half(?: of)?';
const secondHalf = '(?:(?:6|sáu|sau) (?:tháng|thang)|(?:nửa|nua)) (?:cuối|cuoi)|h2|second half(?: of)?';
const half = new RegExp(
  `(?:${before}(?:(${firstHalf})|(${secondHalf}))|(?<=\\d{4})-?(?:(h1)|(h2)))${after}`,
  'iu',
);
const whole = new RegExp(
  `${before}(?:(?:(?:cả|ca|toàn|toan|suốt|suot) )?(?:giai đoạn|giai doan|giaidoan)|(?:toàn|toan|cả|ca) (?:khóa|khoa|kỳ|ky) (?:kế hoạch|ke hoach)|(?:the )?whole period)${after}`,
  'iu',
);
const day = new RegExp(
  `${before}(?:(?:ngày|ngay) )?(?:(\\d{1,2})[/.-](\\d{1,2})(?:[/.-](\\d{4}|\\d{2}))?|(?<=(?:ngày|ngay) )(\\d{1,2}) (?:tháng|thang) (\\d{1,2})(?:,? (?:năm|nam) (\\d{4}))?)${after}`,
  'iu',
);

/** The part of a request that says for which time a report is. */
export interface TakenPeriod {
  half?: 1 | 2;
  whole?: true;
  /** A day, `YYYY-MM-DD`; `undefined` as its year where none was said. */
  day?: { year: number | undefined; monthAndDay: string };
  /** A part of a year that no report has, as typed: "quý này". */
  period: string | undefined;
  rest: string;
}

/**
 * Takes the time out of a request: "quý này", "6 tháng đầu", "cả giai đoạn", "tính đến 15/9/2021".
 * Words for the present are left out of `rest` too: a report of this year is of now. A year that
 * stands alone stays in `rest`.
 */
export function takePeriod(typed: string): TakenPeriod {
  let rest = typed.replace(now, ' ');
  const taken: Omit<TakenPeriod, 'period' | 'rest'> = {};
  const dayFound = day.exec(rest);
  if (dayFound) {
    const [words, d = '', m = '', y, d2 = d, m2 = m, y2 = y] = dayFound;
    const monthAndDay = `${m2.padStart(2, '0')}-${d2.padStart(2, '0')}`;
    if (!isDate(`2020-${monthAndDay}`)) return { period: words.trim(), rest: rest.replace(words, ' ') };
    const year = y2 === undefined ? undefined : Number(y2.length === 2 ? `20${y2}` : y2);
    taken.day = { year, monthAndDay };
    rest = rest.replace(words, ' ');
  }
  const halfFound = half.exec(rest);
  if (halfFound) {
    taken.half = halfFound[1] || halfFound[3] ? 1 : 2;
    rest = rest.replace(halfFound[0], ' ');
  }
  const wholeFound = whole.exec(rest);
  if (wholeFound) {
    taken.whole = true;
    rest = rest.replace(wholeFound[0], ' ');
  }
  const found = part.exec(rest);
  if (!found) return { ...taken, period: undefined, rest };
  return { ...taken, period: found[0].trim(), rest: rest.replace(found[0], ' ') };
}

/** The time that a request asks for, apart from its years. */
export interface AskedTime {
  half?: 1 | 2;
  whole?: true;
  /** The day of which the figures are asked. */
  asOf?: LocalDate;
  /** A part of a year that nothing is made for, as typed: "quý này". */
  period: string | undefined;
}

/**
 * Completes the time of a request once its years are known. A day without a year is of the first
 * of them, or of this year.
 */
export function completeTime(
  { half, whole, day, period }: TakenPeriod,
  years: number[],
  thisYear: number,
): AskedTime {
  const asOf = day && `${day.year ?? years[0] ?? thisYear}-${day.monthAndDay}`;
  const exists = asOf !== undefined && isDate(asOf);
  return {
    // 29/2 of a year that has none.
    period: asOf && !exists ? asOf : period,
    ...(half && { half }),
    ...(whole && { whole }),
    ...(exists && { asOf }),
  };
}

/** Tells whether a request says its time without a year: "6 tháng đầu năm" is of this year. */
export function saysTime({ half, whole, day }: TakenPeriod): boolean {
  return half !== undefined || whole !== undefined || day !== undefined;
}
