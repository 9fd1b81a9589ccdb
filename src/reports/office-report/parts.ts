import type { DocumentPart } from '../document/document.ts';

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

/** Names up to `most`, and says how many more there are: `A, B và 3 đơn vị khác`. */
export function listNames(names: string[], most: number, more: string): string {
  const named = names.slice(0, most).join(', ');
  return names.length > most ? `${named} và ${names.length - most} ${more}` : named;
}
