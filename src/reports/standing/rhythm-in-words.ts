import { readSpeech } from '../../text/speech.ts';
import type { Rhythm } from './rhythm.ts';

/** How often a sentence asks for a report, as far as it says. */
export interface RhythmInWords {
  rhythm?: Rhythm['rhythm'];
  /** The day of the week, 1 for Monday, or of the month. */
  day?: number;
  /** The hour that was asked, 0 to 23. */
  hour?: number;
  /** A rhythm that no report comes in: "hằng quý". */
  other?: 'quarterly' | 'yearly';
  /** A single time: "mai gửi anh bảng tổng hợp". */
  once?: true;
  /** The words that say nothing of the time. */
  rest: string;
}

const weekdays: Record<string, number> = {
  ...{ hai: 1, '2': 1, ba: 2, '3': 2, tu: 3, '4': 3, nam: 4, '5': 4, sau: 5, '6': 5, bay: 6, '7': 6 },
  ...{ monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7, 'chu nhat': 7 },
};
const weekday =
  /(?<!\S)(?:(?:thu|t) ?(hai|ba|tu|nam|sau|bay|[2-7])|(chu nhat)|(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?)(?!\S)/;
const monthDay = /(?<!\S)(?:ngay|mung|mong|hom|day)(?: mung| mong)? (\d{1,2})(?!\S| thang \d)/;
const clock = /(?<!\S)(?:luc )?(\d{1,2}) ?(?:h|gio|am|pm|g)(?:\d{2}|(?: \d{1,2})?)?(?!\S)/;
const each = '(?:hang|hằng|moi|cu|every|each)';

/** Reads how often a report is wanted: "sáng thứ hai hằng tuần", "mùng 5 mỗi tháng". */
export function readRhythm(text: string): RhythmInWords {
  const { words, folded } = readSpeech(text);
  const on = weekday.exec(folded);
  const day = weekdays[on?.[1] ?? on?.[2] ?? on?.[3] ?? ''];
  const ofMonth = Number(monthDay.exec(folded)?.[1]);
  const hour = Number(clock.exec(folded)?.[1] ?? Number.NaN);
  const said = { folded, day, ofMonth };
  const rhythm = rhythms.find(([pattern, of]) => pattern.test(folded) && of(said))?.[1](said);
  return { ...rhythm, ...(hour >= 0 && hour < 24 && { hour }), rest: withoutTimes(words, folded) };
}

interface Said {
  folded: string;
  /** The day of the week. */
  day: number | undefined;
  ofMonth: number;
}

type Found = Omit<RhythmInWords, 'rest' | 'hour'>;
const whole = (pattern: string) => new RegExp(`(?<!\\S)(?:${pattern})(?!\\S)`);

/** The rhythms, in the order in which they are looked for. */
const rhythms: [RegExp, (said: Said) => Found | undefined][] = [
  [whole(`${each} (?:quy|quarter)|quarterly`), () => ({ other: 'quarterly' })],
  [whole(`${each} (?:nam|year)|yearly`), () => ({ other: 'yearly' })],
  [
    whole(`${each} (?:thang|month)|monthly|(?:cuoi|dau) thang nao cung`),
    ({ folded, ofMonth }) => ({ rhythm: 'monthly', ...monthlyDay(folded, ofMonth) }),
  ],
  [whole(`${each}|weekly`), ({ day }) => (day === undefined ? undefined : { rhythm: 'weekly', day })],
  [
    whole(`${each} (?:tuan|week)|weekly|(?:cuoi|dau) tuan nao cung`),
    ({ folded }) => ({ rhythm: 'weekly', ...weeklyDay(folded) }),
  ],
  [whole(`${each} (?:ngay|sang|chieu|day|morning)|daily`), () => ({ rhythm: 'daily' })],
  [
    whole('truoc (?:moi |hang |tung |cac )?han(?: nop)?|before (?:each|every) due'),
    () => ({ rhythm: 'beforeDue' }),
  ],
  [
    whole('.*'),
    ({ folded, day }) => (day !== undefined || tomorrow.test(folded) ? { once: true } : undefined),
  ],
];
const tomorrow = whole('mai|ngay mai|tomorrow');

function weeklyDay(folded: string): { day?: number } {
  if (whole('cuoi tuan').test(folded)) return { day: 5 };
  return whole('dau tuan').test(folded) ? { day: 1 } : {};
}

function monthlyDay(folded: string, day: number): { day?: number } {
  if (day >= 1 && day <= 31) return { day };
  if (/(?<!\S)cuoi thang(?!\S)/.test(folded)) return { day: 31 };
  return /(?<!\S)dau thang(?!\S)/.test(folded) ? { day: 1 } : {};
}

const times = [
  /(?<!\S)truoc (?:moi |hang |tung |cac )?han(?: nop)?(?!\S)/,
  weekday,
  monthDay,
  clock,
  /(?<!\S)(?:cu|vao|luc|dinh ky|dinh ki|tu dong|gui|send|on|at|nao cung|cuoi thang|dau thang|cuoi tuan|dau tuan)(?!\S)/,
  /(?<!\S)(?:hang|moi|every|each)(?: (?:ngay|sang|chieu|tuan|thang|quy|nam|day|week|month|quarter|morning))?(?!\S)/,
  /(?<!\S)(?:sang|chieu|toi|ngay mai|mai|morning|afternoon|daily|weekly|monthly)(?!\S)/,
];

/** The words that remain for the report; their places are those of the folded words. */
function withoutTimes(words: string[], folded: string): string {
  const gone = new Set<number>();
  for (const time of times)
    for (const { index, 0: found } of folded.matchAll(new RegExp(time.source, 'g'))) {
      const from = folded.slice(0, index).split(' ').filter(Boolean).length;
      for (let at = 0; at < found.trim().split(' ').length; at++) gone.add(from + at);
    }
  return words.filter((_, at) => !gone.has(at)).join(' ');
}
