import { call, isTemporary } from './api.ts';
import { dropItem, keepItem, listWaiting, type OutboxItem } from './outbox.ts';
import type { WireMessage } from './wire.ts';

/** Sends the waiting items of one chat. */
export interface Sender {
  send(item: OutboxItem): void;
  /** Tries a refused item again. */
  retry(item: OutboxItem): void;
  giveUp(item: OutboxItem): void;
  /** Continues where an earlier file no longer stands in the way. */
  wake(): void;
  stop(): void;
}

/**
 * Sends the waiting items of a chat in order, each until it is confirmed. Without a connection it
 * tries again by itself; a refused item stays, marked, for the person to decide. `changed` is
 * called on every change of the waiting items, `arrived` with the stored messages. `mayGo` tells
 * whether nothing earlier than an item is still on its way elsewhere.
 */
export function startSender(
  chatId: number,
  changed: (waiting: OutboxItem[]) => void,
  arrived: (message: WireMessage) => void,
  mayGo: (at: number) => boolean,
): Sender {
  let running = false;
  let stopped = false;
  let retry: number | undefined;
  let failures = 0;

  const show = () => {
    if (!stopped) changed(listWaiting(chatId));
  };

  const run = async () => {
    clearTimeout(retry);
    if (running || stopped) return;
    running = true;
    for (;;) {
      const next = listWaiting(chatId).find(({ failed }) => failed === undefined);
      if (!next || stopped || !mayGo(next.at)) break;
      try {
        await deliver(chatId, next, arrived);
        dropItem(chatId, next.key);
        failures = 0;
      } catch (error) {
        if (isTemporary(error)) {
          failures += 1;
          retry = window.setTimeout(run, Math.min(1000 * 2 ** (failures - 1), 20_000));
          break;
        }
        keepItem(chatId, { ...next, failed: error instanceof Error ? error.message : String(error) });
      }
      show();
    }
    running = false;
  };

  const now = () => void run();
  addEventListener('online', now);
  void run();
  return {
    send(item) {
      keepItem(chatId, item);
      show();
      void run();
    },
    retry(item) {
      const { failed: _failed, ...again } = item;
      keepItem(chatId, again);
      show();
      void run();
    },
    giveUp(item) {
      dropItem(chatId, item.key);
      show();
    },
    wake: now,
    stop() {
      stopped = true;
      clearTimeout(retry);
      removeEventListener('online', now);
    },
  };
}

async function deliver(
  chatId: number,
  item: OutboxItem,
  arrived: (message: WireMessage) => void,
): Promise<void> {
  const chat = `/api/chats/${chatId}`;
  if (item.kind === 'press') {
    await call(`${chat}/presses`, { key: item.key, message: item.message, data: item.data });
    return;
  }
  const said = item.kind === 'text' ? { text: item.text } : { phone: item.phone };
  arrived(await call<WireMessage>(`${chat}/messages`, { key: item.key, ...said }));
}

let lastAt = 0;

/**
 * Returns a timestamp of this browser that increases even within one millisecond: it gives the
 * order.
 */
export function nextTimestamp(): number {
  lastAt = Math.max(performance.timeOrigin + performance.now(), lastAt + 0.001);
  return lastAt;
}
