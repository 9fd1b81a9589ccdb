import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLocalRequest } from './local-request.ts';
import { createHttp } from './server.ts';

const log = pino({ level: 'silent' });

describe('a visitor who sends slowly', () => {
  let http: FastifyInstance;
  let port = 0;
  /** As `http`, with time for what is not slow on purpose. */
  let patient: FastifyInstance;
  let patientPort = 0;
  beforeAll(async () => {
    [http, port] = await listen(300);
    [patient, patientPort] = await listen(60_000);
  });
  afterAll(async () => {
    await http.close();
    await patient.close();
  });

  async function listen(requestMs: number): Promise<[FastifyInstance, number]> {
    const http = createHttp({ log, requestMs });
    http.post('/words', async () => ({ read: true }));
    http.post(
      '/refused',
      { onRequest: async (_request, reply) => reply.code(401).send({}) },
      async () => ({}),
    );
    http.register(async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));
      scope.post('/file', { config: { upload: true } }, async (request) => ({
        got: String(request.body).length,
      }));
    });
    await http.listen({ host: '127.0.0.1', port: 0 });
    return [http, (http.server.address() as AddressInfo).port];
  }

  const head = (path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

  it.each([
    ['sends nothing at all', ''],
    ['stops in the middle of the headers', 'GET / HTTP/1.1\r\nHost: x\r\nX-Slow: '],
    ['stops in the middle of a body', `${head('/words', 'Content-Length: 1000')}{"a":`],
    ['stops in the middle of a chunk', `${head('/words', 'Transfer-Encoding: chunked')}5\r\n{"a`],
    ['never sends the body of a refused request', head('/refused', 'Content-Length: 1000')],
    ['never sends the body of a page that is not there', head('/nothing', 'Content-Length: 1000')],
  ])('is cut off when he %s', async (_what, sent) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    socket.write(sent);
    socket.resume();
    await once(socket, 'close');
  });

  it('is cut off by the request alone where there is no connection, as in tests', async () => {
    const alone = createHttp({ log, requestMs: 20 });
    const requests: FastifyRequest['raw'][] = [];
    alone.addHook('onRequest', async (one, reply) => {
      requests.push(one.raw);
      await reply.code(401).send({});
    });
    alone.post('/refused', async () => ({}));
    await alone.inject({ method: 'POST', url: '/refused', payload: { never: 'read' } });
    await expect.poll(() => requests[0]?.destroyed).toBe(true);
    await alone.close();
  });

  it('has the time that a file takes on an upload, and gets the answer', async () => {
    const socket = connect(port, '127.0.0.1');
    const other = connect(port, '127.0.0.1');
    other.on('error', () => undefined);
    await Promise.all([once(socket, 'connect'), once(other, 'connect')]);
    socket.write(`${head('/file', 'Content-Length: 4')}ab`);
    other.write(`${head('/words', 'Content-Length: 4')}ab`);
    other.resume();
    // The other request, which began later, has been cut off; the upload has not.
    await once(other, 'close');
    socket.write('cd');
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toContain('{"got":4}');
    socket.destroy();
  });

  it.each([
    ['with bodies', 'POST', '{}'],
    ['whose bodies come in chunks', 'POST', undefined],
    ['without bodies', 'GET', undefined],
  ])('leaves nothing behind on a connection that carries many requests %s', async (_what, method, body) => {
    const sockets: Socket[] = [];
    patient.server.on('connection', (socket) => sockets.push(socket));
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const path = method === 'POST' ? '/words' : '/nothing';
    const listeners: number[] = [];
    for (let i = 0; i < 12; i++) {
      const headers = { 'content-type': 'application/json', ...(body && { 'content-length': body.length }) };
      const sent = request({ host: '127.0.0.1', port: patientPort, path, method, agent, headers });
      if (method === 'POST' && !body) sent.write('{}');
      sent.end(body);
      const [answer] = await once(sent, 'response');
      answer.resume();
      await once(answer, 'end');
      listeners.push(sockets[0]?.listenerCount('close') ?? 0);
    }
    agent.destroy();
    expect(sockets).toHaveLength(1);
    expect(listeners.at(-1)).toBe(listeners[0]);
  });

  it('with headers without end is refused', async () => {
    const socket = connect(patientPort, '127.0.0.1');
    await once(socket, 'connect');
    socket.write(`GET / HTTP/1.1\r\nHost: x\r\nX-Big: ${'x'.repeat(100_000)}\r\n\r\n`);
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 431 /);
    socket.destroy();
  });
});

describe('an error', () => {
  const sentence = { code: expect.any(String), message: expect.stringMatching(/^[A-ZĐ].*\.$/) };
  it.each([
    ['a broken address', '/%', undefined, 400, 'bad-request'],
    ['an address of other letters', '/%ff', undefined, 400, 'bad-request'],
    ['a body that is no JSON', '/words', '{code:', 400, 'bad-request'],
    ['a body that is too long', '/words', JSON.stringify('x'.repeat(2000)), 413, 'too-long'],
    ['a file that is too big', '/file', JSON.stringify('x'.repeat(2000)), 413, 'too-big'],
    ['a page that is not there', '/nothing', '{}', 404, 'not-found'],
  ])('is a sentence with safe headers: %s', async (_what, url, body, status, code) => {
    const http = createHttp({ log, bodyLimit: 1000 });
    http.post('/words', async () => ({}));
    http.post('/file', { config: { upload: true } }, async () => ({}));
    const headers = { 'content-type': 'application/json' };
    const answer = await http.inject({ method: 'POST', url, headers, ...(body && { body }) });
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ error: { ...sentence, code } });
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    await http.close();
  });
});

describe('strict transport security', () => {
  it.each([
    ['behind a proxy with https', 'https://x.example.vn', {}, true],
    ['where the proxy says so', 'http://x.example.vn', { 'x-forwarded-proto': 'https' }, true],
    ['over plain http', 'http://x.example.vn', {}, false],
    ['without a proxy, whatever the request says', undefined, { 'x-forwarded-proto': 'https' }, false],
  ])('%s', async (_what, publicUrl, headers, is) => {
    const http = createHttp({ log, publicUrl });
    const answer = await http.inject({ url: '/', headers });
    expect('strict-transport-security' in answer.headers).toBe(is);
    await http.close();
  });
});

describe('a request from this machine', () => {
  it.each([
    ['127.0.0.1', {}, true],
    ['127.8.9.1', {}, true],
    ['::1', {}, true],
    ['::ffff:127.0.0.1', {}, true],
    ['10.0.0.1', {}, false],
    ['203.0.113.7', {}, false],
    ['127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }, false],
    ['127.0.0.1', { forwarded: 'for=127.0.0.1' }, false],
    ['127.0.0.1', { 'x-real-ip': '127.0.0.1' }, false],
    ['127.0.0.1', { via: '1.1 caddy' }, false],
  ])('%s with %j: %j', async (remoteAddress, headers, is) => {
    const http = createHttp({ log, publicUrl: 'https://x.example.vn' });
    http.get('/', async (request) => ({ here: isLocalRequest(request) }));
    const answer = await http.inject({ url: '/', remoteAddress, headers });
    expect(answer.json()).toEqual({ here: is });
    await http.close();
  });
});
