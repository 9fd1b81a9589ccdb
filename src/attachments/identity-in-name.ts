import { looksLikeIdentityNumber } from '../drafts/parse/identity-number.ts';
import { fold } from '../text/fold.ts';
import { oneLine } from '../text/normalise.ts';
import { plainDigits } from '../text/plain-digits.ts';

/** The code of a province, at the beginning of a citizen's number. */
const province = String.raw`0(?:0[1-9]|[1-8]\d|9[0-6])`;
const alone = new RegExp(String.raw`(?<!\d|(?:tk|khoan)[^\d]{0,20})${province}\d{9}(?!\d)`);
/** As on the card, or as read out: 064 082 012 345, 0640 8201 2345. */
const grouped = new RegExp(
  String.raw`(?<!\d[ .-]?)(?:${province}([ .-])\d{3}\1\d{3}\1\d{3}(?!\1?\d)|${province}\d([ .-])\d{4}\2\d{4}(?!\2?\d))`,
);
/** 210818-080512: the day and the time that a camera writes. */
const dayAndTime = /^\d{6}[ .-]\d{6}$/;
/** Names created by programs: their digits are among letters. */
const made =
  /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|\b(?=(?:\d{0,40}[a-f]{1,40}\d{1,40}){3})[0-9a-f]{16,}/g;

/**
 * Tells whether a file name holds a citizen's identity number, which is never collected. That is:
 * exactly twelve digits that begin with a province's code (001 to 096), alone or in groups; twelve
 * or nine digits after a word such as CCCD; nine digits that are the whole name; a number masked by
 * `maskedName`. Days, times and counters of cameras and apps have other lengths or beginnings.
 */
export function holdsIdentityNumber(fileName: string): boolean {
  const base = fileName.replace(/\.[^.\s]{1,5}$/, '').replace(/ \(\d{1,2}\)$/, '');
  const written = fold(oneLine(plainDigits(base)).replaceAll(/[_()[\]]+/g, ' ')).replaceAll(made, '');
  if (masked.test(fileName) || alone.test(written) || grouped.test(written)) return true;
  return !dayAndTime.test(written) && looksLikeIdentityNumber(written);
}

/** A number masked by `maskedName`: although hidden on arrival, a number was sent. */
const masked = /•(?:[\s._,·‧∙\p{Pd}]?•){8,}/u;

/** Masks a name for a refusal: every digit of a long number becomes a dot. */
export function maskedName(fileName: string): string {
  return fileName.replaceAll(/\p{Nd}(?:[\s._,·‧∙\p{Pd}]?\p{Nd}){8,}/gu, (digits) =>
    digits.replaceAll(/\p{Nd}/gu, '•'),
  );
}
