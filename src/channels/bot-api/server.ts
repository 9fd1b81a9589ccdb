import { Readable } from 'node:stream';
import { DomainError } from '../../errors.ts';
import type { FileStore } from '../../store/files.ts';
import type { KeptFile } from '../../store/keep-bytes.ts';
import { BotApiError, buildNoRoomLeft } from './api-error.ts';
import { type Call, readCall } from './call.ts';

/** The parts of a Bot API in this process that differ by channel. */
export interface BotApiServer {
  /** Name of the channel, for error messages to developers. */
  name: string;
  apiRoot: string;
  token: string;
  files: FileStore;
  /** Folder of the file store for the bot's uploads. */
  folder: string;
  /** Answers one call with its `result`. Throws `BotApiError` for a refusal. */
  answer(call: Call): Promise<unknown>;
  /** Finds a file by its `file_id`. */
  findFile(id: string): Promise<KeptFile | undefined>;
}

/**
 * Creates a `fetch` that is a Bot API. It answers `POST {apiRoot}/bot{token}/{method}` and `GET
 * {apiRoot}/file/bot{token}/{file_path}`. Refusals have the Bot API's envelope. Every other error
 * is thrown, so that the update is tried again. Uploads of a failed call are removed, except those
 * that a file was made of: a message with a link to it may have arrived.
 */
export function createBotApiFetch(server: BotApiServer): typeof fetch {
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
    // As a network error it would be tried again for hours, without a message to the person.
    if (error instanceof DomainError && error.code === 'storage-full') return refusal(buildNoRoomLeft());
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
