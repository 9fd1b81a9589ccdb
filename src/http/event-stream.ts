import { once } from 'node:events';
import type { FastifyReply } from 'fastify';

/** A stream of server-sent events to one browser. */
export interface EventStream {
  /** Sends one event; waits while the browser is slow. Nothing happens once it is gone. */
  send(event: string, data: unknown, id?: string | number): Promise<void>;
  /** Aborted when the browser is gone or the server closes. */
  gone: AbortSignal;
  end(): void;
}

/** So that a browser notices a dead line, and proxies keep a quiet one open. */
const heartbeat = 15_000;

/**
 * Turns a request into an event stream; the route must not answer otherwise. `retryAfter` in
 * milliseconds.
 */
export function openEventStream(reply: FastifyReply, retryAfter = 1000): EventStream {
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
  const beat = setInterval(() => raw.write('event: alive\ndata: {}\n\n'), heartbeat);
  const finish = () => {
    clearInterval(beat);
    over.abort();
  };
  raw.on('close', finish);
  raw.on('error', finish);
  // Gone before the route was reached: no event will say so.
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
