/**
 * What the person did and the server has not confirmed. Each thing has a place of its own in the
 * browser's storage, so that it outlives a reload and two tabs cannot overwrite each other, and a
 * key, so that sending it twice is sending it once.
 */
export type Waiting = { key: string; at: number; failed?: string } & (
  | { kind: 'text'; text: string }
  | { kind: 'phone'; phone: string }
  | { kind: 'press'; message: number; data: string }
);

const prefix = (chatId: number) => `outbox:${chatId}:`;

/** What is waiting in a chat, oldest first. */
export function waitingIn(chatId: number, storage: Storage = localStorage): Waiting[] {
  const waiting: Waiting[] = [];
  for (let i = 0; i < storage.length; i += 1) {
    const name = storage.key(i);
    if (!name?.startsWith(prefix(chatId))) continue;
    const stored = storage.getItem(name);
    if (stored) waiting.push(JSON.parse(stored));
  }
  return waiting.sort((a, b) => a.at - b.at || a.key.localeCompare(b.key));
}

/** Keeps it, or what became of it. */
export function keep(chatId: number, item: Waiting, storage: Storage = localStorage): void {
  storage.setItem(prefix(chatId) + item.key, JSON.stringify(item));
}

/** It has arrived, or was given up. */
export function drop(chatId: number, key: string, storage: Storage = localStorage): void {
  storage.removeItem(prefix(chatId) + key);
}
