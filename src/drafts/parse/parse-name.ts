import { fitsLength, lengthOf, oneLine } from '../../text/normalise.ts';
import { type NotAName, whyNotAName } from './not-a-name.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

/** The problem of a name; lengths are in characters as a person counts them. */
export type NameProblem = NotAName | 'wordless' | 'too-short' | 'too-long';

/** Lengths that a name keeps within; `short`: a person's one letter with a capital is a name. */
export interface NameBounds {
  min: number;
  max: number;
  short?: boolean;
}

/** Reads a name of a person or of a model: single spaces, letter case as typed. */
export function parseName(
  text: string,
  { min, max, short = false }: NameBounds = { min: 3, max: 200 },
): Parsed<string, NameProblem> {
  // The empty pattern of Braille shows nothing.
  const name = oneLine(text.replaceAll('\u2800', ''));
  const why = whyNotAName(name);
  if (why) return refuseAnswer(why);
  if (!/\p{L}/u.test(name)) return refuseAnswer('wordless');
  // Ơ, Y, Ni: names of the Central Highlands.
  const least = short && /\p{Lu}/u.test(name) ? 1 : min;
  if (lengthOf(name) < least) return refuseAnswer('too-short');
  return fitsLength(name, { min: least, max }) ? acceptAnswer(name) : refuseAnswer('too-long');
}
