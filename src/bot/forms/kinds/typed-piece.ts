import {
  type ComposedText,
  goOnFrom,
  startAgain,
  wholeOf,
  withPiece,
} from '../../../drafts/composed-text.ts';
import { saysWords } from '../../../text/courtesy.ts';
import { lengthOf } from '../../../text/normalise.ts';
import type { Scene, Step } from '../form.ts';
import { composedOf, earlierText } from './mending-buttons.ts';

/** A text before and with a further piece: `next` holds it behind, `text` is what is stored. */
export interface WithTyped {
  from: ComposedText;
  next: ComposedText;
  text: ComposedText;
}

/** Adds a further piece to the text. Where both are too long together it replaces the text. */
export function withTyped(step: Step, typed: string, max: number): WithTyped {
  const earlier = earlierText(step);
  const from = composedOf(step) ?? goOnFrom(earlier ?? '', earlier === undefined);
  const next = withPiece(from, typed);
  const fits = lengthOf(wholeOf(next)) <= max;
  return { from, next, text: fits || next.chosen ? next : startAgain(next) };
}

/**
 * Returns a message without its last line, where that line means [Xong]. Undefined: it has no such
 * line.
 */
export function withoutDone(text: string, { t }: Scene): string | undefined {
  const lines = text.trimEnd().split(/\r?\n/);
  const last = lines.pop() ?? '';
  const piece = lines.join('\n').trim();
  const ends = [t('form-done'), 'xong rồi', 'đã xong'].some((words) => saysWords(last, words));
  return piece !== '' && ends ? piece : undefined;
}
