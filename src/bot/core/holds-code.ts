import { findExemplarCodes } from '../../exemplars/find-codes.ts';
import { findCode, hasCodeLetters } from '../../people/code.ts';

/** Tells whether a text holds the code of an invitation or of an exemplar, written as such. */
export function holdsCode(text: string): boolean {
  return holdsInvitation(text) || findExemplarCodes(text).some(({ certain }) => certain);
}

/** Tells whether a text holds the code of an invitation, with letters that codes have. */
export function holdsInvitation(text: string): boolean {
  const code = findCode(text);
  return code !== undefined && hasCodeLetters(code);
}
