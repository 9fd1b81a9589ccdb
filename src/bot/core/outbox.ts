import { joinReplies } from './join-replies.ts';
import type { Reply } from './reply.ts';

/**
 * The replies to an update until they are sent. Replies wait so that those of one answer become one
 * message: a hint and the question after it, a result and the list below it.
 */
export interface Outbox {
  /** Adds a reply. `inPlace`: it replaces the message whose button was pressed. */
  add(reply: Reply, inPlace?: boolean): void;
  /** Tells whether the first waiting reply replaces another message. */
  startsInPlace(): boolean;
  /** Sends the waiting replies in order. */
  flush(): Promise<void>;
}

/** How an outbox sends a message: as a new one, or in place of the one whose button was pressed. */
export interface OutboxSends {
  send(reply: Reply): Promise<void>;
  sendInPlace(reply: Reply): Promise<void>;
}

/** Creates the outbox of one update. */
export function createOutbox({ send, sendInPlace }: OutboxSends): Outbox {
  let waiting: { replies: Reply[]; inPlace: boolean }[] = [];
  return {
    add(reply, inPlace = false) {
      const last = waiting.at(-1);
      if (last && !inPlace) last.replies.push(reply);
      else waiting.push({ replies: [reply], inPlace });
    },
    startsInPlace: () => waiting[0]?.inPlace ?? false,
    async flush() {
      const groups = waiting;
      waiting = [];
      for (const { replies, inPlace } of groups) {
        const [first, ...more] = joinReplies(replies);
        if (first) await (inPlace ? sendInPlace(first) : send(first));
        for (const reply of more) await send(reply);
      }
    },
  };
}
