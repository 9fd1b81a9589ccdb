import type { MessageEntity } from 'grammy/types';
import { buildBadRequest } from './api-error.ts';

/** A text and its entities: offsets and lengths in UTF-16 units, as in the Bot API. */
export interface FormattedText {
  text: string;
  entities: MessageEntity[];
}

const kinds = new Map(
  Object.entries({
    b: 'bold',
    strong: 'bold',
    i: 'italic',
    em: 'italic',
    u: 'underline',
    ins: 'underline',
    s: 'strikethrough',
    strike: 'strikethrough',
    del: 'strikethrough',
    code: 'code',
    pre: 'pre',
    blockquote: 'blockquote',
    a: 'text_link',
  } as const),
);

interface OpenTag {
  tag: string;
  at: number;
  url: string | undefined;
  language: string | undefined;
}

const named: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"' };
const token = /<(\/?)([a-zA-Z][\w-]*)((?:[^\w<>-][^<>]*)?)>|&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-z]+);|</g;

/**
 * Parses the subset of HTML that the Bot API accepts with `parse_mode: HTML`. Throws Telegram's
 * answer (400) for an unknown tag, a bare `<` and tags that do not close in order: a text accepted
 * here is accepted there.
 */
export function parseHtml(source: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let read = 0;
  for (const match of source.matchAll(token)) {
    text += source.slice(read, match.index);
    read = match.index + match[0].length;
    const [whole, slash, name, attributes = '', reference] = match;
    if (reference !== undefined) {
      text += character(reference) ?? whole;
      continue;
    }
    const offset = Buffer.byteLength(source.slice(0, match.index));
    const tag = name?.toLowerCase() ?? '';
    if (slash === '/') {
      const last = open.pop();
      if (!last) throw buildBadRequest(`can't parse entities: Unexpected end tag at byte offset ${offset}`);
      if (last.tag !== tag) {
        throw buildBadRequest(
          `can't parse entities: Unmatched end tag at byte offset ${offset}, expected "</${last.tag}>", found "${whole}"`,
        );
      }
      const entity = entityOf(last, text.length);
      if (entity) entities.push(entity);
      continue;
    }
    if (!kinds.has(tag)) {
      throw buildBadRequest(`can't parse entities: Unsupported start tag "${tag}" at byte offset ${offset}`);
    }
    open.push({ tag, at: text.length, url: attribute(attributes, 'href'), language: languageOf(attributes) });
  }
  const unclosed = open.at(-1);
  if (unclosed) {
    throw buildBadRequest(
      `can't parse entities: Can't find end tag corresponding to start tag "${unclosed.tag}"`,
    );
  }
  text += source.slice(read);
  return { text, entities: sortEntities(entities) };
}

/** Removes white space at both ends and moves the entities, as Telegram does with every text. */
export function trimText({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  return {
    text: kept,
    entities: entities.flatMap((entity) => {
      const from = Math.max(entity.offset - start, 0);
      const to = Math.min(entity.offset + entity.length - start, kept.length);
      return to > from ? [{ ...entity, offset: from, length: to - from }] : [];
    }),
  };
}

/** Sorts entities in reading order, outer before inner. */
export function sortEntities(entities: MessageEntity[]): MessageEntity[] {
  return entities.toSorted((a, b) => a.offset - b.offset || b.length - a.length);
}

function entityOf({ tag, at, url, language }: OpenTag, end: number): MessageEntity | undefined {
  const place = { offset: at, length: end - at };
  const type = kinds.get(tag);
  if (!type || place.length === 0) return undefined;
  if (type === 'text_link') {
    // Telegram shows a link without a usable address as plain text.
    return url && /^(https?|mailto|tel):/i.test(url) ? { type, ...place, url } : undefined;
  }
  if (type === 'pre') return language ? { type, ...place, language } : { type, ...place };
  return { type, ...place };
}

function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes);
  const value = found?.[1] ?? found?.[2] ?? found?.[3];
  return value?.replaceAll(
    /&(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[a-z]+);/g,
    (whole, ref) => character(ref) ?? whole,
  );
}

function languageOf(attributes: string): string | undefined {
  return /^language-(\S+)$/.exec(attribute(attributes, 'class') ?? '')?.[1];
}

function character(reference: string): string | undefined {
  if (!reference.startsWith('#')) return named[reference];
  const code = /^#x/i.test(reference) ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
