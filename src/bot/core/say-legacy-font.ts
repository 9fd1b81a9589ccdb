import type { Args } from '../../i18n.ts';
import { readLegacyFont } from '../../text/legacy-font.ts';
import { shorten } from '../../text/shorten.ts';

/** Maximum length of the quoted text, in characters. */
const shownLength = 300;

/**
 * Says (HTML) that a text was typed in an old font, with its probable meaning and advice. Undefined
 * for any other text.
 */
export function sayLegacyFont(
  by: { html(key: string, args?: Args): string },
  text: string,
): string | undefined {
  const found = readLegacyFont(text);
  if (!found) return undefined;
  return by.html('legacy-font', { encoding: found.encoding, read: shorten(found.read, shownLength) });
}
