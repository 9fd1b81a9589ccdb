import { readingsOf } from '../../text/courtesy.ts';
import { oneLine } from '../../text/normalise.ts';
import { emojis } from '../../text/signs.ts';
import { withoutAccents } from '../../text/without-accents.ts';
import { parsePhone } from './parse-phone.ts';
import { parseYesNo } from './parse-yes-no.ts';
import {
  askingEnds,
  askingStarts,
  fillers,
  type TalkPhrase,
  talkTexts,
  talkWords,
  waitingStarts,
} from './small-talk-words.ts';

/** Why a text is no name: it asks something, is small talk, or is a phone number. */
export type NotAName = 'question' | 'talk' | 'phone';

/**
 * Says why a text that was given as a name is none: "alo", "ok ạ", "cho em hỏi…?", "sđt 0905 123
 * 456". Undefined: it may be one. A name that differs from such words by its accents passes.
 */
export function whyNotAName(text: string): NotAName | undefined {
  const line = oneLine(text).replace(emojis, ' ');
  if (isPhone(line)) return 'phone';
  const words = wordsOf(line);
  if (isAskedAtEnd(line) || askingStarts.some((start) => says(words, start, 0))) return 'question';
  const whole = [words, ...withoutVocatives(line)].some((said) =>
    talkTexts.some((one) => one.words.length === said.length && says(said, one, 0)),
  );
  if (waitingStarts.some((start) => says(words, start, 0))) return 'talk';
  return (whole && !isWrittenAsName(line)) || isTalk(words) ? 'talk' : undefined;
}

/** Tells whether a line ends as a question does: "?", "là gì", "được không". */
export function isAskedAtEnd(line: string): boolean {
  const words = wordsOf(line);
  const ends = askingEnds.some((end) => {
    const at = words.length - end.words.length;
    return at > 0 && says(words, end, at);
  });
  // "Đúng vậy ạ" ends like a question, and is a yes.
  return /\?[\s.!)]*$/.test(line) || (ends && !parseYesNo(line).ok);
}

/**
 * Tells whether a text has several words, each with a capital. Labels and commands are not written
 * so: "Lưu Nháp" may be a name.
 */
export function isWrittenAsName(line: string): boolean {
  const words = line.trim().split(/\s+/);
  return words.length > 1 && words.every((word) => /^\p{Lu}\p{Ll}*$/u.test(word.normalize('NFC')));
}

/** "Gửi đi em" is "gửi đi"; "lưu anh" may be a name. */
function withoutVocatives(line: string): string[][] {
  return readingsOf(line)
    .map(wordsOf)
    .filter(({ length }) => length > 1);
}

/** Small letters and digits, without signs; "hok biết" is "không biết". */
function wordsOf(line: string): string[] {
  const words = line.toLowerCase().match(/[\p{L}\p{M}\p{N}/'’]+/gu) ?? [];
  return words.map((word, i) => (chatNo.test(word) && known.test(words[i + 1] ?? '') ? 'không' : word));
}

const chatNo = /^(?:hok|hông|hong|hổng|hem|hk|ko|k|kg)$/;
const known = /^(?:biết|biet|nhớ|nho|hiểu|hieu|rõ)$/;

/** Tells whether the words say a phrase from `at` on. */
function says(words: string[], phrase: TalkPhrase, at: number): boolean {
  for (const [i, { accented, folded }] of phrase.words.entries()) {
    const word = words[at + i];
    if (word !== accented && (phrase.strict || word === 'a' || word !== folded)) return false;
  }
  return true;
}

/** Tells whether nothing but small talk is said. */
function isTalk(words: string[]): boolean {
  let talk = false;
  for (let at = 0; at < words.length; ) {
    const found = talkWords.find((one) => says(words, one, at));
    const filler = found ?? fillers.find((one) => says(words, one, at));
    if (!filler) return false;
    talk ||= found !== undefined;
    at += filler.words.length;
  }
  return talk;
}

/** A phone number with no other words than its name and its owner. */
function isPhone(line: string): boolean {
  if (line.replace(/\D/g, '').length < 9) return false;
  const rest = withoutAccents(line.replace(/[\d\s.()+–-]+/g, ' ')).toLowerCase();
  const called =
    /^(?:so|sdt|dt|dd|dien|thoai|di|dong|tel|zalo|phone|mobile|cua|em|toi|minh|anh|chi|la|[\s:,])*$/;
  return parsePhone(line).ok || called.test(rest);
}
