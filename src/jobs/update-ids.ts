import { createHash } from 'node:crypto';

/** Derives an `update_id` from an update's key, the same on any instance: 48 bits of its digest. */
export function deriveUpdateId(key: string): number {
  return createHash('sha256').update(key).digest().readUIntBE(0, 6);
}

/** Builds the id of a callback query from its chat and key. */
export function buildQueryId(chatId: number, key: string): string {
  return `${chatId}:${key}`;
}

/** Reads the chat from a callback query's id; undefined when it names none. */
export function readChatOfQuery(queryId: string): number | undefined {
  const digits = /^(\d{1,16}):/.exec(queryId)?.[1];
  const chat = Number(digits);
  return digits !== undefined && Number.isSafeInteger(chat) ? chat : undefined;
}
