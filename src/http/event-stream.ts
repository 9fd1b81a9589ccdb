import { once } from 'node:events';
import type { FastifyReply } from 'fastify';

/** A stream of server-sent events to one browser. */
export interface EventStream {
  /** Sends one event and waits while the browser is slow. Does nothing once the browser is gone. */
  send(event: string, data: unknown, id?: string | number): Promise<void>;
  /** Aborted when the browser is gone or the server closes. */
  gone: AbortSignal;
  end(): void;
}

/**
 * In milliseconds. Lets a browser notice a dead connection, and keeps proxies from closing an idle
 * one.
 */
const heartbeat = 15_000;

/** After a break a browser waits so long. Milliseconds. */
const retryAfter = 1000;

/**
 * Turns a request into an event stream; the route must send no other answer. `repeated` is an event
 * that is sent at once and with every heartbeat, with its present data.
 */
export function openEventStream(
  reply: FastifyReply,
  repeated?: { event: string; data(): unknown },
): EventStream {
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(`retry: ${retryAfter}\n\n`);
  const over = new AbortController();
  const repeat = () =>
    repeated && raw.write(`event: ${repeated.event}\ndata: ${JSON.stringify(repeated.data())}\n\n`);
  repeat();
  const beat = setInterval(() => {
    raw.write('event: alive\ndata: {}\n\n');
    repeat();
  }, heartbeat);
  const finish = () => {
    clearInterval(beat);
    over.abort();
  };
  raw.on('close', finish);
  raw.on('error', finish);
  // The browser left before the route was reached; no event will report it.
  if (raw.destroyed) finish();
  return {
    gone: over.signal,
    end: () => raw.end(),
    async send(event, data, id) {
      if (over.signal.aborted) return;
      const head = id === undefined ? '' : `id: ${id}\n`;
      if (raw.write(`${head}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)) return;
      await once(raw, 'drain', { signal: over.signal }).catch(() => undefined);
    },
  };
}
