import type { FastifyInstance } from 'fastify';
import type { UserFromGetMe } from 'grammy/types';
import type { Accept } from '../jobs/inbound.ts';

/** What a channel can show; the bot asks for these and never for a channel's name. */
export interface Capabilities {
  /** Inline buttons that can be pressed. Without them the channel shows numbered lines. */
  buttons: boolean;
  /** Documents and photos sent by the person arrive as files. */
  documentsIn: boolean;
  /** `sendDocument` delivers a file, not a link. */
  documentsOut: boolean;
  /** Messages already sent can be changed. */
  edit: boolean;
  /** Longest text in UTF-16 units. */
  textLength: number;
  /** Each device of a person is an account of its own here, to be signed out by itself. */
  manyDevices?: boolean;
}

/**
 * A way to talk with people. Towards the bot every channel is a Bot API: updates in, a `fetch` out.
 */
export interface Channel {
  /** `telegram`, `zalo`, `web`: also the prefix of chat keys. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Where one chat can show less than another: what this one can. Left out where all are alike. */
  capabilitiesIn?(chatId: number): Promise<Capabilities>;
  /** For grammY's `new Bot(token, { client: { fetch, apiRoot }, botInfo })`. */
  readonly token: string;
  readonly apiRoot: string;
  readonly fetch: typeof fetch;
  /** Who the bot is there; asks the channel once and remembers. */
  me(): Promise<UserFromGetMe>;
  /** Adds the channel's routes, before the server listens. */
  routes?(http: FastifyInstance, accept: Accept): void;
  /** Begins to receive (polls, or sets the webhook). Returns when receiving has begun. */
  start(accept: Accept): Promise<void>;
  /** Stops receiving; resolves when no more `accept` will be called. */
  stop(): Promise<void>;
  /**
   * A link that opens the chat with the bot, and presents this invitation code where a link can.
   */
  inviteLink?(code: string): Promise<string | undefined>;
  /** For `/healthz`: undefined when well, otherwise one line that says what is wrong. */
  trouble(): string | undefined;
}

/** What a chat can show: asked of the channel only where its chats differ. */
export async function capabilitiesOf(channel: Channel, chatId: number): Promise<Capabilities> {
  return channel.capabilitiesIn ? await channel.capabilitiesIn(chatId) : channel.capabilities;
}
