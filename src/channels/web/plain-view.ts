import type { Inbound } from '../../jobs/inbound.ts';
import type { WireMessage } from '../../page/wire.ts';
import type { Call } from '../bot-api/call.ts';
import type { Capabilities } from '../channel.ts';
import type { WebChat } from './web-chats.ts';

/**
 * A view of chats as on a channel without buttons and files. The rehearsal creates one; in
 * production there is none.
 */
export interface PlainView {
  /** The capabilities of such a chat. */
  readonly capabilities: Capabilities;
  isPlain(chatId: number): Promise<boolean>;
  /** Answers a call about such a chat with its `result`; throws `BotApiError`. */
  answer(call: Call): Promise<unknown>;
  /**
   * Turns the person's message into an update: a pressed button, a text, a picture, or a message
   * that cannot be read.
   */
  inbound(chat: WebChat, message: WireMessage, clientKey: string): Promise<Inbound>;
  /** Switches a chat to this view or back; its choices still work afterwards. */
  switch(chatId: number, plain: boolean): Promise<void>;
}
