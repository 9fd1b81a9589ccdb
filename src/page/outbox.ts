/**
 * An action of the person that the server has not confirmed. Each has its own place in the
 * browser's storage, so that it survives a reload and two tabs cannot overwrite each other. Its key
 * makes a second sending harmless.
 */
export type OutboxItem = { key: string; at: number; failed?: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'press'; message: number; data: string }
);

const prefix = (chatId: number) => `outbox:${chatId}:`;

/** Lists the waiting items of a chat, oldest first. */
export function listWaiting(chatId: number, storage: Storage = localStorage): OutboxItem[] {
  const waiting: OutboxItem[] = [];
  for (let i = 0; i < storage.length; i += 1) {
    const name = storage.key(i);
    if (!name?.startsWith(prefix(chatId))) continue;
    const stored = storage.getItem(name);
    if (stored) waiting.push(JSON.parse(stored));
  }
  return waiting.sort((a, b) => a.at - b.at || a.key.localeCompare(b.key));
}

/** Stores an item or its new state. */
export function keepItem(chatId: number, item: OutboxItem, storage: Storage = localStorage): void {
  storage.setItem(prefix(chatId) + item.key, JSON.stringify(item));
}

/** Removes an item that has arrived or was given up. */
export function dropItem(chatId: number, key: string, storage: Storage = localStorage): void {
  storage.removeItem(prefix(chatId) + key);
}
