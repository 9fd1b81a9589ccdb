import { withoutCourtesy } from '../../text/courtesy.ts';
import { oneLine } from '../../text/normalise.ts';
import { acceptAnswer, type Parsed, refuseAnswer } from './parsed.ts';

/** The longest address that is kept, in characters. */
export const longestLink = 500;

const scheme = /^[a-z][a-z0-9+.-]*:/i;
/** The name of a machine on the web: it has a dot and ends in letters. */
const publicName = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)$/iu;

/**
 * Parses the address of a page on the web, with or without `https://` before it. Other words around
 * it are no part of it. Problems: `unreadable` no address; `several` more than one; `not-web`
 * another kind of address; `too-long`.
 */
export function parseLink(text: string): Parsed<string, 'unreadable' | 'several' | 'not-web' | 'too-long'> {
  const words = oneLine(withoutCourtesy(text)).split(' ').map(bare).filter(Boolean);
  const found = words.filter((word) => scheme.test(word) || isAddress(`https://${word}`));
  const [one, ...more] = found;
  if (one === undefined) return refuseAnswer('unreadable');
  if (more.length > 0) return refuseAnswer('several');
  const hasScheme = scheme.test(one) && !/^[^/:]+:\d/.test(one);
  if (hasScheme && !/^https?:\/\//i.test(one)) return refuseAnswer('not-web');
  const address = hasScheme ? one : `https://${one}`;
  if (!isAddress(address)) return refuseAnswer('unreadable');
  return address.length > longestLink ? refuseAnswer('too-long') : acceptAnswer(address);
}

/** A word without the brackets, quotes and full stops around it. */
function bare(word: string): string {
  return word.replace(/^[<("'“”«]+/, '').replace(/(?<![>)"'“”»,;.!])[>)"'“”»,;.!]+$/, '');
}

function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol)) return false;
  return publicName.test(url.hostname) && url.username === '' && url.password === '';
}
