import { z } from 'zod';
import { normalise } from '../text/normalise.ts';

/**
 * A *composed text* is a long answer while it is being written. `earlier` is the text that it
 * continues, in its lines; a *piece* is one message that was added since.
 */
export interface ComposedText {
  earlier: string[];
  pieces: string[];
  /** The person chose whether to add or to write all of it again. */
  chosen: boolean;
}

const stored = z.object({
  earlier: z.array(z.string()),
  pieces: z.array(z.string()),
  chosen: z.boolean(),
});

/**
 * Reads what a draft holds of a text that was begun. Earlier releases kept one string, which takes
 * the place of the answer before it. Undefined: nothing was begun.
 */
export function readComposed(value: unknown): ComposedText | undefined {
  if (typeof value === 'string') return { earlier: [], pieces: [value], chosen: true };
  return stored.safeParse(value).data;
}

/** Begins a text that continues an earlier one. */
export function goOnFrom(earlier: string, chosen = true): ComposedText {
  return { earlier: earlier === '' ? [] : earlier.split('\n'), pieces: [], chosen };
}

/** Begins a text that takes the place of any earlier one; pieces written already stay. */
export function startAgain(text: ComposedText | undefined): ComposedText {
  return { earlier: [], pieces: text?.pieces ?? [], chosen: true };
}

/** Adds a message as a piece. */
export function withPiece(text: ComposedText, piece: string): ComposedText {
  return { ...text, pieces: [...text.pieces, normalise(piece)] };
}

/** Returns the text as it would be stored. */
export function wholeOf({ earlier, pieces }: ComposedText): string {
  return normalise([...earlier, ...pieces].join('\n'));
}

/** Counts the parts that can be removed one by one: pieces, then the lines of the earlier text. */
export function partsOf({ earlier, pieces }: ComposedText): number {
  return pieces.length + earlier.filter((line) => line !== '').length;
}

/** Takes the last part back: the newest piece, or the last line of the earlier text. */
export function withoutLast(text: ComposedText): { text: ComposedText; removed: string } | undefined {
  const piece = text.pieces.at(-1);
  if (piece !== undefined) return { text: { ...text, pieces: text.pieces.slice(0, -1) }, removed: piece };
  const at = text.earlier.findLastIndex((line) => line !== '');
  const line = text.earlier[at];
  if (line === undefined) return undefined;
  return { text: { ...text, earlier: text.earlier.slice(0, at) }, removed: line };
}
