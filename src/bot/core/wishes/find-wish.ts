import type { KnownPerson } from '../../../people/known-person.ts';
import { actsForOffice } from '../../../people/rights.ts';
import { takeLongest } from '../../../reports/named-reports.ts';
import { readSpeech, type Speech } from '../../../text/speech.ts';
import type { Command } from '../context.ts';
import type { MeantCommand } from '../read-command.ts';
import { mayUse } from '../rights.ts';
import { ownWishes, wholeSentences } from './own-wishes.ts';
import { reportWishes } from './report-wishes.ts';
import { scheduleWishes } from './schedule-wishes.ts';
import { partsBehind, phrase, type Wish } from './wish.ts';
import { workWishes } from './work-wishes.ts';

/** A long text is a story, and no wish. */
const mostWords = 60;

/** A command that a sentence asks for, and the key of a text that is said before it. */
export interface FoundWish extends MeantCommand {
  note?: string;
}

/**
 * Lists the kinds of sentences in the order in which they are tried. To a unit's own people a
 * question for numbers is of their list, so that those of reports are not theirs.
 */
export function listWishes(forOffice: boolean): readonly Wish[] {
  return [
    ...wholeSentences,
    ...scheduleWishes,
    ...(forOffice ? reportWishes : []),
    ...workWishes,
    ...ownWishes,
  ];
}

/**
 * Finds the command that a sentence asks for in people's own words: "nhắc mấy xã chưa nộp", "thứ
 * hai hằng tuần gửi tôi bảng tổng hợp". It is tried where nothing else understands the sentence.
 */
export function findWish(
  text: string,
  commands: Command[],
  person: KnownPerson | null,
): FoundWish | undefined {
  const said = readSpeech(text);
  if (said.words.length > mostWords || said.words.length === 0) return undefined;
  const mine = (name: string) => commands.some((one) => one.name === name && mayUse(person, one));
  const forOffice = actsForOffice(person, 'report');
  for (const { says, unless, by, note } of listWishes(forOffice)) {
    if (!says.test(said.folded) || unless?.test(said.folded)) continue;
    // Those who act for the office read who may do it; a unit's people are asked what they want.
    const chosen = by.find(({ name }) => mine(name)) ?? (forOffice ? by[0] : undefined);
    if (!chosen) continue;
    return { name: chosen.name, args: chosen.args?.(said) ?? '', ...(note && mine(chosen.name) && { note }) };
  }
  return forOffice && mine('baocao') ? findReportWish(said) : undefined;
}

const named = phrase(
  'tong hop|danh sach|tien do|linh vuc|ket qua|bao cao|so lieu|thong ke|goi dien|tuyen truyen|khen thuong|word|summary|list|report|figures',
);
const file = phrase('bao cao|bc|so lieu|thong ke|excel|bang|report|figures|file');
const time =
  /(?<!\S)(?:nam (?:nay|ngoai|truoc)|(?:19|20)\d{2}|quy (?:[1-4]|nay|truoc)|thang (?:\d{1,2}|nay|truoc)|\d+ thang (?:dau|cuoi)|this year|last year)(?!\S)/;
const place = phrase('(?:xa|thi tran|phong|hoi|truong|trung tam) \\S+');
/** A place or a time is a whole request only in a short sentence. */
const mostWordsOfPart = 10;

/**
 * A report that is named anywhere in the sentence: its words from there on, and the time and the
 * unit of those before. Without a report: the time or the place to report of.
 */
function findReportWish(said: Speech): MeantCommand | undefined {
  const words = said.folded.split(' ');
  const at = words.findIndex((_, i) => named.test(words.slice(i, i + 2).join(' ')));
  const misspelt = at < 0 && takeLongest(said.words) !== undefined;
  if (at >= 0 || misspelt) {
    const from = Math.max(0, at);
    const before = { words: said.words.slice(0, from), folded: words.slice(0, from).join(' ') };
    return { name: 'baocao', args: `${said.words.slice(from).join(' ')} ${partsBehind('')(before)}`.trim() };
  }
  const partly = said.words.length <= mostWordsOfPart && (time.test(said.folded) || place.test(said.folded));
  return partly || file.test(said.folded) ? { name: 'baocao', args: partsBehind('')(said) } : undefined;
}
