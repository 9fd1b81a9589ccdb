import { readingsOf, withoutAnyCourtesy, withoutTelex } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const yes =
  'co|dung|dung vay|dung day|phai day|phai vay|van co|cung co|dung the|dung roi|chinh xac|phai|phai roi|vang|da|da vang|u|uh|uhm|um|ok|oke|okay|okie|dong y|nhat tri|roi|co roi|duoc|dc|co chu|da co|oki|okie|okey|okela|chuan|chuan roi|dung do|dung the roi|duoc roi|tat nhien|di nhien|yes|y|yep|yeah';
const no =
  'khong|khong co|khong phai|khong phai vay|khong phai the|khong dau|khong he|hong co|hong phai|hem|khong dung|ko|ko co|ko phai|k|k co|kg|hong|hok|khg|kh|chua|chua co|sai|sai roi|khong can|ko can|thoi khong|no|n|not|nope';
const answers = new Map([
  ...yes.split('|').map((word) => [word, true] as const),
  ...no.split('|').map((word) => [word, false] as const),
]);
/** Courtesy that means yes when it is the whole text. */
const assent = /^(?:da|vang|u|uh|uhm|ok|oke|okay)(?![a-z])/;

/**
 * Parses a typed yes or no: có, vâng ạ, dạ không em ạ, chưa, ok anh, yes. Problem: `unreadable`.
 */
export function parseYesNo(text: string): Parsed<boolean, 'unreadable'> {
  const signs = text.replaceAll(/\s|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/gu, '');
  if (/^(?:👍|👌|✅|🙆)+$/u.test(signs)) return acceptAnswer(true);
  if (/^(?:👎|❌|🙅)+$/u.test(signs)) return acceptAnswer(false);
  if (/^(?:ờ+|ừa+|ừ+m?|òk?|oki+)$/iu.test(oneLine(text))) return acceptAnswer(true);
  const readings = readingsOf(text).map(fold);
  for (const reading of [...readings, ...readings.map(withoutTelex)]) {
    const answer = answers.get(reading);
    if (answer !== undefined) return acceptAnswer(answer);
  }
  const courtesyAlone = withoutAnyCourtesy(text) === '';
  return courtesyAlone && assent.test(fold(text)) ? acceptAnswer(true) : refuseAnswer('unreadable');
}
