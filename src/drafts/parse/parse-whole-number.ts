import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { replaceNumberWords } from './number-words.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const number = /-?\d+(?:[.,\s]\d+)*/g;
const grouped = /^-?\d{1,3}([.,\s])\d{3}(?:\1\d{3})*$/;
// "30 nghìn" is not 30: words that change the number itself.
const multiplier =
  /^\s*(?:nghin|ngan|trieu|ty|tram|chuc|k|tr|m|%|phan tram|thousand|million|hundred)(?![a-z])/;

/**
 * Parses a count, with or without its noun: 25, "dạ 25 người ạ", "khoảng 30 hộ", 1.200, 1,200, 1
 * 200, "hai mươi lăm". An estimate is read as its number. Problems: `unreadable`; `several` more
 * than one number; `not-whole`; `too-small` and `too-big`.
 */
export function parseWholeNumber(
  text: string,
  { min, max }: { min: number; max: number },
): Parsed<number, 'unreadable' | 'several' | 'not-whole' | 'too-small' | 'too-big'> {
  const digits = /\p{Nd}/u.test(text) ? text : replaceNumberWords(text);
  const written = fold(withoutCourtesy(digits)).replace(/(\d)\s*(?:-|den|toi)\s*(?=\d)/g, '$1 ; ');
  const found = [...written.matchAll(number)];
  const [first] = found;
  if (!first) return refuseAnswer('unreadable');
  if (found.length > 1) return refuseAnswer('several');

  const [figure] = first;
  const after = written.slice(first.index + first[0].length);
  if (multiplier.test(after) || /[a-z]$/.test(written.slice(0, first.index)) || /[/:]/.test(written)) {
    return refuseAnswer('unreadable');
  }
  if (!/^-?\d+$/.test(figure) && !grouped.test(figure)) {
    return refuseAnswer(/\s/.test(figure) ? 'several' : 'not-whole');
  }
  const value = Number(figure.replace(/[.,\s]/g, ''));
  if (value < min) return refuseAnswer('too-small');
  return value > max ? refuseAnswer('too-big') : acceptAnswer(value);
}
