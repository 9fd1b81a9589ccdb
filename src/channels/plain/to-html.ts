import type { MessageEntity } from 'grammy/types';
import { escapeHtml } from '../../i18n.ts';
import type { FormattedText } from '../bot-api/html-text.ts';

const tags: Partial<Record<MessageEntity['type'], string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
};

/**
 * Writes a text as HTML of four tags, b i u s, closed and properly nested. All other entities
 * (links, code, commands) become plain words. Without entities nothing is escaped: `styled` tells
 * which of the two it is.
 */
export function toHtml({ text, entities }: FormattedText): { text: string; styled: boolean } {
  const marks = entities.filter(({ type }) => tags[type] !== undefined);
  if (marks.length === 0) return { text, styled: false };
  const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.offset, m.offset + m.length])])];
  const sorted = edges.filter((at) => at <= text.length).sort((a, b) => a - b);
  // Each section between two edges has its own tags, so overlapping entities never cross.
  const html = sorted.slice(0, -1).map((from, i) => {
    const to = sorted[i + 1] ?? text.length;
    const names = [
      ...new Set(
        marks.flatMap((m) => (m.offset <= from && m.offset + m.length >= to ? [tags[m.type] ?? ''] : [])),
      ),
    ].sort();
    const open = names.map((name) => `<${name}>`).join('');
    const close = names
      .toReversed()
      .map((name) => `</${name}>`)
      .join('');
    return `${open}${escapeHtml(text.slice(from, to))}${close}`;
  });
  return { text: html.join(''), styled: true };
}

/** Measures the length that is sent, including tags. */
export function htmlLength(part: FormattedText): number {
  return toHtml(part).text.length;
}
