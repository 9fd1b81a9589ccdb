import { setTimeout as pause } from 'node:timers/promises';
import type { Webhook, World } from './world.ts';

/** Time limit in milliseconds after which Telegram gives up on a webhook. */
const answerLimit = 60_000;

/**
 * Pushes updates to `url`, one after the other, each until it was answered with 2xx. Between
 * attempts it waits from 20 ms to 1 s (Telegram takes longer). A method in the answer's body is
 * performed, and its result discarded.
 */
export function deliverTo(
  world: World,
  options: {
    url: string;
    secret: string | undefined;
    maxConnections: number;
    perform(method: string, params: Record<string, unknown>): Promise<unknown>;
  },
): Webhook {
  const stopping = new AbortController();
  const webhook: Webhook = {
    url: options.url,
    secret: options.secret,
    maxConnections: options.maxConnections,
    lastError: undefined,
    stop: () => stopping.abort(),
  };

  const post = async (update: unknown) => {
    const response = await fetch(options.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.secret && { 'x-telegram-bot-api-secret-token': options.secret }),
      },
      body: JSON.stringify(update),
      redirect: 'manual',
      signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(answerLimit)]),
    });
    const body = await response.text();
    if (!response.ok) {
      throw new Error(`Wrong response from the webhook: ${response.status} ${response.statusText}`);
    }
    return body;
  };

  const run = async () => {
    let backOff = 20;
    while (!stopping.signal.aborted) {
      const update = world.updates.first();
      if (!update) {
        await nextUpdate(world, stopping.signal);
        continue;
      }
      try {
        const body = await post(update);
        world.updates.drop(update);
        backOff = 20;
        await performAnswer(body, options.perform);
      } catch (error) {
        if (stopping.signal.aborted) return;
        webhook.lastError = { date: world.now(), message: error instanceof Error ? error.message : 'failed' };
        await pause(backOff, undefined, { signal: stopping.signal }).catch(() => undefined);
        backOff = Math.min(backOff * 2, 1000);
      }
    }
  };
  void run();
  return webhook;
}

function nextUpdate(world: World, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      unlisten();
      signal.removeEventListener('abort', finish);
      resolve();
    };
    const unlisten = world.updates.listen(finish);
    signal.addEventListener('abort', finish);
    if (signal.aborted) finish();
  });
}

async function performAnswer(
  body: string,
  perform: (method: string, params: Record<string, unknown>) => Promise<unknown>,
): Promise<void> {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return;
  }
  if (typeof answer !== 'object' || answer === null || !('method' in answer)) return;
  const { method, ...params } = answer;
  // Refusals are recorded with the call; a webhook does not get them.
  if (typeof method === 'string') await perform(method, params).catch(() => undefined);
}
