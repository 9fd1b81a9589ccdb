import { z } from 'zod';
import { type Entity, type FormattedText, parseHtml } from './html-text.ts';
import { Refusal, violation } from './refusal.ts';

const entity = z.object({
  type: z.string(),
  offset: z.number(),
  length: z.number(),
  url: z.string().optional(),
});

/** Parameters that make a text, with the names that they have next to `text`. */
export const textParams = z.object({
  text: z.string(),
  parse_mode: z.string().optional(),
  entities: z.array(entity).optional(),
});

/** Parameters that make a caption. */
export const captionParams = z.object({
  caption: z.string().optional(),
  parse_mode: z.string().optional(),
  caption_entities: z.array(entity).optional(),
});

/** A message's text as people see it: 1–4096 UTF-16 units after parsing. Throws a 400 otherwise. */
export function messageText(given: z.infer<typeof textParams>): FormattedText {
  const formatted = parse(given.text, given.parse_mode, given.entities);
  if (formatted.text === '') throw violation('message text is empty');
  // Telegram counts characters; units are never fewer, and are what the entities count in.
  if (formatted.text.length > 4096) throw violation('message is too long');
  return formatted;
}

/** A caption as people see it: 0–1024 UTF-16 units after parsing. Throws a 400 otherwise. */
export function captionText(given: z.infer<typeof captionParams>): FormattedText {
  const formatted = parse(given.caption ?? '', given.parse_mode, given.caption_entities);
  if (formatted.text.length > 1024) throw violation('message caption is too long');
  return formatted;
}

function parse(text: string, parseMode: string | undefined, entities: Entity[] | undefined): FormattedText {
  switch (parseMode?.toLowerCase()) {
    case undefined:
    case '':
      return trimmed({ text, entities: entities ?? [] });
    case 'html':
      return trimmed(parseHtml(text));
    case 'markdown':
    case 'markdownv2':
      throw new Refusal(501, `the stand-in does not read parse_mode ${parseMode}`, { violation: true });
    default:
      throw violation('unsupported parse_mode');
  }
}

/** Telegram removes blank space at both ends. */
function trimmed({ text, entities }: FormattedText): FormattedText {
  const start = text.length - text.trimStart().length;
  const kept = text.trim();
  return {
    text: kept,
    entities: entities.flatMap((one) => {
      const from = Math.max(one.offset - start, 0);
      const to = Math.min(one.offset + one.length - start, kept.length);
      return to > from ? [{ ...one, offset: from, length: to - from }] : [];
    }),
  };
}
