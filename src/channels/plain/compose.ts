import { type Locale, t } from '../../i18n.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import { withAddresses } from './addresses.ts';
import type { Choice, PlainKeyboard } from './menu.ts';
import { joined, splitText } from './split.ts';

/** What one message of the bot says besides its text. */
export interface Tail {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** Words are an answer just as well. */
  words?: boolean;
  /** Those of a message before can still be chosen. */
  besides?: boolean;
  /** Address of the page that takes files. */
  upload?: string | undefined;
  /** The last message may have arrived or not. */
  unsure: boolean;
}

/**
 * A message of the bot as the parts that a chat without buttons shows: the text, then links, then
 * the numbered menu, which stays on the last part.
 */
export function compose(
  text: FormattedText,
  tail: Tail,
  locale: Locale,
  limit: { longest: number; measure?: ((part: FormattedText) => number) | undefined },
): FormattedText[] {
  const head = tail.unsure ? `${t(locale, 'plain-maybe-again')}\n\n` : '';
  const parts = splitText(
    joined({ text: head, entities: [] }, withAddresses(text)),
    limit.longest,
    limit.measure,
  );
  const after: FormattedText = { text: tailText(tail, locale), entities: [] };
  if (after.text === '') return parts;
  const last = parts.at(-1);
  if (last) {
    const together = last.text === '' ? after : joined(last, { text: `\n\n${after.text}`, entities: [] });
    const measure = limit.measure ?? ((part) => part.text.length);
    if (measure(together) <= limit.longest) return [...parts.slice(0, -1), together];
  }
  return [...parts, ...splitText(after, limit.longest, limit.measure)].filter((part) => part.text !== '');
}

function tailText(tail: Tail, locale: Locale): string {
  const { keyboard, upload } = tail;
  const { choices, links } = keyboard;
  return [
    ...(upload === undefined ? [] : [t(locale, 'plain-upload', { address: upload })]),
    ...(links.length > 0 ? [links.join('\n')] : []),
    ...(choices.length > 0 ? [[howToChoose(tail, locale), ...choices.map(lineOf)].join('\n')] : []),
  ].join('\n\n');
}

function howToChoose({ keyboard, letters, words, besides }: Tail, locale: Locale): string {
  if (besides) return t(locale, 'plain-choose-besides');
  if (letters) return t(locale, 'plain-choose-letter');
  // Each tick brings the whole list again: three at once are two messages fewer.
  if (keyboard.choices.some(({ label }) => /^[☐☑]/u.test(label))) return t(locale, 'plain-choose-some');
  return words ? t(locale, 'plain-choose-or-write') : t(locale, 'plain-choose-number');
}

/** `3. Duyệt`; a detail stands below, moved in by blanks that no channel trims. */
function lineOf({ mark, label, detail }: Choice): string {
  return `${mark}. ${label}${detail === undefined ? '' : `\n${'\u00a0'.repeat(3)}${detail}`}`;
}
