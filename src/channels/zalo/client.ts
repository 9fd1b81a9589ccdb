import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readFailure } from '../connection-failure.ts';
import { FateUnknown } from '../plain/plain-channel.ts';
import { readEnvelope } from './envelope.ts';

/** A refusal by the Bot Platform, or a failure to reach it: the request was not carried out. */
export class ZaloRefusal extends Error {
  override name = 'ZaloRefusal';
  /** Zalo's code; 0 when Zalo was not reached. */
  readonly code: number;
  /** Milliseconds to wait, as asked by Zalo. */
  readonly retryAfterMs: number | undefined;

  constructor(method: string, code: number, description: string, retryAfterMs?: number) {
    super(`zalo ${method}: ${code === 0 ? '' : `${code} `}${description}`);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Calls the methods of Zalo's Bot Platform. */
export interface ZaloClient {
  /**
   * Calls a method and returns its `result`. Throws `ZaloRefusal` when it was not done, and for
   * methods that send `FateUnknown` when it may have been. It waits a few times after a 429, and
   * tries again when Zalo cannot be reached.
   */
  call(
    method: ZaloMethod,
    parameters: Record<string, unknown>,
    options?: { timeoutMs?: number; signal?: AbortSignal },
  ): Promise<unknown>;
}

/** The methods of the Bot Platform that the channel uses. */
export type ZaloMethod =
  | 'getMe'
  | 'getUpdates'
  | 'setWebhook'
  | 'deleteWebhook'
  | 'getWebhookInfo'
  | 'sendMessage'
  | 'sendPhoto'
  | 'sendSticker'
  | 'sendVoice'
  | 'sendChatAction';

/** The settings of a client. */
export interface ZaloClientOptions {
  token: string;
  /** Without a slash at its end. */
  apiRoot: string;
  log: Logger;
  /** First wait after a 429 or a failed connection, doubled each time. Default 1 s. */
  backOffMs?: number;
}

const callTimeoutMs = 20_000;
const attempts = 4;
/**
 * Maximum total wait in milliseconds; after it the caller tries the update or the delivery again
 * later.
 */
const longestWaitMs = 20_000;

/**
 * Creates a client of Zalo's Bot Platform. It logs neither the token (which is in the address) nor
 * any text.
 */
export function createZaloClient({ token, apiRoot, log, backOffMs = 1000 }: ZaloClientOptions): ZaloClient {
  return {
    async call(method, parameters, { timeoutMs = callTimeoutMs, signal } = {}) {
      const sends = method.startsWith('send') && method !== 'sendChatAction';
      let waitedMs = 0;
      for (let attempt = 1; ; attempt++) {
        const answer = await ask(method, parameters, sends, timeoutMs, signal);
        if (!(answer instanceof ZaloRefusal)) return answer.result;
        const waitMs = answer.retryAfterMs ?? backOffMs * 2 ** (attempt - 1);
        const passing = answer.code === 429 || answer.code === 0;
        if (!passing || method === 'getUpdates' || attempt >= attempts || waitedMs + waitMs > longestWaitMs)
          throw answer;
        waitedMs += waitMs;
        log.info({ method, code: answer.code, waitMs }, 'zalo asks to wait, or is not reached');
        await sleep(waitMs, undefined, { signal });
      }
    },
  };

  /** Servers often quote the requested address. */
  function withoutToken(said: string): string {
    return [token, encodeURI(token), encodeURIComponent(token)].reduce(
      (rest, written) => rest.replaceAll(written, '…'),
      said,
    );
  }

  async function ask(
    method: ZaloMethod,
    parameters: Record<string, unknown>,
    sends: boolean,
    timeoutMs: number,
    signal: AbortSignal | undefined,
  ): Promise<{ result: unknown } | ZaloRefusal> {
    let body: string;
    let status: number;
    try {
      const response = await fetch(`${apiRoot}/bot${token}/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(parameters),
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]),
      });
      status = response.status;
      body = await response.text();
    } catch (error) {
      const { why, left } = readFailure(error);
      if (sends && left) throw new FateUnknown(`zalo ${method}: ${why}`);
      return new ZaloRefusal(method, 0, why);
    }
    const answer = readEnvelope(body, status);
    if (answer.kind === 'ok') return { result: answer.result };
    if (answer.kind === 'unreadable') {
      // A page with 4xx did nothing; any other may come from a gateway that passed the message on.
      if (sends && (status < 400 || status >= 500))
        throw new FateUnknown(`zalo ${method}: no JSON, HTTP ${status}`);
      return new ZaloRefusal(method, status >= 400 ? status : 502, 'the answer is not JSON');
    }
    // 408 to a send: Zalo itself gave up waiting and does not know either.
    if (sends && answer.code === 408) throw new FateUnknown(`zalo ${method}: 408`);
    return new ZaloRefusal(method, answer.code, withoutToken(answer.description), answer.retryAfterMs);
  }
}
