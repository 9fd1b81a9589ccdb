import type { DocumentPart } from './document.ts';

/** Builds a chapter's heading (level 1) or a section's (level 2). */
export function buildHeading(level: 1 | 2, text: string): DocumentPart {
  return { part: 'heading', level, text };
}

/** Builds a paragraph; of several sentences those that are left out are empty. */
export function buildText(...sentences: string[]): DocumentPart {
  return { part: 'text', text: sentences.filter((one) => one !== '').join(' ') };
}

/** Builds dotted lines for what only people can write. */
export function buildRoom(lines: number): DocumentPart {
  return { part: 'room', lines };
}
