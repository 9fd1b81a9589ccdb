import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import type { Call } from '../../bot-api/call.ts';
import type { Capabilities, Inbound } from '../../channel.ts';
import { answerPlainly } from '../../plain/bot-api.ts';
import { chatTurns } from '../../plain/chat-turns.ts';
import { plainChats } from '../../plain/chats.ts';
import type { PlainLinks } from '../../plain/plain-channel.ts';
import type { PlainApi } from '../../plain/say.ts';
import { messageUpdate, typedUpdate } from '../../plain/typed-update.ts';
import type { BotApi } from '../bot-api.ts';
import { findWebFile } from '../kept-files.ts';
import { whenSent } from '../transcript.ts';
import { updateKey } from '../updates.ts';
import { isPlain, setPlain, type WebChat } from '../web-chats.ts';
import type { WireMessage } from '../wire.ts';
import { transcriptOut } from './out.ts';
import { sayAsButtons, sayAsLines } from './say-anew.ts';

/** Chats shown as on a channel without buttons and files: the plain layer over the transcript. */
export interface PlainView {
  /** What such a chat can show. */
  readonly capabilities: Capabilities;
  isPlain(chatId: number): Promise<boolean>;
  /** Answers a call about such a chat with its `result`; throws `BotApiError`. */
  answer(call: Call): Promise<unknown>;
  /** What the person sent, as such a channel tells of it: the press of a button, a text, a picture, or that something came. */
  inbound(chat: WebChat, message: WireMessage, clientKey: string): Promise<Inbound>;
  /** Shows a chat so, or with its buttons again; what could be chosen before can be chosen after. */
  switch(chatId: number, plain: boolean): Promise<void>;
}

/** The view of any chat of the web channel. */
export function plainView(api: BotApi & { log: Logger; links: PlainLinks }): PlainView {
  const { clock, files, log, links } = api;
  const { pool } = api.db;
  const me: UserFromGetMe = api.me;
  const out = transcriptOut(api);
  const chats = plainChats(pool, out.name);
  const plain: PlainApi = {
    out,
    chats,
    turns: chatTurns(),
    files,
    clock,
    log,
    // Also those that came while the chat had its buttons.
    links: { ...links, find: (id) => findWebFile(pool, id) },
  };
  return {
    capabilities: {
      buttons: false,
      documentsIn: false,
      documentsOut: false,
      edit: false,
      textLength: out.textLength,
    },
    isPlain: (chatId) => isPlain(pool, chatId),
    answer: (call) => answerPlainly(plain, call),
    async inbound({ chatId, label }, { id, text, photo, caption }, clientKey) {
      const key = updateKey(chatId, clientKey);
      const sentAt = (await whenSent(pool, id)).getTime();
      const typed = { key, chatId, messageId: id, name: label, sentAt };
      if (text === undefined) {
        const content = photo ? { photo, ...(caption !== undefined && { caption }) } : {};
        return { key, update: messageUpdate(typed, content) };
      }
      const shown = await chats.loadSettled(chatId);
      return typedUpdate({ ...typed, text }, shown, me, clock.now().getTime());
    },
    async switch(chatId, shown) {
      if (!(await setPlain(pool, chatId, shown))) return;
      await (shown ? sayAsLines(api, plain, chatId) : sayAsButtons(api, plain, chatId));
    },
  };
}
