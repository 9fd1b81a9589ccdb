import type { Call } from '../bot-api/call.ts';
import type { BotApiServer } from '../bot-api/server.ts';
import {
  acceptSilently,
  answerPlainQuery,
  describePlainFile,
  editPlainMarkup,
  editPlainText,
  type PlainMethod,
  sendPlainAction,
  sendPlainDocument,
  sendPlainMessage,
  sendPlainPhoto,
} from './methods.ts';
import type { PlainApi } from './say.ts';

const methods = new Map<string, PlainMethod>(
  Object.entries({
    getMe: ((api) => api.out.me()) satisfies PlainMethod,
    sendMessage: sendPlainMessage,
    editMessageText: editPlainText,
    editMessageReplyMarkup: editPlainMarkup,
    answerCallbackQuery: answerPlainQuery,
    sendChatAction: sendPlainAction,
    sendDocument: sendPlainDocument,
    sendPhoto: sendPlainPhoto,
    getFile: describePlainFile,
    deleteMessage: acceptSilently,
    setMyCommands: acceptSilently,
    deleteMyCommands: acceptSilently,
    setChatMenuButton: acceptSilently,
    pinChatMessage: acceptSilently,
    unpinChatMessage: acceptSilently,
    setMessageReaction: acceptSilently,
  }),
);

/** Answers one call with its `result`. Throws `BotApiError`, also for an unknown method. */
export async function answerPlainCall(api: PlainApi, call: Call): Promise<unknown> {
  const method = methods.get(call.method);
  if (!method) throw new Error(`${api.out.name}: no Bot API method ${call.method} on a plain channel`);
  return await method(api, call);
}

/** Serves a channel without buttons, files and edits as a Bot API. */
export function servePlainBotApi(api: PlainApi, address: { apiRoot: string; token: string }): BotApiServer {
  return {
    ...address,
    name: api.out.name,
    files: api.files,
    folder: 'links',
    findFile: (id) => api.links.find(id),
    answer: (call) => answerPlainCall(api, call),
  };
}
