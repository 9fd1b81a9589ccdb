import { createHash } from 'node:crypto';

/** Derives an `update_id` from an update's key, the same on any instance: 48 bits of its digest. */
export function updateIdOf(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6);
}

/** Names the callback query that came from a chat under this key. */
export function queryIdOf(chatId: number, key: string): string {
  return `${chatId}:${key}`;
}

/** Reads the chat that a callback query's id names; undefined when it names none. */
export function chatOfQuery(queryId: string): number | undefined {
  const digits = /^(\d{1,16}):/.exec(queryId)?.[1];
  const chat = Number(digits);
  return digits !== undefined && Number.isSafeInteger(chat) ? chat : undefined;
}
