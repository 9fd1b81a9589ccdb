import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import { readFailure } from '../connection-failure.ts';
import { createSendGate, type SendLimits, type SharedSends } from '../send-gate.ts';

/** Time limit of one call by its kind, in milliseconds. */
const telegramTimeouts = { call: 20_000, upload: 120_000, poll: 60_000 };
/**
 * In milliseconds. A longer wait is left to the caller, which tries the update or the delivery
 * again later.
 */
const longestWaitMs = 20_000;
const attempts = 4;

/**
 * Creates the `fetch` that grammY uses for Telegram. Every call has a time limit, `retry_after` is
 * respected for the chat, the limits of sending are kept, and calls that were certainly not done
 * are repeated a few times. A message whose answer was lost is not repeated here: it is answered
 * with 408, and the sender decides. Errors do not contain the address, which holds the token.
 */
export function createTelegramFetch(
  limits: SendLimits,
  log: Logger,
  timeouts: typeof telegramTimeouts = telegramTimeouts,
  /** With it the limits are those of all processes of the bot together. */
  shared?: SharedSends,
): typeof fetch {
  const gate = createSendGate(limits, shared);
  return async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const method = url.pathname.split('/').at(-1) ?? '';
    const body = await wholeBody(init?.body);
    const chat = sendsMessage(method) ? chatOf(body, init) : undefined;
    const limit =
      method === 'getUpdates' ? timeouts.poll : typeof body === 'string' ? timeouts.call : timeouts.upload;
    const asked = nativeSignal(init?.signal);

    const once = async (): Promise<Answer> => {
      const signal = AbortSignal.any([AbortSignal.timeout(limit), ...(asked ? [asked] : [])]);
      try {
        return await readAnswer(await fetch(url, { ...init, body, signal }), chat !== undefined);
      } catch (error) {
        const { why, left } = readFailure(error);
        return { kind: left ? 'lost' : 'not-reached', why };
      }
    };

    for (let attempt = 1; ; attempt++) {
      if (chat !== undefined) {
        const heldMs = gate.heldMs(chat);
        if (heldMs > longestWaitMs) return tooMany(heldMs);
        await gate.awaitTurn(chat);
      }
      const answer = await once();
      if (answer.kind === 'final') return answer.response;
      if (asked?.aborted) throw new Error(`telegram ${method}: aborted`);
      if (answer.kind === 'asks-to-wait') {
        if (chat !== undefined) gate.hold(chat, answer.ms);
        if (attempt >= attempts || answer.ms > longestWaitMs) return answer.response;
        log.info({ method, waitMs: answer.ms }, 'telegram asks to wait');
        if (chat === undefined) await sleep(answer.ms, undefined, { signal: asked });
        continue;
      }
      log.info({ method, reason: answer.why, attempt }, 'telegram did not answer');
      if (answer.kind === 'lost' && chat !== undefined) return unsure(answer.why);
      if (attempt >= attempts) {
        if (answer.response) return answer.response;
        throw new Error(`telegram ${method}: ${answer.why}`);
      }
      await sleep(250 * 2 ** attempt, undefined, { signal: asked });
    }
  };
}

/** The outcome of one call. */
type Answer =
  | { kind: 'final'; response: Response }
  | { kind: 'asks-to-wait'; ms: number; response: Response }
  /** It was certainly not done. */
  | { kind: 'not-reached'; why: string; response?: Response }
  /** It may have been done. */
  | { kind: 'lost'; why: string; response?: Response };

const envelope = z.object({
  ok: z.boolean(),
  parameters: z.object({ retry_after: z.number().optional() }).optional(),
});

/**
 * Classifies an answer. An error in Telegram's own format is a refusal; a gateway's page says
 * nothing about the server behind it. The answer to a message is read `whole`: one that breaks off
 * is lost.
 */
async function readAnswer(response: Response, whole: boolean): Promise<Answer> {
  const { status } = response;
  if (!whole && status !== 429 && status < 500) return { kind: 'final', response };
  const text = await response.text();
  const read = envelope.safeParse(parsed(text)).data;
  const again = new Response(text, { status, headers: response.headers });
  if (status === 429)
    return { kind: 'asks-to-wait', ms: (read?.parameters?.retry_after ?? 1) * 1000, response: again };
  if (status < 500 && (read || status >= 400)) return { kind: 'final', response: again };
  return { kind: read ? 'not-reached' : 'lost', why: `HTTP ${status}`, response: again };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** It is unknown whether the message arrived. */
function unsure(why: string): Response {
  return refusal(408, `telegram: nobody knows whether the message arrived (${why})`);
}

/** Telegram said how long this chat has to wait: asking again would only make the wait longer. */
function tooMany(ms: number): Response {
  const seconds = Math.ceil(ms / 1000);
  return refusal(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds });
}

function refusal(status: number, description: string, parameters?: object): Response {
  return Response.json({ ok: false, error_code: status, description, parameters }, { status });
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

/**
 * grammY uploads a stream, which can be sent once: it is read whole, so that the call can be
 * repeated.
 */
async function wholeBody(body: RequestInit['body'] | AsyncIterable<Uint8Array> | undefined) {
  if (body === null || body === undefined || typeof body === 'string') return body;
  if (typeof body === 'object' && Symbol.asyncIterator in body) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of body as AsyncIterable<Uint8Array>) chunks.push(chunk);
    return Buffer.concat(chunks);
  }
  return body;
}

/** The chat of a call, from its JSON or its multipart field. */
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
