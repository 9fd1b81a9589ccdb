import { Readable } from 'node:stream';
import { DomainError } from '../../errors.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import { BotApiError, noRoomLeft } from './api-error.ts';
import { type Call, readCall } from './call.ts';

/** A Bot API that answers in this process: what a channel has to give for it. */
export interface BotApiServer {
  /** Name of the channel, for the developer who reads an error. */
  name: string;
  apiRoot: string;
  token: string;
  files: FileStore;
  /** Folder of the file store for what the bot uploads. */
  folder: string;
  /** Answers one call with its `result`. Throws `BotApiError` for what Telegram refuses. */
  answer(call: Call): Promise<unknown>;
  /** Finds a file by its `file_id`. */
  findFile(id: string): Promise<KeptFile | undefined>;
}

/**
 * Makes a `fetch` that is a Bot API: `POST {apiRoot}/bot{token}/{method}` and
 * `GET {apiRoot}/file/bot{token}/{file_path}`. Refusals come in the Bot API's envelope. Every other
 * error is thrown, so that the update is tried again. Uploads of a failed call are removed, but not
 * those that a file was made of: a message with a link to it may have arrived.
 */
export function botApiFetch(server: BotApiServer): typeof fetch {
  const { apiRoot, token } = server;
  return async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    // grammY's own AbortSignal has no throwIfAborted.
    if (init?.signal?.aborted) throw new DOMException('This operation was aborted', 'AbortError');
    const path = after(address, `${apiRoot}/file/bot${token}/`);
    if (path !== undefined) return await download(server, path);
    const method = after(address, `${apiRoot}/bot${token}/`);
    if (!method) throw new Error(`${server.name}: no Bot API at this address`);
    return await call(server, method, init);
  };
}

async function call(server: BotApiServer, method: string, init: RequestInit | undefined): Promise<Response> {
  let given: Call | undefined;
  try {
    given = await readCall(method, init, server.files, server.folder);
    return Response.json({ ok: true, result: await server.answer(given) });
  } catch (error) {
    for (const { storageKey } of given?.uploads.values() ?? []) await server.files.remove(storageKey);
    // As an error of the network it would be tried again for hours, without a word to the person.
    if (error instanceof DomainError && error.code === 'storage-full') return refusal(noRoomLeft());
    if (!(error instanceof BotApiError)) throw error;
    return refusal(error);
  }
}

function refusal({ status, message, retryAfter }: BotApiError): Response {
  const parameters = retryAfter === undefined ? {} : { parameters: { retry_after: retryAfter } };
  return Response.json({ ok: false, error_code: status, description: message, ...parameters }, { status });
}

async function download({ findFile, files }: BotApiServer, path: string): Promise<Response> {
  const id = /^documents\/([\w-]+)/.exec(path)?.[1];
  const file = id && (await findFile(id));
  if (!file) return refusal(new BotApiError(404, 'Not Found'));
  const content = Readable.toWeb(await files.get(file.storageKey));
  return new Response(content, {
    headers: { 'content-type': file.mime, 'content-length': String(file.size) },
  });
}

function after(address: string, start: string): string | undefined {
  return address.startsWith(start) ? address.slice(start.length) : undefined;
}
