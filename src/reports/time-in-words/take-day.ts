import { addDays, yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { dayPattern, leading, quarterPattern, quarters, wholeWords, yearItself } from './patterns.ts';
import { readSaidDay, readYear, type SaidDay } from './said-day.ts';
import type { Found, SaidLine } from './said-line.ts';

/** Words that make the end of a month, a quarter or a year of it, and not the time itself. */
const until = '(?:(?:so lieu|tinh) ){0,3}(?:(?:den|toi) (?:(?:het|cuoi) )?|(?:het|cuoi) )(?:ngay cuoi )?';
const ofYear = '(?: nam (\\d{4}|nay|ngoai|truoc|sau))?';

/** Ways to say a day, each with its reading. The first that a line has counts. */
const ways: [pattern: RegExp, read: (found: Found, today: LocalDate) => SaidDay][] = [
  [
    wholeWords(`(?:(?:so lieu|tinh|den) ){0,3}truoc ${dayPattern}`),
    ({ groups }) => ({ ...readSaidDay(groups), before: true }),
  ],
  [wholeWords(leading + dayPattern), ({ groups }) => readSaidDay(groups)],
  [wholeWords(`${leading}hom qua`), (_, today) => exactly(addDays(today, -1))],
  [wholeWords(`${leading}hom kia`), (_, today) => exactly(addDays(today, -2))],
  [
    wholeWords(`${until}thang (?:truoc|vua roi|vua qua)`),
    (_, today) => exactly(addDays(`${today.slice(0, 8)}01`, -1)),
  ],
  [
    wholeWords(`${until}thang (\\d{1,2})${ofYear}`),
    ({ groups: [month, year] }, today) => endOf(Number(month), year, today),
  ],
  [
    wholeWords(`${until}${quarterPattern}${ofYear}`),
    ({ groups: [quarter, year] }, today) => endOf((quarters[quarter ?? ''] ?? 0) * 3, year, today),
  ],
  [
    wholeWords('(?:(?:so lieu|tinh|den|toi) ){0,4}(?:het|cuoi) nam (\\d{4}|nay|ngoai|truoc)'),
    ({ groups: [year] }, today) => endOf(12, year, today),
  ],
  [
    wholeWords(`(?:trong )?0?(1[01]|[1-57-9]|ba|chin) thang dau${yearItself}`),
    ({ groups: [months = ''] }, today) =>
      endOf({ ba: 3, chin: 9 }[months] ?? Number(months), undefined, today),
  ],
];

/** Takes the day of which the figures are asked: "tính đến 15/9", "đến hết tháng 9", "hôm qua". */
export function takeDay(line: SaidLine, today: LocalDate): { day: SaidDay; dayWords: string } | undefined {
  for (const [pattern, read] of ways) {
    const found = line.take(pattern);
    if (found) return { day: read(found, today), dayWords: found.said };
  }
  return undefined;
}

function exactly(date: LocalDate): SaidDay {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
}

function endOf(month: number, year: string | undefined, today: LocalDate): SaidDay {
  const named = { nay: 0, ngoai: -1, truoc: -1, sau: 1 }[year ?? ''];
  return { year: named === undefined ? readYear(year) : yearOf(today) + named, month, day: 'last' };
}
