import type { EventStream } from '../../http/event-stream.ts';
import type { Locale } from '../../i18n.ts';
import { coalesce } from './coalesced.ts';
import { readCommandMenu } from './command-menus.ts';
import { listChanges } from './transcript.ts';
import { findWebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

/**
 * Maximum number of streams of one chat: as many as browsers open to one server. A further one
 * replaces the oldest.
 */
export const mostStreams = 6;
const batch = 100;

/** One browser that listens to a chat. */
interface Listener {
  stream: EventStream;
  language: Locale;
  /** The version up to which it has received changes. */
  after: number;
  /** How the chat was last shown to it; undefined: not yet told. */
  plain: boolean | undefined;
  /** Whether an earlier event is still being sent, because the browser is slow. */
  busy: boolean;
  /** Whether an event arrived while it was busy. */
  missed: boolean;
}

/** The open streams of all chats. */
export interface ChatFeeds {
  /** Sends a stream the events of a chat from version `after` on, until it is gone. */
  join(chatId: number, listener: Pick<Listener, 'stream' | 'language' | 'after'>): void;
  /** Ends all streams, when the server closes. */
  end(): void;
}

/**
 * Creates one feed for each chat with listeners: a wake costs one query, for any number of
 * listeners.
 */
export function createChatFeeds(house: WebHouse): ChatFeeds {
  const feeds = new Map<number, ReturnType<typeof chatFeed>>();
  return {
    join(chatId, listener) {
      if (listener.stream.gone.aborted) return;
      let feed = feeds.get(chatId);
      if (!feed) {
        feed = chatFeed(house, chatId, () => feeds.delete(chatId));
        feeds.set(chatId, feed);
      }
      feed.join(listener);
    },
    end() {
      for (const feed of feeds.values()) feed.end();
    },
  };
}

function chatFeed(house: WebHouse, chatId: number, empty: () => void) {
  const { pool } = house.db;
  const listeners = new Set<Listener>();
  const streams = () => [...listeners].map(({ stream }) => stream);
  const cutOff = (error: unknown) => {
    house.log.warn({ err: error }, 'web chat: event streams were cut off');
    // The browser comes back by itself and asks again.
    for (const stream of streams()) stream.end();
  };

  /** Sends to one listener without waiting for it: a slow connection does not delay the others. */
  const send = (listener: Listener, event: string, data: unknown, id?: number) => {
    listener.busy = true;
    void listener.stream.send(event, data, id).then(() => {
      listener.busy = false;
      if (listener.missed) pump();
      listener.missed = false;
    });
  };
  /** The listeners that can receive an event now. */
  const ready = () =>
    [...listeners].filter((one) => {
      if (one.busy) one.missed = true;
      return !one.busy;
    });

  const pump = coalesce(async () => {
    while (listeners.size > 0) {
      // Checked each time, not only on a wake: after a session has ended, nothing is sent to it.
      const now = await findWebChat(pool, chatId);
      if (now?.closed !== false) return signOut();
      const told = ready();
      for (const one of told.filter(({ plain }) => plain !== now.plain)) {
        void one.stream.send('plain', now.plain);
        one.plain = now.plain;
      }
      if (told.length === 0) return;
      const from = Math.min(...told.map(({ after }) => after));
      const changed = await listChanges(pool, chatId, from, batch);
      const last = changed.at(-1)?.version;
      if (last === undefined) return;
      for (const one of told) {
        const fresh = changed.filter(({ version }) => version > one.after);
        if (fresh.length > 0) send(one, 'messages', fresh, last);
        one.after = Math.max(one.after, last);
      }
    }
  }, cutOff);

  const menu = coalesce(async () => {
    const now = await findWebChat(pool, chatId);
    if (!now || now.closed) return;
    for (const [language, same] of Map.groupBy(listeners, (one) => one.language)) {
      const commands = await readCommandMenu(pool, now, language);
      for (const { stream } of same) void stream.send('commands', commands);
    }
  }, cutOff);

  /** The page learns the reason before the stream ends, and asks to sign in again. */
  function signOut(): void {
    for (const stream of streams()) void stream.send('signed-out', {}).then(() => stream.end());
  }

  const unsubscribe = house.chatEvents.subscribe((event) => {
    if (event.chat !== undefined && event.chat !== chatId) return;
    const tell = (event: string, data: unknown) => {
      for (const stream of streams()) void stream.send(event, data);
    };
    if (event.ended) signOut();
    else if (event.typing) tell('typing', {});
    else if (event.answered) tell('answered', event.answered);
    else if (event.read !== undefined) tell('read', { upTo: event.read });
    else if (event.commands) menu();
    else if (!event.clock) pump();
  });

  return {
    join(given: Pick<Listener, 'stream' | 'language' | 'after'>): void {
      const [oldest] = listeners;
      if (oldest && listeners.size >= mostStreams) {
        // It must not come back at once, or the tabs would replace each other without end.
        listeners.delete(oldest);
        void oldest.stream.send('crowded', {}).then(() => oldest.stream.end());
      }
      // The rehearsal's page may have missed a change, so it is told at once.
      const plain = house.plain ? undefined : false;
      const listener: Listener = { ...given, plain, busy: false, missed: false };
      listeners.add(listener);
      listener.stream.gone.addEventListener('abort', () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        unsubscribe();
        empty();
      });
      pump();
    },
    end(): void {
      for (const stream of streams()) stream.end();
    },
  };
}
