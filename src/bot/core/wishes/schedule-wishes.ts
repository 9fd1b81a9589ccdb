import { readSpeech } from '../../../text/speech.ts';
import { phrase, type Wish } from './wish.ts';

const day = '(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|t[2-7]|chu nhat)';
const each = '(?:hang|moi|every|each)';

/** "Nộp trước hạn" says when a unit handed in; an order says `each`, or "cứ". */
const beforeDues = '(?:truoc (?:moi|hang|tung|cac|nhung)|cu truoc) han(?: nop)?';

/** Sentences about reports that come by themselves. */
export const scheduleWishes: Wish[] = [
  {
    says: phrase(
      '(?:dung|ngung|ngung lai|khong muon|khong can|khoi|tat|huy|bo|stop|no longer|don ?t|dont|cancel)(?: \\S+){0,4}? (?:gui|nhan|dinh ky|dinh ki|send|sending|scheduled)|thoi (?:khong |khoi |dung )?(?:gui|nhan)|(?:stop|cancel|unsubscribe)(?: \\S+){0,4}? (?:weekly|monthly|daily|reports?)',
    ),
    unless: phrase('nhac|giuc|thong bao|moi|duoc'),
    by: [{ name: 'dinhky' }],
  },
  {
    says: phrase('(?:doi|sua|xem|nhung|nao|dang|list)(?: \\S+){0,5}? (?:dinh ky|dinh ki|scheduled)'),
    by: [{ name: 'dinhky' }],
  },
  {
    says: phrase(
      [
        `${each} (?:ngay|sang|chieu|tuan|thang|quy|${day}|day|week|month|quarter|monday|tuesday|wednesday|thursday|friday|morning)`,
        'daily|weekly|monthly|quarterly',
        `cu (?:\\S+ ){0,2}?(?:${day}|sang|ngay|tuan|thang)`,
        '(?:cuoi|dau) (?:thang|tuan|quy) nao cung',
        'tu dong gui|(?:dat|len|hen) lich|hen gio',
        `(?:sang|chieu|toi) (?:${day}|mai)(?: \\S+){0,2}? (?:gui|cho|send)`,
        `(?:mai|ngay mai|${day})(?: \\S+){0,2}? gui`,
      ].join('|'),
    ),
    unless: phrase('nhac|giuc|di hop|hop giao ban|nop bao cao|sap|thong bao|han'),
    by: [{ name: 'dinhky', args: ({ words }) => words.join(' ') }],
  },
  {
    says: phrase(
      `${beforeDues}(?: \\S+){0,3}? (?:gui|cho|send)|(?:gui|cho|send)(?: \\S+){1,8}? ${beforeDues}`,
    ),
    unless: phrase('nhac|giuc|thong bao|lui|doi|sua|chua|nao|ai'),
    by: [{ name: 'dinhky', args: ({ words }) => words.join(' ') }],
  },
  { says: phrase('dinh ky|dinh ki|scheduled'), by: [{ name: 'dinhky' }] },
];

const sends = phrase('gui|nhan|send|cho (?:toi|anh|chi|em|chu|bac|minh|sep)');
const regularly = phrase(
  `${each} (?:ngay|sang|chieu|tuan|thang|quy|${day}|day|week|month|monday|tuesday|wednesday|thursday|friday|morning)|${beforeDues}`,
);
const ends = phrase('thoi (?:khong |khoi |dung )?(?:gui|nhan)');

/** Tells whether a sentence ends such reports: "thôi gửi" is not courtesy before a command. */
export function endsRegularly(text: string): boolean {
  return ends.test(readSpeech(text).folded);
}

/**
 * Tells whether a sentence orders a report that comes again and again. It may begin with the words
 * of a command: "gửi báo cáo cho tôi mỗi sáng thứ hai".
 */
export function ordersRegularly(text: string): boolean {
  const { folded } = readSpeech(text);
  return (
    sends.test(folded) &&
    regularly.test(folded) &&
    !/(?<!\S)(?:nhac|giuc|dung|ngung|thoi|huy|bo)(?!\S)/.test(folded)
  );
}
