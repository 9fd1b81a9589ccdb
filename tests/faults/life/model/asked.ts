import type { Day } from './life.ts';

/** A request for reports: a period, and the day of which the figures are. */
export interface Asked {
  /** As people write it: `2021`, `2023-H1`, `giai đoạn`, `2021 15/9/2021`. */
  words: string;
  from: Day;
  to: Day;
  /** The day of which the figures are. */
  day: Day;
  /** Whether it is half a year: then results count only where they were given in it. */
  half: boolean;
  whole: boolean;
}

/** Lists the years of the plan, each with its halves, and the whole period. */
export function listPeriods(today: Day): Asked[] {
  const years = [2021, 2022, 2023, 2024, 2025].flatMap((year) => [
    askYear(year, today),
    askHalf(year, 1, today),
    askHalf(year, 2, today),
  ]);
  return [...years, { ...askNow(today), words: 'giai đoạn' }];
}

/** Asks for what is so now: the whole period, without words for it. */
export function askNow(today: Day): Asked {
  return { words: '', from: '2021-01-01', to: '2025-12-31', day: today, half: false, whole: true };
}

/** Asks for a year. */
export function askYear(year: number, today: Day): Asked {
  const words = String(year);
  return { words, from: `${year}-01-01`, to: `${year}-12-31`, day: today, half: false, whole: false };
}

function askHalf(year: number, half: 1 | 2, today: Day): Asked {
  return {
    ...{ words: `${year}-H${half}`, half: true, whole: false, day: today },
    ...(half === 1
      ? { from: `${year}-01-01`, to: `${year}-06-30` }
      : { from: `${year}-07-01`, to: `${year}-12-31` }),
  };
}

/** Asks for the same period with the figures of an earlier day. */
export function askOn(asked: Asked, day: Day): Asked {
  return { ...asked, words: `${asked.words} ${sayDay(day)}`.trim(), day };
}

/** The last day that a report shows: that of its period, or the day of its figures before it. */
export function shownTo({ to, day }: Asked): Day {
  return day < to ? day : to;
}

/** The years of a period. */
export function yearsOf({ from, to }: Asked): number[] {
  const [first, last] = [yearOf(from), yearOf(to)];
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Tells whether a day is within a period, as far as the report shows it. */
export const isWithin = (asked: Asked, day: Day): boolean => asked.from <= day && day <= shownTo(asked);

/** `2021-12-07` as people write it: `7/12/2021`. */
export const sayDay = (day: Day): string => day.split('-').toReversed().map(Number).join('/');

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** Lists every so many days after a day, before another. */
export function listDaysBetween(from: Day, to: Day, every: number): Day[] {
  const steps = Math.max(0, Math.ceil(daysBetween(from, to) / every) - 1);
  const dayAfter = (days: number) =>
    new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: steps }, (_, i) => dayAfter((i + 1) * every));
}
