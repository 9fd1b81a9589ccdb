import type { LocalDate } from '../../plan/plan.ts';
import { leading, quarterPattern, wholeWords, yearItself } from './patterns.ts';
import { SaidLine } from './said-line.ts';
import { takeDay } from './take-day.ts';
import { takeRange } from './take-range.ts';
import type { TakenPeriod } from './taken-period.ts';
import { writeOutTimes } from './write-out.ts';

/** Words for the present, which every report of this year speaks of. */
const now = wholeWords(
  '(?:tinh )?(?:cho )?(?:(?:den|toi) )?(?:thoi diem |ngay )?(?:hom nay|hien (?:nay|tai)|luc nay|bay gio|moi nhat|(?<=(?:den|toi) )(?:nay|gio))',
);
const fromNewYear = wholeWords(
  '(?:ke )?tu dau nam(?! (?:nay|ngoai|truoc|\\d{2}))|dau nam(?= (?:den|toi) (?:nay|gio|hien))',
);
const fromItsNewYear = wholeWords('(?:ke )?tu dau(?= nam (?:nay|ngoai|truoc|\\d{2}))');
const allOfYear = wholeWords(
  '(?:trong |tinh )?(?:ca|tron|nguyen|suot|toan)(?= nam (?:\\d{4}|nay|ngoai|truoc))',
);
const whole = wholeWords(
  `${leading}(?:(?:ke )?tu (?:dau|khi co|khi bat dau|luc bat dau|ngay dau) (?:giai doan|nhiem ky|ke hoach|gd)|(?:(?:ca|toan|suot) )?(?:giai doan|giaidoan)|(?:(?:ca|toan|suot) )?nhiem ky|(?:ca|toan|suot) (?:gd|(?:khoa|ky) ke hoach)|(?:the )?whole period)`,
);
const halfOf = '(?:(?:6|06|sau) thang|(?:2|hai) quy|nua|nua nam)';
const halves = [
  [1, `${halfOf} dau${yearItself}|h1|first half(?: of)?`, 'h1'],
  [2, `${halfOf} cuoi${yearItself}|h2|second half(?: of)?`, 'h2'],
] as const;
const halfPatterns = halves.map(
  ([half, words, code]) =>
    [
      half,
      new RegExp(`${wholeWords(leading + words).source}|(?<=\\d{4})-?${code}(?![\\p{L}\\p{N}])`, 'u'),
    ] as const,
);
const someHalf = wholeWords('(?:6|06|sau) thang|nua nam');
const which = '(?:nay|truoc|vua roi|vua qua|qua)';
const part = wholeWords(
  `(?:(?:tinh|den|toi|trong|cua|cho|tu dau|dau|giua) ){0,5}(?:${quarterPattern}|quy ${which}|thang (?:${which}|\\d{1,2})|tuan ${which}|\\d{1,2} thang cuoi|this (?:quarter|month|week)|last (?:quarter|month|week))`,
);
const years = wholeWords(
  '(?:tu )?(?:[2-9] )?(?:nam )?(\\d{4}) ?(?:den|toi|[-–—/]) ?(?:het )?(?:nam )?(\\d{4})',
);
const sinceYear = wholeWords('(?:ke )?tu (?:nam )?(\\d{4})');

/**
 * Takes the time out of a request: "quý này", "6T đầu năm", "từ đầu giai đoạn", "tính đến hết
 * tháng 9". Words for the present are left out of `rest` too: a report of this year is of now. A
 * year that stands alone stays in `rest`.
 */
export function takePeriod(typed: string, today: LocalDate): TakenPeriod {
  const line = new SaidLine(typed);
  writeOutTimes(line);
  const taken: Partial<TakenPeriod> = {};
  if (line.take(whole)) taken.whole = true;
  if (line.take(fromNewYear)) line.append('năm nay');
  line.take(fromItsNewYear);
  line.take(now);
  takeAllOfYear(line, taken);
  for (const [half, pattern] of halfPatterns) if (line.take(pattern)) taken.half = half;
  Object.assign(taken, takeRange(line));
  if (!taken.day && !taken.unclear) Object.assign(taken, takeDay(line, today));
  const span = line.take(years) ?? line.take(sinceYear);
  if (span) taken.years = [Number(span.groups[0]), span.groups[1] ? Number(span.groups[1]) : undefined];
  const some = taken.half || taken.day ? undefined : line.take(someHalf);
  const found = line.take(part);
  return { ...taken, ...(some && { unclear: some.said }), period: found?.said, rest: line.rest };
}

/** "CA năm 2021" is the police, "cả năm 2021" all of it; "ca nam" may be either. */
function takeAllOfYear(line: SaidLine, taken: Partial<TakenPeriod>): void {
  const all = line.find(allOfYear);
  if (!all || all.said === 'CA') return;
  all.take();
  if (all.said === 'ca') taken.unclear = 'ca nam';
}
