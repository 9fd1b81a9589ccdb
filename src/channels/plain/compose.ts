import { type Locale, t } from '../../i18n.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import { showAddresses } from './addresses.ts';
import type { Choice, PlainKeyboard } from './menu.ts';
import { joinTexts, splitFormattedText } from './split.ts';

/** The parts of a message after its text. */
export interface Tail {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** Whether typed words are an answer too. */
  words?: boolean;
  /** Whether the choices of the previous message still work. */
  menuKept?: boolean;
  /** Address of the page that takes files. */
  upload?: string | undefined;
  /** Whether it is unknown if the last message arrived. */
  unsure: boolean;
}

/**
 * Composes a message of the bot for a chat without buttons. The text comes first, then links, then
 * the numbered menu, which stays on the last part.
 */
export function compose(
  text: FormattedText,
  tail: Tail,
  locale: Locale,
  limit: { longest: number; measure?: ((part: FormattedText) => number) | undefined },
): FormattedText[] {
  const head = tail.unsure ? `${t(locale, 'plain-maybe-again')}\n\n` : '';
  const parts = splitFormattedText(
    joinTexts({ text: head, entities: [] }, showAddresses(text)),
    limit.longest,
    limit.measure,
  );
  const after: FormattedText = { text: tailText(tail, locale), entities: [] };
  if (after.text === '') return parts;
  const last = parts.at(-1);
  if (last) {
    const together = last.text === '' ? after : joinTexts(last, { text: `\n\n${after.text}`, entities: [] });
    const measure = limit.measure ?? ((part) => part.text.length);
    if (measure(together) <= limit.longest) return [...parts.slice(0, -1), together];
  }
  return [...parts, ...splitFormattedText(after, limit.longest, limit.measure)].filter(
    (part) => part.text !== '',
  );
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

function howToChoose({ keyboard, letters, words, menuKept }: Tail, locale: Locale): string {
  if (menuKept) return t(locale, 'plain-choose-besides');
  if (letters) return t(locale, 'plain-choose-letter');
  // Each tick sends the whole list again: three at once save two messages.
  if (keyboard.choices.some(({ label }) => /^[☐☑]/u.test(label))) return t(locale, 'plain-choose-some');
  return words ? t(locale, 'plain-choose-or-write') : t(locale, 'plain-choose-number');
}

/** `3. Duyệt`; details are below, indented by blanks that no channel trims. */
function lineOf({ mark, label, detail }: Choice): string {
  return `${mark}. ${label}${detail === undefined ? '' : `\n${'\u00a0'.repeat(3)}${detail}`}`;
}
