import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;
// Until 2018 some mobile numbers had eleven digits.
const oldMobile = /^01(?:2\d|6[2-9]|8[68]|99)\d{7}$/;

/** Words around a number: its owner, and its use. */
const around = new Set(
  'so sdt dt dtdd dd dien thoai di dong co dinh may ban tel phone mobile number zalo viber hotline telegram cua em toi minh day nay do la anh chi ong ba chu bac lien he lac goi qua theo ca nhan rieng moi cu voi nhe a my is the call me at'.split(
    ' ',
  ),
);

/** O and l typed for 0 and 1, among digits only. */
const likeDigits: [RegExp, string][] = [
  [/(?<=\d[\s.-]?)o|(?<![a-z])o(?=\d)/g, '0'],
  [/(?<=\d[\s.-]?)l(?=[\s.-]?\d)/g, '1'],
];

/**
 * Parses a Vietnamese mobile or landline number into `0xxxxxxxxx`. It may be grouped in any way,
 * with 0, 84, +84 or 0084 in front, alone or among words such as "số của em là … ạ". Problems:
 * `old-number` of eleven digits that was changed in 2018; `foreign`; `unreadable`, also when there
 * are several.
 */
export function parsePhone(text: string): Parsed<string, 'unreadable' | 'old-number' | 'foreign'> {
  const typed = likeDigits.reduce(
    (sofar, [like, digit]) => sofar.replace(like, digit),
    fold(withoutCourtesy(text)),
  );
  const [written, ...others] = typed.match(/[+(]{0,2}\d[\d\s.,·/()-]*/g) ?? [];
  const words = typed.replace(/[+(]{0,2}\d[\d\s.,·/()-]*/g, ' ').match(/[^\s:.,()/-]+/g) ?? [];
  if (written === undefined || others.length > 0 || !words.every((word) => around.has(word)))
    return refuseAnswer('unreadable');
  const digits = written.replace(/\D/g, '');
  if (written.replace('(', '').startsWith('+') && !digits.startsWith('84')) return refuseAnswer('foreign');

  const phone = digits.replace(/^(?:0084|84)0?(?=\d{9,10}$)/, '0');
  if (oldMobile.test(phone)) return refuseAnswer('old-number');
  return mobile.test(phone) || landline.test(phone) ? acceptAnswer(phone) : refuseAnswer('unreadable');
}
