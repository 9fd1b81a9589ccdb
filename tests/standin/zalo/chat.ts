import { EventEmitter, once } from 'node:events';

/** A person on Zalo. In private chats the chat has the same id. */
export interface Account {
  id: string;
  displayName: string;
}

/** A picture as the person sees it: `black` when Zalo could not read it. */
export type Picture = { name: string; bytes: Uint8Array } | 'black';

export interface ShownMessage {
  /** 20 hex digits. */
  id: string;
  /** Its place in the chat, from 1, which defines "newer". */
  place: number;
  fromBot: boolean;
  /** Unix milliseconds. */
  date: number;
  /** Text or caption as shown on the screen, without markup. */
  text: string;
  picture?: Picture;
}

export type Chat = ReturnType<typeof createChat>;

/**
 * The private chat of one person with the bot. Its messages are never changed or removed: Zalo has
 * neither.
 */
export function createChat(account: Account) {
  const messages: ShownMessage[] = [];
  const changes = new EventEmitter().setMaxListeners(0);
  let turn: Promise<unknown> = Promise.resolve();

  return {
    account,
    messages,
    /** Whether the person has written: before that the id of the chat is unknown to the bot. */
    heard: false,
    /** The bot's chat actions, oldest first: `typing`. */
    actions: [] as string[],

    add(message: Omit<ShownMessage, 'place'>): ShownMessage {
      const shown = { ...message, place: messages.length + 1 };
      messages.push(shown);
      changes.emit('change');
      return shown;
    },

    /**
     * Runs work that shows a message after all earlier work: the order of calls is the order on the
     * screen.
     */
    inTurn<T>(show: () => Promise<T>): Promise<T> {
      const mine = turn.then(show);
      turn = mine.catch(() => undefined);
      return mine;
    },

    /**
     * Returns the result of `look`, now or after a later message; undefined after `patience`
     * milliseconds or when `end` is aborted. It does not poll: each message calls it.
     */
    async until<T>(
      look: () => T | undefined | Promise<T | undefined>,
      patience: number,
      end?: AbortSignal,
    ): Promise<T | undefined> {
      const late = AbortSignal.any([AbortSignal.timeout(patience), ...(end ? [end] : [])]);
      for (;;) {
        const before = messages.length;
        const found = await look();
        if (found !== undefined || late.aborted) return found;
        if (messages.length > before) continue;
        await once(changes, 'change', { signal: late }).catch(() => undefined);
      }
    },
  };
}
