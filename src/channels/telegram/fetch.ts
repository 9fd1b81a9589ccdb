import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type SendLimits, sendGate } from '../send-gate.ts';

/** How long one call may take, by what it does, in milliseconds. */
const telegramTimeouts = { call: 20_000, upload: 120_000, poll: 60_000 };
/** A longer wait than this is left to whoever asked: the update or the delivery is tried again later. */
const longestWaitMs = 20_000;
const attempts = 4;

/**
 * Node's fetch as grammY needs it towards Telegram: every call ends in time, `retry_after` is honoured, the limits of
 * sending are kept, and a lost connection or a 5xx is tried again a few times. What is thrown in the end says what went
 * wrong without the address, which holds the token.
 */
export function telegramFetch(
  limits: SendLimits,
  log: Logger,
  timeouts: typeof telegramTimeouts = telegramTimeouts,
): typeof fetch {
  const gate = sendGate(limits);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = url.pathname.split('/').at(-1) ?? '';
    const body = await wholeBody(init?.body);
    const chat = sendsMessage(method) ? chatOf(body, init) : undefined;
    const limit =
      method === 'getUpdates' ? timeouts.poll : typeof body === 'string' ? timeouts.call : timeouts.upload;

    const asked = nativeSignal(init?.signal);
    for (let attempt = 1; ; attempt++) {
      if (chat !== undefined) await gate(chat);
      const signal = AbortSignal.any([AbortSignal.timeout(limit), ...(asked ? [asked] : [])]);
      try {
        const response = await fetch(url, { ...init, body, signal });
        const waitMs = await waitBefore(response, attempt);
        if (waitMs === undefined || attempt >= attempts) return response;
        log.info({ method, status: response.status, waitMs }, 'telegram asks to wait');
        await response.body?.cancel();
        await sleep(waitMs, undefined, { signal: asked });
      } catch (error) {
        if (asked?.aborted || attempt >= attempts) throw new Error(`telegram ${method}: ${reason(error)}`);
        log.info({ method, reason: reason(error), attempt }, 'telegram did not answer');
        await sleep(250 * 2 ** attempt);
      }
    }
  };
}

/** grammY's signals come from a package of their own, which `AbortSignal.any` refuses. */
function nativeSignal(signal: AbortSignal | null | undefined): AbortSignal | undefined {
  if (!signal || signal instanceof AbortSignal) return signal ?? undefined;
  const controller = new AbortController();
  const foreign: Pick<AbortSignal, 'aborted' | 'addEventListener'> = signal;
  if (foreign.aborted) controller.abort();
  else foreign.addEventListener('abort', () => controller.abort(), { once: true });
  return controller.signal;
}

/** Messages count against the limits; edits, answers to presses and "typing" do not. */
function sendsMessage(method: string): boolean {
  return /^(send(?!ChatAction)|copyMessage|forwardMessage)/.test(method);
}

/** grammY uploads as a stream, which can be sent once: it is read whole, so that it can be tried again. */
async function wholeBody(body: RequestInit['body'] | AsyncIterable<Uint8Array> | undefined) {
  if (body === null || body === undefined || typeof body === 'string') return body;
  if (typeof body === 'object' && Symbol.asyncIterator in body) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  return body;
}

/** The chat a call is about, from its JSON or its multipart field. */
function chatOf(body: unknown, init: RequestInit | undefined): string {
  if (typeof body === 'string') {
    const parsed: unknown = JSON.parse(body);
    if (typeof parsed === 'object' && parsed !== null && 'chat_id' in parsed) return String(parsed.chat_id);
  }
  if (body instanceof Uint8Array && init) {
    const head = Buffer.from(body.subarray(0, 4096)).toString('latin1');
    return head.match(/name="?chat_id"?\r?\n(?:[^\r\n]+\r?\n)*\r?\n([^\r\n]+)/)?.[1] ?? 'unknown';
  }
  return 'unknown';
}

/** Milliseconds to wait before the next attempt; undefined: this answer is the answer. */
async function waitBefore(response: Response, attempt: number): Promise<number | undefined> {
  if (response.status >= 500) return 250 * 2 ** attempt;
  if (response.status !== 429) return undefined;
  const text = await response.clone().text();
  const seconds = Number(text.match(/"retry_after"\s*:\s*(\d+)/)?.[1] ?? 1);
  return seconds * 1000 <= longestWaitMs ? seconds * 1000 : undefined;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = error.cause;
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : undefined;
  return code ?? error.name;
}
