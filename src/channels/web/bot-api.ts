import { z } from 'zod';
import { findFileOfChannel } from '../../chat-files/chat-files.ts';
import { readChatOfQuery } from '../../jobs/update-ids.ts';
import type { Call } from '../bot-api/call.ts';
import { chatIdParameter } from '../bot-api/parameters.ts';
import type { BotApiServer } from '../bot-api/server.ts';
import { editMessageCaption, editMessageReplyMarkup, editMessageText } from './methods/edits.ts';
import { getFile, sendDocument, sendMediaGroup, sendPhoto } from './methods/files.ts';
import { deleteMyCommands, setChatMenuButton, setMyCommands } from './methods/menus.ts';
import { deleteMessage, sendMessage } from './methods/messages.ts';
import { answerCallbackQuery, sendChatAction } from './methods/signals.ts';
import type { PlainView } from './plain-view.ts';
import type { WebApi, WebMethod } from './web-api.ts';

const methods = new Map<string, WebMethod>(
  Object.entries({
    getMe: async ({ me }: WebApi) => me,
    sendMessage,
    deleteMessage,
    editMessageText,
    editMessageCaption,
    editMessageReplyMarkup,
    answerCallbackQuery,
    sendChatAction,
    sendDocument,
    sendPhoto,
    sendMediaGroup,
    getFile,
    setMyCommands,
    deleteMyCommands,
    setChatMenuButton,
  }),
);

/**
 * Serves the web chat as a Bot API. An unknown method throws, so that a test finds it. Calls about
 * a chat that is shown without buttons are answered by `plain`.
 */
export function serveWebBotApi(
  api: WebApi,
  address: { apiRoot: string; token: string },
  plain: PlainView | undefined,
): BotApiServer {
  return {
    ...address,
    name: 'web',
    files: api.files,
    folder: 'web',
    findFile: (id) => findFileOfChannel(api.db.prisma, 'web', id),
    async answer(call) {
      const method = methods.get(call.method);
      if (!method) throw new Error(`web channel: no Bot API method ${call.method}`);
      const chat = plain && chatOf(call);
      return plain && chat !== undefined && (await plain.isPlain(chat))
        ? await plain.answer(call)
        : await method(api, call);
    },
  };
}

const about = z.union([
  z.object({ chat_id: chatIdParameter }).transform(({ chat_id }) => chat_id),
  z.object({ callback_query_id: z.string() }).transform((query) => readChatOfQuery(query.callback_query_id)),
]);

/** The chat of a call, if it has one. */
function chatOf({ parameters }: Call): number | undefined {
  return about.safeParse(parameters).data;
}
