import type { EventStream } from '../../http/event-stream.ts';
import type { Locale } from '../../i18n.ts';
import { coalesced } from './coalesced.ts';
import { menuOf } from './command-menus.ts';
import { changedSince } from './transcript.ts';
import { findWebChat } from './web-chats.ts';
import type { WebHouse } from './web-house.ts';

/**
 * Streams of one chat at once: as many as browsers open to one server. Another one takes the place
 * of the oldest.
 */
export const mostStreams = 6;
const batch = 100;

/** One browser that listens to a chat. */
interface Listener {
  stream: EventStream;
  language: Locale;
  /** The version up to which it has been told. */
  after: number;
  /** How the chat was last shown to it; undefined: it has not been told. */
  plain: boolean | undefined;
  /** It is slow: what it was sent is still on its way. */
  busy: boolean;
  /** Something came while it was busy. */
  missed: boolean;
}

/** The open streams of all chats. */
export interface ChatFeeds {
  /** Tells a stream what happens in a chat from version `after` on, until it is gone. */
  join(chatId: number, listener: Pick<Listener, 'stream' | 'language' | 'after'>): void;
  /** Ends all streams: the server closes. */
  end(): void;
}

/**
 * Keeps one feed for each chat that is listened to: a wake costs one look at the database, however
 * many listen.
 */
export function chatFeeds(house: WebHouse): ChatFeeds {
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

  /** Sends to one listener without waiting for it; the others are not held up by a slow line. */
  const send = (listener: Listener, event: string, data: unknown, id?: number) => {
    listener.busy = true;
    void listener.stream.send(event, data, id).then(() => {
      listener.busy = false;
      if (listener.missed) pump();
      listener.missed = false;
    });
  };
  /** Those that can be sent something now. */
  const ready = () =>
    [...listeners].filter((one) => {
      if (one.busy) one.missed = true;
      return !one.busy;
    });

  const pump = coalesced(async () => {
    while (listeners.size > 0) {
      // Asked each time, not only when told: what a session that ended may not see is never sent to
      // it.
      const now = await findWebChat(pool, chatId);
      if (now?.closed !== false) return signOut();
      const told = ready();
      for (const one of told.filter(({ plain }) => plain !== now.plain)) {
        void one.stream.send('plain', now.plain);
        one.plain = now.plain;
      }
      if (told.length === 0) return;
      const from = Math.min(...told.map(({ after }) => after));
      const changed = await changedSince(pool, chatId, from, batch);
      const last = changed.at(-1)?.version;
      if (last === undefined) return;
      for (const one of told) {
        const fresh = changed.filter(({ version }) => version > one.after);
        if (fresh.length > 0) send(one, 'messages', fresh, last);
        one.after = Math.max(one.after, last);
      }
    }
  }, cutOff);

  const menu = coalesced(async () => {
    const now = await findWebChat(pool, chatId);
    if (!now || now.closed) return;
    for (const [language, same] of Map.groupBy(listeners, (one) => one.language)) {
      const commands = await menuOf(pool, now, language);
      for (const { stream } of same) void stream.send('commands', commands);
    }
  }, cutOff);

  /** The page hears why before the line ends, and asks to sign in again. */
  function signOut(): void {
    for (const stream of streams()) void stream.send('signed-out', {}).then(() => stream.end());
  }

  const unsubscribe = house.wakes.subscribe((wake) => {
    if (wake.chat !== undefined && wake.chat !== chatId) return;
    const tell = (event: string, data: unknown) => {
      for (const stream of streams()) void stream.send(event, data);
    };
    if (wake.ended) signOut();
    else if (wake.typing) tell('typing', {});
    else if (wake.answered) tell('answered', wake.answered);
    else if (wake.read !== undefined) tell('read', { upTo: wake.read });
    else if (wake.commands) menu();
    else if (!wake.clock) pump();
  });

  return {
    join(given: Pick<Listener, 'stream' | 'language' | 'after'>): void {
      const [oldest] = listeners;
      if (oldest && listeners.size >= mostStreams) {
        // It must not come back at once, or the tabs would go on taking each other's place.
        listeners.delete(oldest);
        void oldest.stream.send('crowded', {}).then(() => oldest.stream.end());
      }
      // Of the rehearsal's page nobody knows what it missed: it is told at once.
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
