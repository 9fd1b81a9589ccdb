import { fold } from '../../text/fold.ts';
import { lengthOf, oneLine } from '../../text/normalise.ts';
import { isAskedAtEnd, whyNotAName } from './not-a-name.ts';
import { parseYesNo } from './parse-yes-no.ts';

/** Tells whether a text is small talk or a question, and answers nothing. "Không có" may answer. */
export function isTalkOnly(text: string): boolean {
  const meant = parseYesNo(text);
  if (meant.ok) return meant.value;
  const why = whyNotAName(text);
  return why === 'question' || why === 'talk';
}

/** Longer messages are a part of the text. */
const longestTalk = 60;

/**
 * Tells whether a message is small talk or a question between the parts of a long text. "Viết gì
 * vậy em?" and "khoan đã" are; "Không có vốn" and "Không biết chữ nên …" are parts.
 */
export function isTalkBetween(text: string): boolean {
  if (/\n/.test(text.trim()) || lengthOf(text.trim()) > longestTalk) return false;
  const line = oneLine(text);
  if (!isTalkOnly(line)) return false;
  if (isAskedAtEnd(line)) return true;
  return whyNotAName(line) !== 'question' && !/^(?:khong|ko|chua|can) /.test(fold(line));
}
