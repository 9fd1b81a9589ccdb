import type { FastifyInstance } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import type { Accept } from '../jobs/inbound.ts';

/** The capabilities of a channel. The bot checks these and never the channel's name. */
export interface Capabilities {
  /** Whether inline buttons can be pressed. Otherwise the channel shows numbered lines. */
  buttons: boolean;
  /** Whether documents and photos from the person arrive as files. */
  documentsIn: boolean;
  /** Whether `sendDocument` delivers a file rather than a link. */
  documentsOut: boolean;
  /** Whether sent messages can be changed. */
  edit: boolean;
  /** Maximum length of a text in UTF-16 units. */
  textLength: number;
  /** Whether each device of a person is an account of its own, with its own sign-out. */
  manyDevices?: boolean;
}

/**
 * A messenger through which people use the bot. To the bot every channel is a Bot API: updates in,
 * a `fetch` out.
 */
export interface Channel {
  /** `telegram`, `zalo`, `web`: also the prefix of chat keys. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Returns what one chat can show. Left out when all chats are alike. */
  capabilitiesIn?(chatId: number): Promise<Capabilities>;
  /** For grammY's `new Bot(token, { client: { fetch, apiRoot }, botInfo })`. */
  readonly token: string;
  readonly apiRoot: string;
  readonly fetch: typeof fetch;
  /** Its messages carry our clock's time; those of messengers carry real time. */
  readonly ownTime?: boolean;
  /** Returns the bot's user on this channel; asks the channel once. */
  me(): Promise<UserFromGetMe>;
  /** Adds the channel's routes, before the server listens. */
  routes?(http: FastifyInstance, accept: Accept): void;
  /** Begins to receive (polls, or sets the webhook). Resolves when receiving has begun. */
  start(accept: Accept): Promise<void>;
  /** Stops receiving; resolves when `accept` will not be called again. */
  stop(): Promise<void>;
  /** Returns a link that opens the chat with the bot, with this invitation code where possible. */
  inviteLink?(code: string): Promise<string | undefined>;
  /** For `/healthz`: undefined when healthy, otherwise one line with the problem. */
  trouble(): string | undefined;
}

/** Returns what a chat can show, asking the channel only where its chats differ. */
export async function readCapabilities(channel: Channel, chatId: number): Promise<Capabilities> {
  return channel.capabilitiesIn ? await channel.capabilitiesIn(chatId) : channel.capabilities;
}
