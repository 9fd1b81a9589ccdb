import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';

const yes = [
  'co',
  'dung',
  'dung vay',
  'dung roi',
  'phai',
  'vang',
  'da',
  'u',
  'uh',
  'ok',
  'oke',
  'dong y',
  'roi',
  'co roi',
];
const no = [
  'khong',
  'khong co',
  'khong phai',
  'khong dung',
  'ko',
  'k',
  'kg',
  'hong',
  'khg',
  'chua',
  'chua co',
  'sai',
];
const answers = new Map([
  ...[...yes, 'yes', 'y'].map((word) => [word, true] as const),
  ...[...no, 'no', 'n', 'not'].map((word) => [word, false] as const),
]);

/**
 * A yes or a no typed instead of pressed: có, vâng ạ, dạ không, chưa, ok, yes. Problem:
 * `unreadable`.
 */
export function parseYesNo(text: string): Parsed<boolean, 'unreadable'> {
  const written = fold(oneLine(text));
  const plain = written.replace(/[\s,]+(?:a|nhe|nha)$/, '');
  const answer = answers.get(plain) ?? answers.get(plain.replace(/^(?:da|vang)[\s,]+/, ''));
  return answer === undefined ? refused('unreadable') : understood(answer);
}
