import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';

// A citizen's number begins with the code of a province, 001 to 096; an amount of money never
// begins with 0.
const citizen = String.raw`0(?:0[1-9]|[1-8]\d|9[0-6])\d{9}`;
const nine = String.raw`\d{9}|\d{3}[ .-]\d{3}[ .-]\d{3}`;
const twelve = String.raw`\d{12}|\d{3}[ .-]\d{3}[ .-]\d{3}[ .-]\d{3}|\d{4}[ .-]\d{4}[ .-]\d{4}|\d{3}[ .-]\d{9}|\d{6}[ .-]\d{6}`;
const words =
  'cccd|cmnd|cmtnd|cmt|can cuoc|chung minh(?: nhan dan| thu)?|(?:so )?dinh danh|giay to tuy than|identity|id card|id';

const anywhere = new RegExp(String.raw`(?<!\d|\d[ .,-]|(?:tk|khoan)[^\d]{0,20})${citizen}(?!\d)`);
const afterWords = new RegExp(
  String.raw`(?<![a-z])(?:${words})(?![a-z])[^\d]{0,40}(?:${twelve}|${nine})(?![\d])`,
);
const alone = new RegExp(`^(?:so )?(?:${twelve}|${nine})$`);

/**
 * Whether a text looks as if it held a citizen's identity number, which the house does not take:
 * twelve digits that begin with a province's code anywhere; twelve or nine digits that are the
 * whole text or come after a word such as CCCD, CMND or căn cước. Phone numbers (ten or eleven
 * digits) and amounts of money are not.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  const written = fold(oneLine(text));
  if (afterWords.test(written) || anywhere.test(written)) return true;
  if (!alone.test(written)) return false;
  const digits = written.replace(/\D/g, '');
  if (digits.length === 12) return new RegExp(`^${citizen}$`).test(digits);
  // 120.000.000 and 120000000 are money.
  return !/\d[.]\d/.test(written) && !digits.endsWith('000');
}
