import { dayPattern, groupsOfDay, wholeWords } from './patterns.ts';
import { readSaidDay, readYear, type SaidDay } from './said-day.ts';
import type { SaidLine } from './said-line.ts';
import type { TakenPeriod } from './taken-period.ts';

const days = wholeWords(`tu ${dayPattern} (?:den|toi|-) (?:het )?${dayPattern}`);
const daysAlone = wholeWords(`${dayPattern} ?(?:-|den|toi) ?(?:het )?${dayPattern}`);
const months = wholeWords(
  '(?:tu )?thang (\\d{1,2})(?: nam (\\d{4}))? (?:den|toi|-) (?:het )?(?:thang )?(\\d{1,2})(?: nam (\\d{4}))?',
);
const since = wholeWords(
  `(?:(?:ke )?tu|(?<!thu )sau|ke) (?:sau )?(?:${dayPattern}|thang \\d{1,2}|quy (?:iv|i{1,3}|[1-4])|hom qua|tuan (?:truoc|nay))`,
);
/** "Cuối năm" says when, and no part of the year. */
const lastMonths = wholeWords(
  '(?<!(?:thang|quy) )(?:cuoi nam(?! (?:\\d|nay|ngoai|truoc))|(?:dau|giua) nam(?: (?:\\d{4}|nay|ngoai|truoc))?)|(?:(?:\\d{1,2}|may) (?:thang|tuan|ngay|nam)|nam) (?:qua|gan day|gan nhat|gan|lien tiep)|(?<!(?:thang|quy|ngay) )[2-9] nam(?! (?:\\d|nay|ngoai|truoc))',
);

/**
 * Takes a time between two days: "từ 1/1 đến 30/6/2021". Reports count from the beginning of a
 * year, so that only such a time can be had; another one is `unclear`.
 */
export function takeRange(line: SaidLine): Partial<TakenPeriod> {
  const ofDays = line.take(days) ?? line.take(daysAlone);
  if (ofDays) {
    const from = readSaidDay(ofDays.groups.slice(0, groupsOfDay));
    const to = readSaidDay(ofDays.groups.slice(groupsOfDay));
    return between({ ...from, year: from.year ?? to.year }, to, ofDays.said, line);
  }
  const ofMonths = line.take(months);
  if (ofMonths) {
    const [fromMonth, fromYear, toMonth, toYear] = ofMonths.groups;
    const year = readYear(toYear) ?? readYear(fromYear);
    const from = { year: readYear(fromYear) ?? year, month: Number(fromMonth), day: 1 };
    return between(from, { year, month: Number(toMonth), day: 'last' }, ofMonths.said, line);
  }
  const open = line.take(since) ?? line.take(lastMonths);
  return open ? { unclear: open.said } : {};
}

function between(from: SaidDay, to: SaidDay, said: string, line: SaidLine): Partial<TakenPeriod> {
  if (from.year !== to.year) return { unclear: said };
  const ends = (month: number, day: number) => to.month === month && (to.day === day || to.day === 'last');
  const begins = (month: number) => from.month === month && from.day === 1;
  const ofYear = () => {
    if (to.year !== undefined) line.append(`năm ${to.year}`);
  };
  if (begins(1) && ends(12, 31)) {
    ofYear();
    return {};
  }
  if ((begins(1) && ends(6, 30)) || (begins(7) && ends(12, 31))) {
    ofYear();
    return { half: from.month === 1 ? 1 : 2 };
  }
  return begins(1) ? { day: to, dayWords: said } : { unclear: said };
}
