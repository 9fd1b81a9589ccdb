import { fitsLength, lengthOf, oneLine } from '../../text/normalise.ts';
import { type NotAName, whyNotAName } from './not-a-name.ts';
import { parsePhone } from './parse-phone.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';
import { holdsBirth } from './split-named.ts';

/** The problem of a name; lengths are in characters as a person counts them. */
export type NameProblem = NotAName | 'wordless' | 'too-short' | 'too-long' | 'more';

/** Lengths that a name keeps within; `short`: a person's one letter with a capital is a name. */
export interface NameBounds {
  min: number;
  max: number;
  short?: boolean;
}

/** A mobile number or a landline's, in any groups. */
const phone = /(?<![\d.])(?:\+?84|0)[\s.-]?\d(?:[\s.-]?\d){7,9}(?!\d)/g;

/** A phone number never stands in a person's name, which lists show to all who read them. */
function holdsPhone(name: string): boolean {
  return [...name.matchAll(phone)].some(([digits]) => parsePhone(digits).ok);
}

/**
 * Reads a name of a person or of a model: single spaces, letter case as typed. A person's is kept
 * without signs behind it.
 */
export function parseName(
  text: string,
  { min, max, short = false }: NameBounds = { min: 3, max: 200 },
): Parsed<string, NameProblem> {
  // The empty pattern of Braille shows nothing.
  const line = oneLine(text.replaceAll('\u2800', ''));
  const name = short ? line.replace(/(?<=\p{L}{2})[\s.,;:]+$/u, '') : line;
  const why = whyNotAName(name);
  if (why) return refuseAnswer(why);
  if (short && (holdsPhone(name) || holdsBirth(name))) return refuseAnswer('more');
  if (!/\p{L}/u.test(name)) return refuseAnswer('wordless');
  // Ơ, Y, Ni: names of the Central Highlands.
  const least = short && /\p{Lu}/u.test(name) ? 1 : min;
  if (lengthOf(name) < least) return refuseAnswer('too-short');
  return fitsLength(name, { min: least, max }) ? acceptAnswer(name) : refuseAnswer('too-long');
}
