import { Readable } from 'node:stream';
import { BotApiError } from '../bot-api/api-error.ts';
import { type Call, readCall } from '../bot-api/call.ts';
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

/** Where uploads of the bot are kept in the file store. */
const folder = 'links';

/** Answers a call that has been read with its `result`. Throws `BotApiError`, and for a method that is not known here. */
export async function answerPlainly(api: PlainApi, call: Call): Promise<unknown> {
  const method = methods.get(call.method);
  if (!method) throw new Error(`${api.out.name}: no Bot API method ${call.method} on a plain channel`);
  return await method(api, call);
}

/**
 * A `fetch` that is a Bot API over a channel without buttons, files and edits. What the channel refuses comes as the Bot
 * API's envelope; a method that is not known here throws, so that a test finds it.
 */
export function plainFetch(api: PlainApi, apiRoot: string, token: string): typeof fetch {
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    // grammY's own AbortSignal has no throwIfAborted.
    if (init?.signal?.aborted) throw new DOMException('This operation was aborted', 'AbortError');
    const path = after(address, `${apiRoot}/file/bot${token}/`);
    if (path !== undefined) return await download(api, path);
    const name = after(address, `${apiRoot}/bot${token}/`);
    if (!name) throw new Error(`${api.out.name}: no Bot API at this address`);
    try {
      const call = await readCall(name, init, api.files, folder);
      return Response.json({ ok: true, result: await answerPlainly(api, call) });
    } catch (error) {
      if (!(error instanceof BotApiError)) throw error;
      return Response.json(
        {
          ok: false,
          error_code: error.status,
          description: error.message,
          ...(error.retryAfter !== undefined && { parameters: { retry_after: error.retryAfter } }),
        },
        { status: error.status },
      );
    }
  };
}

async function download({ links, files }: PlainApi, path: string): Promise<Response> {
  const id = /^documents\/([\w-]+)/.exec(path)?.[1];
  const file = id && (await links.find(id));
  if (!file) return Response.json({ ok: false, error_code: 404, description: 'Not Found' }, { status: 404 });
  const content = Readable.toWeb(await files.get(file.storageKey));
  return new Response(content, {
    headers: { 'content-type': file.mime, 'content-length': String(file.size) },
  });
}

function after(address: string, start: string): string | undefined {
  return address.startsWith(start) ? address.slice(start.length) : undefined;
}
