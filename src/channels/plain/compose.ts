import { type Locale, t } from '../../i18n.ts';
import type { FormattedText } from '../bot-api/html-text.ts';
import { withAddresses } from './addresses.ts';
import type { PlainKeyboard } from './menu.ts';
import { joined, splitText } from './split.ts';

/** What one message of the bot says besides its text. */
export interface Tail {
  keyboard: PlainKeyboard;
  letters: boolean;
  /** Address of the page that takes files. */
  upload?: string | undefined;
  /** The last message may have arrived or not. */
  unsure: boolean;
}

/**
 * A message of the bot as the parts that a chat without buttons shows: the text, then links, then the numbered menu, which
 * stays on the last part.
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

function tailText({ keyboard, letters, upload }: Tail, locale: Locale): string {
  const { choices, links, asksPhone } = keyboard;
  return [
    ...(upload === undefined ? [] : [t(locale, 'plain-upload', { address: upload })]),
    ...(links.length > 0 ? [links.join('\n')] : []),
    ...(asksPhone ? [t(locale, 'plain-type-phone')] : []),
    ...(choices.length > 0
      ? [
          [
            t(locale, letters ? 'plain-choose-letter' : 'plain-choose-number'),
            ...choices.map(({ mark, label }) => `${mark}. ${label}`),
          ].join('\n'),
        ]
      : []),
  ].join('\n\n');
}
