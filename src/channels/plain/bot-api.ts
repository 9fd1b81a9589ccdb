import type { Call } from '../bot-api/call.ts';
import type { BotApiServer } from '../bot-api/server.ts';
import {
  answerCallbackQuery,
  editMessageReplyMarkup,
  editMessageText,
  getFile,
  type PlainMethod,
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  silently,
} from './methods.ts';
import type { PlainApi } from './say.ts';

const methods = new Map<string, PlainMethod>(
  Object.entries({
    getMe: ((api) => api.out.me()) satisfies PlainMethod,
    sendMessage,
    editMessageText,
    editMessageReplyMarkup,
    answerCallbackQuery,
    sendChatAction,
    sendDocument,
    sendPhoto,
    getFile,
    deleteMessage: silently,
    setMyCommands: silently,
    deleteMyCommands: silently,
    setChatMenuButton: silently,
    pinChatMessage: silently,
    unpinChatMessage: silently,
    setMessageReaction: silently,
  }),
);

/**
 * Answers a call that has been read with its `result`. Throws `BotApiError`, and for a method that
 * is not known here.
 */
export async function answerPlainly(api: PlainApi, call: Call): Promise<unknown> {
  const method = methods.get(call.method);
  if (!method) throw new Error(`${api.out.name}: no Bot API method ${call.method} on a plain channel`);
  return await method(api, call);
}

/** Serves a channel without buttons, files and edits as a Bot API. */
export function plainBotApi(api: PlainApi, address: { apiRoot: string; token: string }): BotApiServer {
  return {
    ...address,
    name: api.out.name,
    files: api.files,
    folder: 'links',
    findFile: (id) => api.links.find(id),
    answer: (call) => answerPlainly(api, call),
  };
}
