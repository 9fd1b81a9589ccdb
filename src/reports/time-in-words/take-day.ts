import { addDays, yearOf } from '../../plan/calendar.ts';
import type { LocalDate } from '../../plan/plan.ts';
import { weekdayOf } from '../../plan/working-calendar.ts';
import { dayPattern, leading, quarterPattern, quarters, wholeWords, yearItself } from './patterns.ts';
import { readSaidDay, readYear, type SaidDay } from './said-day.ts';
import type { Found, SaidLine } from './said-line.ts';

/** Words that make the end of a month, a quarter or a year of it, and not the time itself. */
const until = '(?:(?:so lieu|tinh) ){0,3}(?:(?:den|toi) (?:(?:het|cuoi) )?|(?:het|cuoi) )(?:ngay cuoi )?';
const weekday = '(thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat)';
const weekdays: Record<string, number> = {
  ...{ 'thu hai': 1, 'thu ba': 2, 'thu tu': 3, 'thu nam': 4, 'thu sau': 5, 'thu bay': 6, 'chu nhat': 7 },
  ...{ 'thu 2': 1, 'thu 3': 2, 'thu 4': 3, 'thu 5': 4, 'thu 6': 5, 'thu 7': 6 },
};
const ofYear = '(?: nam (\\d{4}|nay|ngoai|truoc|sau))?';

/** Ways to say a day, each with its reading. The first that a line has counts. */
const ways: [pattern: RegExp, read: (found: Found, today: LocalDate) => SaidDay][] = [
  [
    wholeWords(`(?:(?:so lieu|tinh|den) ){0,3}truoc ${dayPattern}`),
    ({ groups }) => ({ ...readSaidDay(groups), before: true }),
  ],
  [wholeWords(leading + dayPattern), ({ groups }) => readSaidDay(groups)],
  [
    wholeWords(`${until}(?:ngay )?(\\d{1,2})(?! (?:thang|nam|don|xa|phong|hoi))`),
    ({ groups: [day] }, today) => latestDay(Number(day), today),
  ],
  [
    wholeWords(`(?:${until})?${weekday} (?:cua )?(tuan (?:truoc|roi|qua|nay)|vua(?: roi| qua)?|truoc|nay)`),
    ({ groups: [name, week] }, today) => saidWeekday(name, week, today),
  ],
  [wholeWords(until + weekday), ({ groups: [name] }, today) => saidWeekday(name, undefined, today)],
  [
    wholeWords(`${until}tuan (truoc|roi|qua|vua roi|vua qua|nay)`),
    ({ groups: [week] }, today) => saidWeekday('chu nhat', `tuan ${week}`, today),
  ],
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
    wholeWords(
      '(?:(?:so lieu|tinh|den|toi) ){0,4}(?<!(?:thang|quy) )(?:het|cuoi) nam (\\d{4}|nay|ngoai|truoc)',
    ),
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

/** The latest day with this number: "đến ngày 15". */
function latestDay(day: number, today: LocalDate): SaidDay {
  const now = exactly(today);
  if (now.day === 'last' || day <= now.day) return { ...now, day };
  const { year, month } = exactly(addDays(`${today.slice(0, 8)}01`, -1));
  return { year, month, day };
}

/** A day of this week or the last; without a week, the latest that has come. */
function saidWeekday(name = '', week: string | undefined, today: LocalDate): SaidDay {
  const wanted = weekdays[name] ?? 7;
  const monday = addDays(today, 1 - (weekdayOf(today) || 7));
  const inThisWeek = addDays(monday, wanted - 1);
  const ofLastWeek = week?.startsWith('tuan') ? week !== 'tuan nay' : week !== 'nay' && inThisWeek > today;
  return exactly(ofLastWeek ? addDays(inThisWeek, -7) : inThisWeek);
}

function endOf(month: number, year: string | undefined, today: LocalDate): SaidDay {
  const named = { nay: 0, ngoai: -1, truoc: -1, sau: 1 }[year ?? ''];
  return { year: named === undefined ? readYear(year) : yearOf(today) + named, month, day: 'last' };
}
