import { lengthOf, oneLine } from '../../text/normalise.ts';
import { type Parsed, refused, understood } from './parsed.ts';

/**
 * A name of a person or of a model: single spaces, letter case as typed.
 * Problems: `no-letters`, `too-short`, `too-long` (characters as a person counts them).
 */
export function parseName(
  text: string,
  { min, max } = { min: 3, max: 200 },
): Parsed<string, 'no-letters' | 'too-short' | 'too-long'> {
  const name = oneLine(text);
  if (!/\p{L}/u.test(name)) return refused('no-letters');
  const length = lengthOf(name);
  if (length < min) return refused('too-short');
  return length > max ? refused('too-long') : understood(name);
}
