import { graphemes } from './graphemes.ts';
import { isPlainLatin } from './plain-latin.ts';
import { removeUnseen } from './signs.ts';

const controls = /[^\P{Cc}\n]/gu;

/**
 * Normalises a typed text for storage. NFC, full-width letters and digits as ordinary ones, no
 * control characters, invisible ones within an emoji alone, no spaces at the ends of lines, at most
 * one empty line in a row, none at the ends.
 */
export function normalise(text: string): string {
  return removeUnseen(text.normalize('NFC'))
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCodePoint((wide.codePointAt(0) ?? 0) - 0xfee0))
    .replace(/[^\S\n]/g, ' ')
    .replace(controls, '')
    .replace(/(?:(?<! ) +)?\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Normalises like `normalise`, on one line with single spaces. */
export function oneLine(text: string): string {
  return normalise(text).replace(/\s+/g, ' ');
}

/** Counts characters as a person does: one with its accents, an emoji as one. */
export function lengthOf(text: string): number {
  if (isPlainLatin(text)) return text.length;
  let length = 0;
  for (const _ of graphemes.segment(text)) length++;
  return length;
}

/**
 * Letters of highland languages carry up to three marks; a text that needs more room is unreadable.
 */
const mostUnitsPerCharacter = 3;

/**
 * Tells whether a text has `min` to `max` characters. It counts as a person does, and also limits
 * the room that such characters may take.
 */
export function fitsLength(text: string, { min, max }: { min: number; max: number }): boolean {
  const length = lengthOf(text);
  return length >= min && length <= max && text.length <= mostUnitsPerCharacter * max;
}
