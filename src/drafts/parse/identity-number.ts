import { withoutCourtesy } from '../../text/courtesy.ts';
import { fold } from '../../text/fold.ts';
import { oneLine } from '../../text/normalise.ts';
import { plainDigits } from '../../text/plain-digits.ts';

/**
 * The code of a province, 001 to 096, at the start of a citizen's number; amounts of money never
 * have it.
 */
const province = '0(?:0[1-9]|[1-8]\\d|9[0-6])';
const citizen = new RegExp(`^${province}\\d{9}$`);
const words =
  'cccd|ccd|cmnd|cmtnd|cmt|cc gan chip|can cuoc|chung minh(?: nhan dan| thu)?|cmt nhan dan|dinh danh|giay to tuy than|identity|id card|id';
const wordBefore = new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'g');

/** Words right before an amount of money, an area, or the number of a document or account. */
const countedBefore =
  /(?<![a-z])(?:tiet kiem|kinh phi|so tien|tien|tri gia|gia tri|gia|tong|tong so|tong cong|doanh thu|thu nhap|thu|chi|chi phi|von|vay|no|lai|ung ho|dong gop|quyen gop|van dong|tang|thuong|ho tro|giam|dien tich|rong|tk|stk|khoan|tai khoan|ma so thue|mst|quyet dinh|qd|van ban|ke hoach|kh|cong van|cv|nghi quyet|nq|to trinh|ttr|bien ban|thong bao|tb|giay khen|hop dong|ho so|hon|khoang|gan|tren|duoi|duoc|dat|la hon)(?: so)?[\s:.(]*$/;
/** Words right after one. */
const countedAfter =
  /^\s*(?:[/%]|(?:-\s*)?(?:qd|kh|cv|nq|tb|bb|ubnd)(?![a-z])|(?:dong|d|vnd|vnđ|viet nam dong|trieu|tr|ty|ti|nghin|ngan|k|usd|do la|m2|m²|m3|m|km2|km|ha|hec ?ta|sao|mau|cong dat|kg|tan|ta|yen|lit|cay|con|goc|luot|nguoi|ho|khau|suat|ban|cuon|ngay|gio|phut)(?![a-z]))/;
/** Thousands of an amount: 1.250.000. */
const thousands = /^\d{1,3}(?:\.\d{3})+$/;

/** A number: its digits in groups, with one sign between them. */
const number = /(?<![\d.])\d+(?:[ .-]\d+)*(?!\d)/g;
/** The groups of a citizen's number on the card, or as people read them out. */
const twelve = /^(?:\d{12}|\d{3}([ .-])\d{3}\1\d{3}\1\d{3}|\d{4}([ .-])\d{4}\2\d{4})$/;
/** Groups that count only next to a word such as CCCD. */
const twelveBesideWord = /^\d+(?:[ .-]\d+){0,5}$/;
const nine =
  /^(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}[ .-]\d{5}|\d{5}[ .-]\d{4}|\d{2}[ .-]\d{7}|\d{6}[ .-]\d{3}|\d{3}[ .-]\d{6})$/;

/** Words around a number that is the whole content of a text. */
const alone = /^(?:(?:so|ma|cua|em|toi|minh|la|day|nay)[\s:]+)*(?=[\d.-][\d.\s-]*$)/;

/** Every number of identity has at least so many digits. */
const nineDigits = /(?:\d\D*){9}/;

/** Maximum distance of a word before its number, and after it, in letters. */
const reach = { before: 60, behind: 25 };

/**
 * Tells whether a text seems to hold a citizen's identity number, which must not be stored. That
 * is: twelve digits that begin with a province's code, in a row or in groups, anywhere; twelve or
 * nine digits in any groups next to a word such as CCCD, CMND or căn cước; nine digits that are the
 * whole text. Phone numbers (ten or eleven digits), money, areas, numbers of accounts and of
 * decisions do not count, also after such a word.
 */
export function looksLikeIdentityNumber(text: string): boolean {
  const plain = plainDigits(oneLine(text));
  if (!nineDigits.test(plain)) return false;
  const written = fold(plain);
  const whole = fold(withoutCourtesy(written)).replace(alone, '');
  return [...written.matchAll(number)].some(({ 0: found, index }) =>
    numbersIn(found).some(({ digits, at }) => {
      const before = written.slice(Math.max(0, index + at - reach.before - 20), index + at);
      const end = index + at + digits.length;
      const behind = written.slice(end, end + reach.behind + 20);
      return isIdentityNumber(digits, before, behind, whole);
    }),
  );
}

/** Twelve digits with a sign between each. */
const longest = 23;

/** The numbers that a row of digits and signs can be: all of it, or parts at a space. */
function numbersIn(found: string): { digits: string; at: number }[] {
  const starts = [...found.matchAll(/(?:^|(?<= ))\d/g)].map(({ index }) => index);
  const ends = [...found.matchAll(/\d(?= |$)/g)].map(({ index }) => index + 1);
  let first = 0;
  return starts.flatMap((at) => {
    while ((ends[first] ?? at + 1) <= at) first++;
    const reached = ends.slice(first, first + longest);
    return reached.filter((end) => end - at <= longest).map((end) => ({ digits: found.slice(at, end), at }));
  });
}

function isIdentityNumber(written: string, before: string, behind: string, whole: string): boolean {
  const digits = written.replace(/\D/g, '');
  if (digits.length !== 12 && digits.length !== 9) return false;
  if (countedBefore.test(before) || countedAfter.test(behind)) return false;
  const isWhole = written === whole;
  if (digits.length === 12) {
    // A part of a longer number does not count.
    if (/\d[ .-]?$/.test(before) || /^[ .-]?\d/.test(behind)) return false;
    if (citizen.test(digits) && (twelve.test(written) || isWhole)) return true;
    if (!standsBesideWord(before, behind)) return false;
    return /^\d{12}$/.test(written) || (citizen.test(digits) && twelveBesideWord.test(written));
  }
  // 120.000.000 and 120000000 are money.
  if (!nine.test(written) || digits.endsWith('000')) return false;
  if (/\d[ .-]?$/.test(before) || /^[ .-]?\d/.test(behind)) return false;
  if (standsBesideWord(before, behind)) return true;
  return isWhole && !thousands.test(written);
}

function standsBesideWord(before: string, behind: string): boolean {
  const last = [...before.matchAll(wordBefore)].at(-1);
  // Of several numbers after the word only the first may belong to it, apart from days.
  const between = last === undefined ? undefined : before.slice(last.index + last[0].length);
  if (between !== undefined && between.length <= reach.before) {
    if (!/\d/.test(between.replace(/\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}/g, ''))) return true;
  }
  const next = behind.slice(0, reach.behind).search(wordBefore);
  return next >= 0 && !/\d/.test(behind.slice(0, next));
}
