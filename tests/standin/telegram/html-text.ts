import { violation } from './refusal.ts';

/** A part of a text with a format, in UTF-16 units. */
export interface Entity {
  type: string;
  offset: number;
  length: number;
  url?: string;
}

export interface FormattedText {
  text: string;
  entities: Entity[];
}

const entityTypes: Record<string, string> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  a: 'text_link',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };

/**
 * Reads a text sent with `parse_mode: HTML`, by the rules of Telegram's own server: only its tags,
 * all closed, in order; every other `<` must be escaped; only four named entities are known, an
 * unknown one stays as written. Custom emoji and times (`tg-emoji`, `tg-time`) are not known here.
 * Throws a 400 "can't parse entities: …" with the byte offset, as Telegram does.
 */
export function parseHtml(html: string): FormattedText {
  const entities: Entity[] = [];
  const open: { tag: string; offset: number; attributes: Map<string, string>; at: number }[] = [];
  let text = '';
  let i = 0;
  while (i < html.length) {
    if (html[i] !== '<') {
      const [characters, length] = html[i] === '&' ? decodeEntity(html, i) : [html.charAt(i), 1];
      text += characters;
      i += length;
      continue;
    }
    const begin = i;
    if (html[i + 1] === '/') {
      const end = /^<\/([^\s>]*)\s*(>?)/.exec(html.slice(i));
      const opened = open.pop();
      if (!opened) throw cannotParse(`Unexpected end tag at byte offset ${bytes(html, begin)}`);
      if (!end?.[2]) throw cannotParse(`Unclosed end tag at byte offset ${bytes(html, begin)}`);
      const name = end[1]?.toLowerCase() ?? '';
      if (name !== '' && name !== opened.tag) {
        throw cannotParse(
          `Unmatched end tag at byte offset ${bytes(html, begin)}, expected "</${opened.tag}>", found "</${name}>"`,
        );
      }
      addEntity(entities, opened, text);
      i += end[0].length;
      continue;
    }
    const { tag, attributes, length } = readStartTag(html, begin);
    open.push({ tag, attributes, offset: text.length, at: begin });
    i += length;
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw cannotParse(
      `Can't find end tag corresponding to start tag "${unclosed.tag}" at byte offset ${bytes(html, unclosed.at)}`,
    );
  }
  return { text, entities: entities.sort((a, b) => a.offset - b.offset || b.length - a.length) };
}

function readStartTag(html: string, begin: number) {
  const name = /^[^\s>]*/.exec(html.slice(begin + 1))?.[0] ?? '';
  let i = begin + 1 + name.length;
  if (i >= html.length) throw cannotParse(`Unclosed start tag at byte offset ${bytes(html, begin)}`);
  const tag = name.toLowerCase();
  if (!Object.hasOwn(entityTypes, tag)) {
    throw cannotParse(`Unsupported start tag "${tag}" at byte offset ${bytes(html, begin)}`);
  }
  const attributes = new Map<string, string>();
  for (;;) {
    const attribute = /^\s*(?:([^\s=>]+)\s*(?:=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)(?=[\s>])))?)?/.exec(
      html.slice(i),
    );
    i += attribute?.[0].length ?? 0;
    if (attribute?.[1]) {
      const value = attribute[2] ?? attribute[3] ?? attribute[4] ?? '';
      attributes.set(attribute[1].toLowerCase(), decodeAll(value));
    }
    if (html[i] === '>') break;
    // A quote that is not closed extends to the end.
    if (i >= html.length || (attribute?.[1] && /^=\s*["']/.test(html.slice(i)))) {
      throw cannotParse(`Unclosed start tag "${tag}" at byte offset ${bytes(html, begin)}`);
    }
    if (!attribute?.[1] || html[i] === '=') {
      throw cannotParse(`Empty attribute name in the tag "${tag}" at byte offset ${bytes(html, i)}`);
    }
  }
  if (tag === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(`Tag "span" must have class "tg-spoiler" at byte offset ${bytes(html, begin)}`);
  }
  return { tag, attributes, length: i + 1 - begin };
}

function addEntity(
  entities: Entity[],
  { tag, offset, attributes }: { tag: string; offset: number; attributes: Map<string, string> },
  text: string,
): void {
  const length = text.length - offset;
  if (length === 0) return;
  const type = entityTypes[tag] ?? tag;
  if (tag === 'a') {
    const url = attributes.get('href') ?? text.slice(offset);
    // As on Telegram: an invalid link loses its format and nothing else.
    if (/^(https?|tg|mailto|tel):/i.test(url)) entities.push({ type, offset, length, url });
    return;
  }
  const expandable = tag === 'blockquote' && attributes.has('expandable');
  entities.push({ type: expandable ? 'expandable_blockquote' : type, offset, length });
}

function decodeAll(text: string): string {
  return text.replace(/&(#?\w+);/g, (whole) => decodeEntity(whole, 0)[0]);
}

function decodeEntity(html: string, at: number): [characters: string, length: number] {
  const found = /^&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));?/i.exec(html.slice(at));
  if (!found) return ['&', 1];
  const [whole, decimal, hex, name] = found;
  if (name) {
    const character = Object.hasOwn(named, name) ? named[name] : undefined;
    return character ? [character, whole.length] : ['&', 1];
  }
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
  return code > 0 && code < 0x10ffff ? [String.fromCodePoint(code), whole.length] : ['&', 1];
}

function bytes(html: string, end: number): number {
  return Buffer.byteLength(html.slice(0, end));
}

function cannotParse(why: string) {
  return violation(`can't parse entities: ${why}`);
}
