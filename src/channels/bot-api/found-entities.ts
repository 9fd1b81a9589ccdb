import type { MessageEntity } from 'grammy/types';
import { type FormattedText, sortEntities } from './html-text.ts';

const command = /(?<![\p{L}\p{N}_/<>])\/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]+)?(?![\p{L}\p{N}_/])/gu;
const address = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}]/g;

/**
 * Adds the entities that Telegram finds by itself: commands and addresses, outside code and links.
 */
export function addFoundEntities({ text, entities }: FormattedText): FormattedText {
  const taken = entities.filter(({ type }) => type === 'code' || type === 'pre' || type === 'text_link');
  const found: MessageEntity[] = [];
  for (const [type, pattern] of [
    ['url', address],
    ['bot_command', command],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const entity = { type, offset: match.index, length: match[0].length };
      if (![...taken, ...found].some((other) => overlap(other, entity))) found.push(entity);
    }
  }
  return { text, entities: sortEntities([...entities, ...found]) };
}

function overlap(a: MessageEntity, b: MessageEntity): boolean {
  return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}
