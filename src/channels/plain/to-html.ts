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
 * A text with its marks as HTML of four tags, b i u s, each closed within the text and properly
 * nested; everything else (links, code, commands) becomes its words. Without marks nothing is
 * escaped: `styled` says which of the two it is.
 */
export function toHtml({ text, entities }: FormattedText): { text: string; styled: boolean } {
  const marks = entities.filter(({ type }) => tags[type] !== undefined);
  if (marks.length === 0) return { text, styled: false };
  const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.offset, m.offset + m.length])])];
  const sorted = edges.filter((at) => at <= text.length).sort((a, b) => a - b);
  // Each stretch between two edges is wrapped by itself: marks that overlap can then never cross.
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

/** Length of what is really sent: with its tags. */
export function htmlLength(part: FormattedText): number {
  return toHtml(part).text.length;
}
