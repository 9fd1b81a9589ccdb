import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Shape } from './event-queue.ts';
import type { World } from './world.ts';

export interface Webhook {
  url: string;
  secret: string;
  stop(): void;
}

/** In milliseconds. Zalo's own limit is not known; this is enough for any bot. */
const answerLimit = 10_000;

const withPicture = z.looseObject({ message: z.looseObject({ photo_url: z.string() }) });

/**
 * Wraps an event for transfer: bare, as in captured traffic, or as documented, in an envelope and
 * with `photo` for the address of a picture.
 */
export function wrap(event: unknown, shape: Shape): unknown {
  if (shape === 'bare') return event;
  const picture = withPicture.safeParse(event);
  if (!picture.success) return { ok: true, result: event };
  const { photo_url: photo, ...message } = picture.data.message;
  return { ok: true, result: { ...picture.data, message: { ...message, photo } } };
}

/**
 * Makes one request as Zalo does and returns the status. `secret` undefined leaves the header out.
 */
export async function knock(
  url: string,
  body: string,
  secret: string | undefined,
  signal?: AbortSignal,
): Promise<number> {
  const late = AbortSignal.timeout(answerLimit);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(secret !== undefined && { 'x-bot-api-secret-token': secret }),
    },
    body,
    redirect: 'manual',
    signal: signal ? AbortSignal.any([signal, late]) : late,
  });
  await response.arrayBuffer();
  return response.status;
}

/**
 * Pushes events to `url`, one after the other, bare and wrapped in turn, each until it was answered
 * with 2xx. Between attempts it waits from 20 ms to 1 s. Whether Zalo tries again at all is not
 * known.
 */
export function pushTo(world: World, url: string, secret: string): Webhook {
  const stopping = new AbortController();
  const run = async () => {
    let backOff = 20;
    for (let turn = 0; !stopping.signal.aborted; ) {
      if (world.events.length === 0) {
        await world.events.arrival(stopping.signal);
        continue;
      }
      const shape = world.wrapping.shape ?? (turn % 2 === 0 ? 'bare' : 'wrapped');
      const event = world.events.first();
      const status = await knock(url, JSON.stringify(wrap(event, shape)), secret, stopping.signal).catch(
        () => 0,
      );
      if (status >= 200 && status < 300) {
        world.events.take();
        turn += 1;
        backOff = 20;
      } else {
        await pause(backOff, undefined, { signal: stopping.signal }).catch(() => undefined);
        backOff = Math.min(backOff * 2, 1000);
      }
    }
  };
  void run();
  return { url, secret, stop: () => stopping.abort() };
}
