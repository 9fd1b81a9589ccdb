import type { FormattedText } from '../bot-api/html-text.ts';
import { joined, piece } from './split.ts';

/**
 * A link behind words as `words (address)`: where nothing can be pressed, the address must be seen.
 */
export function withAddresses(whole: FormattedText): FormattedText {
  const links = whole.entities.flatMap((entity) => (entity.type === 'text_link' ? [entity] : []));
  let read = 0;
  let done: FormattedText = { text: '', entities: [] };
  for (const { offset, length, url } of links.toSorted((a, b) => a.offset - b.offset)) {
    const end = offset + length;
    if (end <= read) continue;
    done = joined(done, piece(whole, read, end));
    const words = whole.text.slice(offset, end);
    if (words !== url) done = joined(done, { text: ` (${url})`, entities: [] });
    read = end;
  }
  return joined(done, piece(whole, read, whole.text.length));
}
