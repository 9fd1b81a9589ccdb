import type { FormattedText } from '../bot-api/html-text.ts';
import { joinTexts, sliceText } from './split.ts';

/**
 * Writes each link as `words (address)`: where links cannot be pressed, the address must be
 * visible.
 */
export function showAddresses(whole: FormattedText): FormattedText {
  const links = whole.entities.flatMap((entity) => (entity.type === 'text_link' ? [entity] : []));
  let read = 0;
  let done: FormattedText = { text: '', entities: [] };
  for (const { offset, length, url } of links.toSorted((a, b) => a.offset - b.offset)) {
    const end = offset + length;
    if (end <= read) continue;
    done = joinTexts(done, sliceText(whole, read, end));
    const words = whole.text.slice(offset, end);
    if (words !== url) done = joinTexts(done, { text: ` (${url})`, entities: [] });
    read = end;
  }
  return joinTexts(done, sliceText(whole, read, whole.text.length));
}
