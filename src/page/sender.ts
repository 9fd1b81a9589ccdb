import { call, mayPass } from './api.ts';
import { drop, keep, type Waiting, waitingIn } from './outbox.ts';
import type { WireMessage } from './wire.ts';

export interface Sender {
  send(item: Waiting): void;
  /** Tries a refused one again. */
  retry(item: Waiting): void;
  giveUp(item: Waiting): void;
  stop(): void;
}

/**
 * Sends what waits in a chat, one after the other in the order in which it was done, until each is
 * confirmed. Without a signal it tries again by itself; what the server refuses stays, marked, for
 * the person to decide. `changed` hears of every change of what waits, `arrived` gets the stored
 * messages.
 */
export function startSender(
  chatId: number,
  changed: (waiting: Waiting[]) => void,
  arrived: (message: WireMessage) => void,
): Sender {
  let running = false;
  let stopped = false;
  let retry: number | undefined;
  let failures = 0;

  const show = () => {
    if (!stopped) changed(waitingIn(chatId));
  };

  const run = async () => {
    clearTimeout(retry);
    if (running || stopped) return;
    running = true;
    for (;;) {
      const next = waitingIn(chatId).find(({ failed }) => failed === undefined);
      if (!next || stopped) break;
      try {
        await deliver(chatId, next, arrived);
        drop(chatId, next.key);
        failures = 0;
      } catch (error) {
        if (mayPass(error)) {
          failures += 1;
          retry = window.setTimeout(run, Math.min(1000 * 2 ** (failures - 1), 20_000));
          break;
        }
        keep(chatId, { ...next, failed: error instanceof Error ? error.message : String(error) });
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
      keep(chatId, item);
      show();
      void run();
    },
    retry(item) {
      const { failed: _failed, ...again } = item;
      keep(chatId, again);
      show();
      void run();
    },
    giveUp(item) {
      drop(chatId, item.key);
      show();
    },
    stop() {
      stopped = true;
      clearTimeout(retry);
      removeEventListener('online', now);
    },
  };
}

async function deliver(
  chatId: number,
  item: Waiting,
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
 * When something was done, growing even within one millisecond: it gives the order. Of this
 * browser's own time.
 */
export function doneAt(): number {
  lastAt = Math.max(performance.timeOrigin + performance.now(), lastAt + 0.001);
  return lastAt;
}
