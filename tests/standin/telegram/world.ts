import type { Clock } from '../../../src/clock.ts';
import { type Account, type Chat, createChat } from './chat.ts';
import { createFileStore } from './files.ts';
import type { Group } from './groups.ts';
import { badRequest, forbidden, type Refusal } from './refusal.ts';
import { createUpdateQueue } from './update-queue.ts';
import type { Wire } from './wire.ts';

/** A button that was pressed; the bot answers it once. */
export interface Query {
  chat: Chat;
  expired: boolean;
  answers: number;
}

/** Commands of one scope and language. */
export interface CommandList {
  scope: string;
  language: string;
  commands: { command: string; description: string }[];
}

export interface Webhook {
  url: string;
  secret: string | undefined;
  maxConnections: number;
  lastError: { date: number; message: string } | undefined;
  stop(): void;
}

/** A `getUpdates` that waits. */
export interface Poll {
  end(why: Refusal): void;
}

export type World = ReturnType<typeof createWorld>;

/** All data of Telegram about this bot. */
export function createWorld(bot: Wire & { id: number }, clock: Clock, firstUpdate = 700_000_001) {
  const chats = new Map<number, Chat>();
  const commandLists: CommandList[] = [];
  const webhook: { current?: Webhook } = {};
  const poll: { current?: Poll } = {};
  let lastMessageId = 100;

  return {
    bot,
    chats,
    /** Groups and channels, by their id. */
    groups: new Map<number, Group>(),
    files: createFileStore(),
    updates: createUpdateQueue(firstUpdate),
    queries: new Map<string, Query>(),
    commands: commandLists,
    /** Name, description and short description, by `<which>/<language>`. */
    texts: new Map<string, string>(),
    menuButtons: new Map<number | undefined, Wire>(),
    /** The address to which updates are pushed, when the bot asked for that. */
    webhook,
    /** The bot's waiting `getUpdates`. */
    poll,

    /** Unix seconds. */
    now: () => Math.floor(clock.now().getTime() / 1000),
    nextMessageId(): number {
      lastMessageId += 1;
      return lastMessageId;
    },

    /** The chat of this person, new or known. */
    chatOf(account: Account): Chat {
      const chat = chats.get(account.id) ?? createChat(account);
      chats.set(account.id, chat);
      return chat;
    },

    /** The chat with this id. Throws 400 "chat not found". */
    chat(id: number | string): Chat {
      const chat = chats.get(Number(id));
      if (!chat) throw badRequest('chat not found');
      return chat;
    },

    /**
     * Like `chat`, for writing to it. Throws a 403 when the person never began, or blocked the bot.
     */
    writable(id: number | string): Chat {
      const chat = this.chat(id);
      if (!chat.started) throw forbidden("bot can't initiate conversation with a user");
      if (chat.blocked) throw forbidden('bot was blocked by the user');
      return chat;
    },
  };
}
