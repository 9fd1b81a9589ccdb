import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { digitsForLetters } from '../../text/plain-digits.ts';
import { replaceNumberWords } from './number-words.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const number = /-?\d+(?:[.,\s]\d+)*/g;
const grouped = /^-?\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/;
// "30 nghìn" is not 30, nor "mười mấy" 10: words that change the number itself.
const multiplier =
  /^\s*(?:nghin|ngan|van|trieu|ty|tram|chuc|muoi|may|ruoi|ta|k|tr|m|%|phan tram|thousand|million|hundred)(?![a-z])/;
const multiplierBefore = /(?<![a-z])(?:ham|tram|nghin|ngan|chuc|muoi|vai|may|dam)\s*$/;

/**
 * Parses a count, with or without its noun: 25, "dạ 25 người ạ", "khoảng 30 hộ", 1.200, 1,200, 1
 * 200, "hai mươi lăm". An estimate is read as its number. Problems: `unreadable`; `several` more
 * than one number; `not-whole`; `too-small` and `too-big`.
 */
export function parseWholeNumber(
  text: string,
  { min, max }: { min: number; max: number },
): Parsed<number, 'unreadable' | 'several' | 'not-whole' | 'too-small' | 'too-big'> {
  const digits = /\p{Nd}/u.test(text) ? digitsForLetters(text) : replaceNumberWords(text);
  const written = fold(withoutCourtesy(digits)).replace(/(\d)\s*(?:-|den|toi)\s*(?=\d)/g, '$1 ; ');
  const found = [...written.matchAll(number)];
  const [first] = found;
  if (!first) return refuseAnswer('unreadable');
  if (found.length > 1) return refuseAnswer('several');

  const [figure] = first;
  const after = written.slice(first.index + first[0].length);
  const before = written.slice(0, first.index);
  const changed = multiplier.test(after) || multiplierBefore.test(before);
  if (changed || /[a-z]$/.test(before) || /[/:]/.test(written)) {
    return refuseAnswer('unreadable');
  }
  if (!/^-?\d+$/.test(figure) && !grouped.test(figure)) {
    return refuseAnswer(/\s/.test(figure) ? 'several' : 'not-whole');
  }
  const value = Number(figure.replace(/[.,\s]/g, ''));
  if (value < min) return refuseAnswer('too-small');
  return value > max ? refuseAnswer('too-big') : acceptAnswer(value);
}
