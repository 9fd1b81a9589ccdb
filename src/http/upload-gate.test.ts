import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import pino from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttp } from './server.ts';

/**
 * A server with an upload route that reads one byte at a time, and clients that send as slowly as
 * they like.
 */
describe('uploads at the same time', () => {
  const limits = { atOnce: 2, atOneAddress: 2, waiting: 2, patienceMs: 60_000 };
  let http: FastifyInstance;
  let port: number;
  let reading: string[];
  let sockets: Socket[];

  const start = async (given: Partial<typeof limits> = {}) => {
    http = createHttp({ log: pino({ level: 'silent' }), uploads: { ...limits, ...given } });
    http.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
      scope.post<{ Params: { name: string } }>('/up/:name', { config: { upload: true } }, async (request) => {
        reading.push(request.params.name);
        for await (const _chunk of request.raw);
        return {};
      });
      scope.post('/refused/:name', { config: { upload: true } }, async (_request, reply) =>
        reply.code(401).send({}),
      );
    });
    http.post('/words', async () => ({}));
    await http.listen({ host: '127.0.0.1', port: 0 });
    port = (http.server.address() as AddressInfo).port;
  };
  beforeEach(() => {
    reading = [];
    sockets = [];
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    await http.close();
  });

  /** Begins an upload of four bytes; `answer` is its status. */
  const begin = async (path: string) => {
    const socket = connect(port, '127.0.0.1');
    sockets.push(socket);
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const answer = once(socket, 'data').then(([said]) => Number(/^HTTP\/1\.1 (\d+)/.exec(String(said))?.[1]));
    answer.catch(() => undefined);
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/pdf\r\nContent-Length: 4\r\n\r\nab`,
    );
    return { socket, answer, end: () => socket.write('cd') };
  };
  const readingNow = (...names: string[]) =>
    expect.poll(() => reading, { interval: 5, timeout: 60_000 }).toEqual(names);

  it('wait for their turn in the order in which they came', async () => {
    await start();
    const a = await begin('/up/a');
    await readingNow('a');
    const b = await begin('/up/b');
    await readingNow('a', 'b');
    const c = await begin('/up/c');
    const d = await begin('/up/d');
    b.end();
    expect(await b.answer).toBe(200);
    await expect.poll(() => reading.length, { interval: 5 }).toBe(3);
    a.end();
    expect(await a.answer).toBe(200);
    await expect.poll(() => reading.length, { interval: 5 }).toBe(4);
    for (const one of [c, d]) one.end();
    expect([await c.answer, await d.answer]).toEqual([200, 200]);
  });

  it('beyond the queue are refused at once, with a sentence and 503', async () => {
    await start();
    for (const name of ['a', 'b', 'c', 'd']) await begin(`/up/${name}`);
    await readingNow('a', 'b');
    const answer = await fetch(`http://127.0.0.1:${port}/up/e`, {
      method: 'POST',
      body: 'x',
      headers: { 'content-type': 'application/pdf' },
    });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({
      error: { code: 'busy', message: expect.stringContaining('quá nhiều tệp') },
    });
  });

  it('of one address are limited, and another address does not wait for it', async () => {
    await start({ atOnce: 5 });
    for (const key of ['1', '2']) await begin(`/up/a?key=${key}`);
    await readingNow('a', 'a');
    const third = await begin('/up/a?key=3');
    expect(await third.answer).toBe(503);
    const other = await begin('/up/b');
    other.end();
    expect(await other.answer).toBe(200);
  });

  it('that are cancelled free their place, while read or waiting', async () => {
    await start();
    const a = await begin('/up/a');
    const b = await begin('/up/b');
    await readingNow('a', 'b');
    const waiting = await begin('/up/c');
    const next = await begin('/up/d');
    waiting.socket.destroy();
    const connections = () =>
      new Promise<number>((resolve) => http.server.getConnections((_error, count) => resolve(count)));
    await expect.poll(connections, { interval: 5 }).toBe(3);
    a.socket.destroy();
    b.socket.destroy();
    await expect.poll(() => reading.includes('d'), { interval: 5 }).toBe(true);
    next.end();
    expect(await next.answer).toBe(200);
    expect(reading).not.toContain('c');
    for (const name of ['e', 'f', 'g']) {
      const one = await begin(`/up/${name}`);
      one.end();
      expect(await one.answer).toBe(200);
    }
  });

  it('that are refused for another reason keep no place', async () => {
    await start();
    for (let n = 0; n < 6; n++) expect(await (await begin(`/refused/${n}`)).answer).toBe(401);
    const one = await begin('/up/a');
    one.end();
    expect(await one.answer).toBe(200);
  });

  it('that wait too long are told to try again', async () => {
    await start({ patienceMs: 50 });
    for (const name of ['a', 'b']) await begin(`/up/${name}`);
    await readingNow('a', 'b');
    expect(await (await begin('/up/c')).answer).toBe(503);
  });

  it('leave nothing behind on a connection that stays open', async () => {
    await start();
    let socket: Socket | undefined;
    http.server.on('connection', (one: Socket) => {
      socket = one;
    });
    const client = connect(port, '127.0.0.1');
    sockets.push(client);
    const listeners: (number | undefined)[] = [];
    for (let n = 0; n < 12; n++) {
      client.write(
        'POST /words HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}',
      );
      await once(client, 'data');
      listeners.push(socket?.listenerCount('close'));
    }
    expect(new Set(listeners.slice(1)).size).toBe(1);
  });
});
