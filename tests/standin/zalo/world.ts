import type { Clock } from '../../../src/clock.ts';
import { Refusal } from '../telegram/refusal.ts';
import { type Account, type Chat, createChat } from './chat.ts';
import { createEventQueue, type Shape } from './event-queue.ts';
import { type Content, eventOf, type ZaloEvent } from './events.ts';
import { hexId } from './ids.ts';
import type { Webhook } from './webhook.ts';

/** A picture that a person sent, as Zalo's server stores it for a while. */
export interface Photo {
  name: string;
  bytes: Uint8Array;
  expired: boolean;
}

export interface Bot {
  /** A whole number beyond 2^53, as text. */
  id: string;
  accountName: string;
}

export type World = ReturnType<typeof createWorld>;

/** All data of Zalo about this bot. `url` is where it stores pictures. */
export function createWorld(options: { bot: Bot; clock: Clock; url: () => string }) {
  const { bot, clock, url } = options;
  const chats = new Map<string, Chat>();
  const photos = new Map<string, Photo>();
  const events = createEventQueue();
  const webhook: { current?: Webhook; updatedAt: number } = { updatedAt: clock.now().getTime() };
  /**
   * The waiting `getUpdates`: aborted, it answers 408 at once. `handedOut`: events that the last
   * took, unconfirmed.
   */
  const poll: { current?: AbortController; handedOut: number } = { handedOut: 0 };
  /** The wrapping of events. Undefined: polled ones always, pushed ones in turn. */
  const wrapping: { shape?: Shape } = {};
  const violations: string[] = [];

  return {
    bot,
    chats,
    photos,
    events,
    webhook,
    poll,
    wrapping,
    violations,
    /** Delivers the bot's own messages back to it while set. */
    echo: false,
    /** Unix milliseconds. */
    now: () => clock.now().getTime(),

    /** The chat of this person, new or known. */
    chatOf(account: Account): Chat {
      const chat = chats.get(account.id) ?? createChat(account);
      chats.set(account.id, chat);
      return chat;
    },

    /**
     * The chat with this id. Throws a 404 that counts as a violation: a bot learns ids from
     * messages only.
     */
    known(id: string): Chat {
      const chat = chats.get(id);
      if (!chat?.heard) throw new Refusal(404, `no chat is known under ${id}`, { violation: true });
      return chat;
    },

    /** Tells whether a person wrote exactly these words, in any chat. */
    wrote: (words: string) =>
      [...chats.values()].some(({ messages }) =>
        messages.some(({ fromBot, text }) => !fromBot && text.includes(words)),
      ),

    /** Sends a person's message: it is in the chat, and the bot gets an event. */
    personSends(chat: Chat, content: Content, shown: { text: string; picture?: Photo }): ZaloEvent {
      const { account } = chat;
      chat.heard = true;
      const message = chat.add({ id: hexId(), fromBot: false, date: this.now(), ...shown });
      return events.add(eventOf(account, message, content));
    },

    /** Sends a message of the bot: it is in the chat. Returns the bot's result. */
    botSends(
      chat: Chat,
      shown: { text: string; picture?: Photo | 'black' },
    ): { message_id: string; date: number } {
      const message = chat.add({ id: hexId(), fromBot: true, date: this.now(), ...shown });
      if (this.echo) {
        const own = { id: bot.id, is_bot: true, display_name: bot.accountName };
        events.add(eventOf(chat.account, message, { kind: 'text', text: shown.text }, own));
      }
      return { message_id: message.id, date: message.date };
    },

    /** Stores a picture for a while; returns its address. */
    keepPhoto(name: string, bytes: Uint8Array): { photo: Photo; url: string } {
      const key = hexId();
      const photo = { name, bytes, expired: false };
      photos.set(key, photo);
      return { photo, url: `${url()}/photos/${key}.jpg` };
    },
  };
}
