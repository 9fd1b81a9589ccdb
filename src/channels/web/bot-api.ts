import { Readable } from 'node:stream';
import type { UserFromGetMe } from 'grammy/types';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import type { Database } from '../../store/database.ts';
import type { FileStore } from '../../store/files.ts';
import { BotApiError } from '../bot-api/api-error.ts';
import { type Call, readCall } from '../bot-api/call.ts';
import { chatId } from '../bot-api/parameters.ts';
import { findWebFile } from './kept-files.ts';
import { editMessageCaption, editMessageReplyMarkup, editMessageText } from './methods/edits.ts';
import { getFile, sendDocument, sendMediaGroup, sendPhoto } from './methods/files.ts';
import { deleteMyCommands, setChatMenuButton, setMyCommands } from './methods/menus.ts';
import { deleteMessage, sendMessage } from './methods/messages.ts';
import { answerCallbackQuery, sendChatAction } from './methods/passing.ts';
import type { PlainView } from './plain-view/view.ts';
import { chatOfQuery } from './updates.ts';

/** What the methods work with. */
export interface BotApi {
  db: Pick<Database, 'pool'>;
  files: FileStore;
  clock: Clock;
  me: UserFromGetMe;
  /** Where chats may be shown without buttons: each message then keeps what it expects. */
  keepsHints?: boolean | undefined;
}

/** Answers one call with its `result`; throws `BotApiError` for what Telegram would refuse. */
export type Method = (api: BotApi, call: Call) => Promise<unknown>;

const methods = new Map<string, Method>(
  Object.entries({
    getMe: async ({ me }: BotApi) => me,
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
 * A `fetch` that is a Bot API: `POST {apiRoot}/bot{token}/{method}` and `GET {apiRoot}/file/bot{token}/{file_path}`.
 * A method that the web chat does not have throws, so that a test finds it; so do failures of the house itself. Calls
 * about a chat that is shown without buttons are answered by `plain`.
 */
export function botApiFetch(
  api: BotApi,
  apiRoot: string,
  token: string,
  plain: PlainView | undefined,
): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    // grammY's own AbortSignal has no throwIfAborted.
    if (init?.signal?.aborted) throw new DOMException('This operation was aborted', 'AbortError');
    const file = after(address, `${apiRoot}/file/bot${token}/`);
    if (file !== undefined) return await download(api, file);
    const name = after(address, `${apiRoot}/bot${token}/`);
    const method = methods.get(name ?? '');
    if (!name || !method) throw new Error(`web channel: no Bot API method ${name ?? 'at this address'}`);
    let call: Call | undefined;
    try {
      call = await readCall(name, init, api.files, 'web');
      const chat = plain && chatOf(call);
      const result =
        plain && chat !== undefined && (await plain.isPlain(chat))
          ? await plain.answer(call)
          : await method(api, call);
      return Response.json({ ok: true, result });
    } catch (error) {
      for (const { storageKey } of call?.uploads.values() ?? []) await api.files.remove(storageKey);
      if (!(error instanceof BotApiError)) throw error;
      return Response.json(
        { ok: false, error_code: error.status, description: error.message },
        { status: error.status },
      );
    }
  };
}

const about = z.union([
  z.object({ chat_id: chatId }).transform(({ chat_id }) => chat_id),
  z.object({ callback_query_id: z.string() }).transform((query) => chatOfQuery(query.callback_query_id)),
]);

/** The chat that a call is about, where it is about one. */
function chatOf({ parameters }: Call): number | undefined {
  return about.safeParse(parameters).data;
}

async function download(api: BotApi, path: string): Promise<Response> {
  const id = /^documents\/([\w-]+)/.exec(path)?.[1];
  const file = id && (await findWebFile(api.db.pool, id));
  if (!file) return Response.json({ ok: false, error_code: 404, description: 'Not Found' }, { status: 404 });
  const content = Readable.toWeb(await api.files.get(file.storageKey));
  return new Response(content, {
    headers: { 'content-type': file.mime, 'content-length': String(file.size) },
  });
}

function after(address: string, start: string): string | undefined {
  return address.startsWith(start) ? address.slice(start.length) : undefined;
}
