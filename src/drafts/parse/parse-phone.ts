import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';

const label = /^(?:(?:so|sdt|dt|dd|dien thoai|di dong|tel|phone|mobile|zalo|hotline)[\s:.]*)+/;
const mobile = /^0[35789]\d{8}$/;
const landline = /^02\d{9}$/;
// Until 2018 some mobile numbers had eleven digits.
const oldMobile = /^01(?:2\d|6[2-9]|8[68]|99)\d{7}$/;

/**
 * A Vietnamese mobile or landline number as `0xxxxxxxxx`, however it is grouped, with 0, 84, +84 or
 * 0084 in front. Problems: `old-number` of eleven digits that was changed in 2018; `foreign`;
 * `unreadable`.
 */
export function parsePhone(text: string): Parsed<string, 'unreadable' | 'old-number' | 'foreign'> {
  const written = fold(oneLine(text)).replace(label, '');
  if (!/^\+?[\d\s.()\-–]+$/.test(written)) return refused('unreadable');
  const digits = written.replace(/\D/g, '');
  const foreign = written.startsWith('+') && !digits.startsWith('84');
  if (foreign) return refused('foreign');

  const phone = digits.replace(/^(?:0084|84)0?(?=\d{9,10}$)/, '0');
  if (oldMobile.test(phone)) return refused('old-number');
  return mobile.test(phone) || landline.test(phone) ? understood(phone) : refused('unreadable');
}
