import type { Inbound } from '../../jobs/inbound.ts';
import type { WireMessage } from '../../page/wire.ts';
import type { Call } from '../bot-api/call.ts';
import type { Capabilities } from '../channel.ts';
import type { WebChat } from './web-chats.ts';

/**
 * A view of chats as on a channel without buttons and files. The rehearsal makes one; in production
 * there is none.
 */
export interface PlainView {
  /** What such a chat can show. */
  readonly capabilities: Capabilities;
  isPlain(chatId: number): Promise<boolean>;
  /** Answers a call about such a chat with its `result`; throws `BotApiError`. */
  answer(call: Call): Promise<unknown>;
  /**
   * Turns what the person sent into an update: the press of a button, a text, a picture, or that
   * something came.
   */
  inbound(chat: WebChat, message: WireMessage, clientKey: string): Promise<Inbound>;
  /**
   * Shows a chat so, or with its buttons again; what could be chosen before can be chosen after.
   */
  switch(chatId: number, plain: boolean): Promise<void>;
}
