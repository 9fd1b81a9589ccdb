import { lengthOf, oneLine } from '../../text/normalise.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

/**
 * Parses the name of a person or a model: single spaces, letter case as typed. Problems:
 * `no-letters`, `too-short`, `too-long` (characters as a person counts them).
 */
export function parseName(
  text: string,
  { min, max } = { min: 3, max: 200 },
): Parsed<string, 'no-letters' | 'too-short' | 'too-long'> {
  const name = oneLine(text);
  if (!/\p{L}/u.test(name)) return refuseAnswer('no-letters');
  const length = lengthOf(name);
  if (length < min) return refuseAnswer('too-short');
  return length > max ? refuseAnswer('too-long') : acceptAnswer(name);
}
