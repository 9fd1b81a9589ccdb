import { listWaiting, type OutboxItem } from './outbox.ts';
import { type Sender, startSender } from './sender.ts';
import { type FileUpload, startUploads, type UploadQueue } from './uploads.ts';
import type { WireMessage } from './wire.ts';

/** The outbox of one chat: it keeps sending while another person is chosen. */
export interface ChatOutbox {
  sender: Sender;
  uploads: UploadQueue;
  waiting: OutboxItem[];
  uploading: FileUpload[];
  /**
   * Calls back on every change of the waiting items, and with each of the person's messages that
   * the server has stored.
   */
  watch(changed: () => void, arrived: (message: WireMessage) => void): () => void;
}

const outboxes = new Map<number, ChatOutbox>();

/** Returns the outbox of a chat, created once and kept as long as the page. */
export function openChatOutbox(chatId: number): ChatOutbox {
  const known = outboxes.get(chatId);
  if (known) return known;
  const watchers = new Set<{ changed(): void; arrived(message: WireMessage): void }>();
  const arrived = (message: WireMessage) => {
    for (const watcher of watchers) watcher.arrived(message);
  };
  const changed = () => {
    for (const watcher of watchers) watcher.changed();
  };
  // Words sent after a file wait for it, and a file for the words before it: "Xong" never overtakes
  // the photo.
  let going: FileUpload[] = [];
  const uploads = startUploads(
    chatId,
    (uploading) => {
      going = uploading;
      outbox.uploading = uploading;
      changed();
      outbox.sender.wake();
    },
    arrived,
    (at) => !listWaiting(chatId).some((item) => item.at < at && item.failed === undefined),
  );
  const outbox: ChatOutbox = {
    waiting: listWaiting(chatId),
    uploading: [],
    sender: startSender(
      chatId,
      (waiting) => {
        outbox.waiting = waiting;
        changed();
        uploads.wake();
      },
      arrived,
      (at) => !going.some((upload) => upload.at < at && upload.state !== 'failed'),
    ),
    uploads,
    watch(onChange, onArrival) {
      const watcher = { changed: onChange, arrived: onArrival };
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  outboxes.set(chatId, outbox);
  return outbox;
}
