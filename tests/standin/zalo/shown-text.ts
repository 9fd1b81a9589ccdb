import { violation } from '../telegram/refusal.ts';

/**
 * The format of each tag, in the words of `text_styles`. No public page lists the tags: these are
 * certain.
 */
const tags = new Set(['b', 'strong', 'i', 'em', 'u', 's']);
const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Returns a text sent with `parse_mode: html` as the person sees it. Stricter than Zalo may be:
 * only the tags above, without attributes, closed in order; every other `<` and `&` escaped. Throws
 * a 400 that counts as a violation.
 */
export function shownText(html: string): string {
  const open: string[] = [];
  let text = '';
  for (const [token] of html.matchAll(/<[^<>]*>|&\w*;|[^<&]+|[<&]/g)) {
    if (token.startsWith('<')) readTag(token, open);
    else if (token.startsWith('&')) text += readEntity(token);
    else text += token;
  }
  if (open.length > 0) throw violation(`<${open.at(-1)}> is not closed`);
  return text;
}

/**
 * Returns a text sent without `parse_mode`: shown unchanged. Throws a 400 that counts as a
 * violation when that would show markup to the person, other than markup that a person wrote, which
 * is shown again as written.
 */
export function plainText(text: string, wrote: (markup: string) => boolean = () => false): string {
  const all = /<\/?(b|strong|i|em|u|s|a|code|pre|blockquote)(\s[^<>]*)?>|&(lt|gt|amp|quot);/gi;
  for (const [markup] of text.matchAll(all)) {
    if (!wrote(markup)) throw violation(`the person would see ${markup}`);
  }
  return text;
}

function readTag(token: string, open: string[]): void {
  const [, close, name] = /^<(\/?)([a-z]+)>$/i.exec(token) ?? [];
  if (name === undefined || !tags.has(name)) throw violation(`no tag that is known: ${token}`);
  if (!close) open.push(name);
  else if (open.pop() !== name) throw violation(`${token} closes what is not open`);
}

function readEntity(token: string): string {
  const character = named[token.slice(1, -1)];
  if (character === undefined) throw violation(`not escaped: ${token}`);
  return character;
}
