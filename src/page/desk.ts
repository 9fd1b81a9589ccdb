import { type Waiting, waitingIn } from './outbox.ts';
import { type Sender, startSender } from './sender.ts';
import { startUploads, type Upload, type Uploads } from './uploads.ts';
import type { WireMessage } from './wire.ts';

/** What leaves one chat: it goes on being sent while one is somebody else. */
export interface Desk {
  sender: Sender;
  uploads: Uploads;
  waiting: Waiting[];
  rising: Upload[];
  /**
   * Calls back on every change of what waits, and with each of the person's messages that the
   * server has stored.
   */
  watch(changed: () => void, arrived: (message: WireMessage) => void): () => void;
}

const desks = new Map<number, Desk>();

/** The desk of a chat; made once and kept as long as the page. */
export function deskOf(chatId: number): Desk {
  const known = desks.get(chatId);
  if (known) return known;
  const watchers = new Set<{ changed(): void; arrived(message: WireMessage): void }>();
  const arrived = (message: WireMessage) => {
    for (const watcher of watchers) watcher.arrived(message);
  };
  const changed = () => {
    for (const watcher of watchers) watcher.changed();
  };
  const desk: Desk = {
    waiting: waitingIn(chatId),
    rising: [],
    sender: startSender(
      chatId,
      (waiting) => {
        desk.waiting = waiting;
        changed();
      },
      arrived,
    ),
    uploads: startUploads(
      chatId,
      (rising) => {
        desk.rising = rising;
        changed();
      },
      arrived,
    ),
    watch(onChange, onArrival) {
      const watcher = { changed: onChange, arrived: onArrival };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  desks.set(chatId, desk);
  return desk;
}
