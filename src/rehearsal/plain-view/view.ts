import type { UserFromGetMe } from 'grammy/types';
import type { Logger } from 'pino';
import { answerPlainCall } from '../../channels/plain/bot-api.ts';
import { createChatTurns } from '../../channels/plain/chat-turns.ts';
import { openPlainChats } from '../../channels/plain/chats.ts';
import type { PlainApi } from '../../channels/plain/say.ts';
import { buildMessageUpdate, readTypedUpdate } from '../../channels/plain/typed-update.ts';
import type { PlainView } from '../../channels/web/plain-view.ts';
import { readSentAt } from '../../channels/web/transcript.ts';
import { buildUpdateKey } from '../../channels/web/updates.ts';
import type { WebApi } from '../../channels/web/web-api.ts';
import { isPlain, setPlain } from '../../channels/web/web-chats.ts';
import { findFileOfChannel } from '../../chat-files/chat-files.ts';
import type { PlainLinks } from '../../links/links.ts';
import { createTranscriptOut } from './out.ts';
import { sayAsButtons, sayAsLines } from './switch-view.ts';

/** Creates the view, for any chat of the web channel. */
export function createPlainView(api: WebApi & { log: Logger; links: PlainLinks }): PlainView {
  const { db, clock, files, log, links } = api;
  const { pool } = db;
  const me: UserFromGetMe = api.me;
  const out = createTranscriptOut(api);
  const chats = openPlainChats(pool, out.name);
  const plain: PlainApi = {
    out,
    chats,
    turns: createChatTurns(),
    files,
    clock,
    log,
    // Also files that came while the chat had its buttons.
    links: { ...links, find: (id) => findFileOfChannel(db.prisma, 'web', id) },
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
    answer: (call) => answerPlainCall(plain, call),
    async inbound({ chatId, label }, { id, text, photo, caption }, clientKey) {
      const key = buildUpdateKey(chatId, clientKey);
      const sentAt = (await readSentAt(pool, id)).getTime();
      const typed = { key, chatId, messageId: id, name: label, sentAt };
      if (text === undefined) {
        const content = photo ? { photo, ...(caption !== undefined && { caption }) } : {};
        return { key, update: buildMessageUpdate(typed, content) };
      }
      const shown = await chats.loadSettled(chatId);
      return readTypedUpdate({ ...typed, text }, shown, me, clock.now().getTime());
    },
    async switch(chatId, shown) {
      if (!(await setPlain(pool, chatId, shown))) return;
      await (shown ? sayAsLines(api, plain, chatId) : sayAsButtons(api, plain, chatId));
    },
  };
}
