import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { readFailure } from '../connection-failure.ts';
import { FateUnknown } from '../plain/plain-channel.ts';
import { readEnvelope } from './envelope.ts';

/** The Bot Platform said no, or was never reached: what was asked has not been done. */
export class ZaloRefusal extends Error {
  override name = 'ZaloRefusal';
  /** Zalo's code; 0 when Zalo was not reached. */
  readonly code: number;
  /** Milliseconds that it asks to wait. */
  readonly retryAfterMs: number | undefined;

  constructor(method: string, code: number, description: string, retryAfterMs?: number) {
    super(`zalo ${method}: ${code === 0 ? '' : `${code} `}${description}`);
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export interface ZaloClient {
  /**
   * Calls a method and gives its `result`. Throws `ZaloRefusal` when it was not done, and for
   * methods that send `FateUnknown` when it may have been. 429 is waited for a few times, a Zalo
   * that cannot be reached tried again.
   */
  call(
    method: ZaloMethod,
    parameters: Record<string, unknown>,
    options?: { timeoutMs?: number; signal?: AbortSignal },
  ): Promise<unknown>;
}

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
 * Longer than this in all nothing waits here: the update or the delivery is tried again later by
 * whoever asked.
 */
const longestWaitMs = 20_000;

/**
 * A client of Zalo's Bot Platform. It logs neither the token (which is in the address) nor what is
 * said.
 */
export function zaloClient({ token, apiRoot, log, backOffMs = 1000 }: ZaloClientOptions): ZaloClient {
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

  /** Servers like to quote the address that they were asked at. */
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
      // A page that says 4xx did nothing; any other may come from a gateway behind which the
      // message went on its way.
      if (sends && (status < 400 || status >= 500))
        throw new FateUnknown(`zalo ${method}: no JSON, HTTP ${status}`);
      return new ZaloRefusal(method, status >= 400 ? status : 502, 'the answer is not JSON');
    }
    // 408 to a send: Zalo itself gave up waiting and does not know either.
    if (sends && answer.code === 408) throw new FateUnknown(`zalo ${method}: 408`);
    return new ZaloRefusal(method, answer.code, withoutToken(answer.description), answer.retryAfterMs);
  }
}
